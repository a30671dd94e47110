using System.Globalization;
using System.Text.Json;
using GovPortal.Core.Text;
using GovPortal.Publishing.Import;

namespace GovPortal.WorkCalendar;

/// <summary>
/// Reads appointments: <c>title</c>, <c>startsAt</c> and <c>endsAt</c> as on the agency's wall. Recipes say the day by the calendar of their own
/// day instead: <c>week</c> (0 is this week) and <c>weekday</c> (1 is Monday), with <c>from</c> and <c>until</c> as <c>08:00</c>.
/// </summary>
public sealed class AppointmentReader(TimeProvider clock) : IRecordReader
{
    private const int MostWeeks = 520;

    public string What => "work-calendar";

    public RecordShape Shape { get; } = new RecordShape()
        .Words("title", "place", "chair", "participants", "details").Text("id", "from", "until").Day("startsAt", "endsAt", "publishedAt").Shift("week").Count("weekday");

    public ForeignRecord Read(JsonElement json)
    {
        var record = new RecordFields(json);
        if (record.Line("title") is not { } title)
        {
            return ForeignRecord.Refused("workcalendar.import.no-title", "title", record.Text("title"));
        }

        var isByWeek = record.Line("week") is not null;
        var (startField, endField) = isByWeek ? ("from", "until") : ("startsAt", "endsAt");
        var day = isByWeek ? DayOf(record) : null;
        if (isByWeek && day is null)
        {
            return ForeignRecord.Refused("workcalendar.import.bad-week", "week", $"{record.Line("week")}, {record.Line("weekday")}");
        }

        if (Wall(record.Line(startField), day) is not { } startsAt)
        {
            return ForeignRecord.Refused("workcalendar.import.bad-time", startField, record.Text(startField));
        }

        var endsAt = Wall(record.Line(endField), day);
        if (endsAt is null && record.Line(endField) is { } odd)
        {
            return ForeignRecord.Refused("workcalendar.import.bad-time", endField, odd);
        }

        if (!record.TryInstant("publishedAt", out var publishedAt))
        {
            return ForeignRecord.Refused("workcalendar.import.bad-time", "publishedAt", record.Text("publishedAt"));
        }

        var id = record.Line("id");
        return new ForeignRecord
        {
            Key = id is not null ? $"id:{id}" : $"title:{VietnameseText.Slug(title, 120)}:{startsAt:yyyyMMddHHmm}",
            IsKeyGuessed = id is null,
            Title = title,
            PublishedAt = publishedAt,
            Body = new Appointment { Title = title, StartsAt = startsAt, EndsAt = endsAt, Place = record.Line("place"), Chair = record.Line("chair"), Participants = record.Line("participants"), Details = record.Lines("details") },
        };
    }

    private static DateTime? Wall(string? text, DateOnly? day) => day is { } known
        ? TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? known.ToDateTime(time) : null
        : WrittenDay.TryParseWall(text, out var wall) ? wall : null;

    private DateOnly? DayOf(RecordFields record)
    {
        if (!int.TryParse(record.Line("week"), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var week) || week is < -MostWeeks or > MostWeeks
            || !int.TryParse(record.Line("weekday"), NumberStyles.None, CultureInfo.InvariantCulture, out var weekday) || weekday is < 1 or > 7)
        {
            return null;
        }

        var today = DateOnly.FromDateTime(clock.GetUtcNow().ToOffset(WrittenDay.Hanoi).DateTime);
        return WorkWeek.Of(today).Monday.AddDays((week * 7) + weekday - 1);
    }
}
