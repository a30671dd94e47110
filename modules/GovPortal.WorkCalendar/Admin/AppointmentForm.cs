using System.Globalization;
using GovPortal.Core.Text;
using GovPortal.Editing.Forms;
using GovPortal.Web.Pages;

namespace GovPortal.WorkCalendar.Admin;

/// <summary>An appointment as people type it.</summary>
public sealed class AppointmentForm : IRecordForm<Appointment>
{
    public string? Title { get; set; }

    public string? StartsAt { get; set; }

    public string? EndsAt { get; set; }

    public string? Place { get; set; }

    public string? Chair { get; set; }

    public string? Participants { get; set; }

    public string? Details { get; set; }

    public void Fill(Appointment record)
    {
        ArgumentNullException.ThrowIfNull(record);
        (Title, Place, Chair, Participants, Details) = (record.Title, record.Place, record.Chair, record.Participants, record.Details);
        (StartsAt, EndsAt) = (Written(record.StartsAt), record.EndsAt is { } end ? Written(end) : null);
    }

    public Appointment Compose(FormReader reader, Appointment? newest)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var start = reader.At(nameof(StartsAt), "workcalendar.field.starts");
        return new Appointment
        {
            Title = reader.Required(FormReader.Line(Title), reader.At(nameof(Title), "workcalendar.field.title")),
            StartsAt = Wall(reader, reader.Required(FormReader.Line(StartsAt), start), start) ?? default,
            EndsAt = Wall(reader, FormReader.Line(EndsAt), reader.At(nameof(EndsAt), "workcalendar.field.ends")),
            Place = FormReader.Line(Place),
            Chair = FormReader.Line(Chair),
            Participants = FormReader.Line(Participants),
            Details = FormReader.Lines(Details),
        };
    }

    private static string Written(DateTime wall) => wall.ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);

    private static DateTime? Wall(FormReader reader, string? line, FormPlace at)
    {
        if (string.IsNullOrEmpty(line))
        {
            return null;
        }

        var isRead = WrittenDay.TryParseWall(line, out var wall);
        var day = DateOnly.FromDateTime(wall);
        if (isRead && WrittenDay.IsInRange(day))
        {
            return wall;
        }

        reader.Refuse(at, FormSentences.OfDay(isRead ? day : null), line);
        return null;
    }
}
