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
        (StartsAt, EndsAt) = (FormReader.Written(record.StartsAt), FormReader.Written(record.EndsAt));
    }

    public Appointment Compose(FormReader reader, Appointment? newest)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var start = reader.At(nameof(StartsAt), "workcalendar.field.starts");
        return new Appointment
        {
            Title = reader.Required(FormReader.Line(Title), reader.At(nameof(Title), "workcalendar.field.title")),
            StartsAt = reader.RequiredMoment(StartsAt, start),
            EndsAt = reader.Moment(EndsAt, reader.At(nameof(EndsAt), "workcalendar.field.ends")),
            Place = FormReader.Line(Place),
            Chair = FormReader.Line(Chair),
            Participants = FormReader.Line(Participants),
            Details = FormReader.Lines(Details),
        };
    }
}
