using GovPortal.Core.WorkingTime;

namespace GovPortal.Procedures;

/// <summary>When an outcome is due for who hands in on a day: what a procedure promises, counted by the working calendar of the agency.</summary>
public static class PromisedTime
{
    // What the usual working day has; half a working day is promised here and there.
    private const decimal HoursOfADay = 8;

    // Longer promises are slips of the pen.
    private const decimal MostHours = 24_000;
    private const decimal MostDays = 3_650;
    private const decimal MostMonths = 120;
    private const decimal MostYears = 10;

    /// <param name="received">The day the dossier is handed in; one on which nobody works counts as the next that is worked.</param>
    /// <returns>Null where the text rules and no number.</returns>
    public static DueMoment? Of(WorkingCalendar calendar, DateOnly received, decimal? time, string? unit) => (unit, time) switch
    {
        ("HOUR", > 0 and <= MostHours) => Working(calendar, received, TimeLimit.OfHours(time.Value)),
        ("WORKING_DAY", >= 1 and <= MostDays) when time % 1 == 0 => Working(calendar, received, TimeLimit.OfDays((int)time.Value)),
        ("WORKING_DAY", > 0 and <= MostDays) => Working(calendar, received, TimeLimit.OfHours(time.Value * HoursOfADay)),
        ("DAY", > 0 and <= MostDays) => CivilTerm.EndOn(calendar, received.AddDays((int)Math.Ceiling(time.Value))),
        ("MONTH", > 0 and <= MostMonths) => CivilTerm.EndOn(calendar, AfterMonths(received, time.Value)),
        ("YEAR", > 0 and <= MostYears) => CivilTerm.EndOn(calendar, AfterMonths(received, time.Value * 12)),
        _ => null,
    };

    private static DueMoment Working(WorkingCalendar calendar, DateOnly received, TimeLimit limit) => DueTime.Of(calendar, received.ToDateTime(TimeOnly.MinValue), limit, []);

    // Half a month is fifteen days (Điều 146).
    private static DateOnly AfterMonths(DateOnly received, decimal months) => received.AddMonths((int)months).AddDays((int)Math.Ceiling(months % 1 * 30));
}
