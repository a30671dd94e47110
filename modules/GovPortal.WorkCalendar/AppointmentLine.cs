using System.Globalization;

namespace GovPortal.WorkCalendar;

/// <summary>What the table of a week and the feed show of an appointment; times as on the agency's wall.</summary>
public sealed record AppointmentLine(DateTime StartsAt, DateTime? EndsAt, string? Place, string? Chair, string? Participants)
{
    public bool IsOn(DateOnly day) => DateOnly.FromDateTime(StartsAt) <= day && day <= LastDay(StartsAt, EndsAt);

    /// <summary>The last day it touches; one that ends at midnight does not touch the day that begins there.</summary>
    public static DateOnly LastDay(DateTime startsAt, DateTime? endsAt) => DateOnly.FromDateTime(endsAt is { } end ? end.AddTicks(-1) : startsAt);

    /// <summary>Its part of one of its days.</summary>
    /// <param name="say">The sentence of a text key.</param>
    public string TimeOn(DateOnly day, Func<string, string> say)
    {
        var isFirst = DateOnly.FromDateTime(StartsAt) == day;
        var isLast = LastDay(StartsAt, EndsAt) == day;
        return (isFirst, isLast) switch
        {
            (true, true) when EndsAt is { } end => $"{Clock(StartsAt)} – {Clock(end)}",
            (true, true) => Clock(StartsAt),
            (true, false) => string.Format(CultureInfo.InvariantCulture, say("workcalendar.time.from"), Clock(StartsAt)),
            (false, true) => string.Format(CultureInfo.InvariantCulture, say("workcalendar.time.until"), Clock(EndsAt!.Value)),
            _ => say("workcalendar.time.all-day"),
        };
    }

    private static string Clock(DateTime wall) => wall.ToString("HH:mm", CultureInfo.InvariantCulture);
}
