using GovPortal.Core.WorkingTime;

namespace GovPortal.Disclosure.Duties;

/// <summary>When the parts of a duty fall due.</summary>
public static class DutyDates
{
    /// <summary>The last day on which a part may become public; null where the duty names none or the calendar does not reach.</summary>
    public static DateOnly? DueOf(Duty duty, Period period, WorkingCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(duty);
        var start = duty.IsDueFromStart ? period.First : period.Last;
        return duty.DueDays switch
        {
            null => null,
            { } days when !duty.IsInWorkingDays => start.AddDays(days),
            0 => start,
            { } days => DueTime.Of(calendar, start.AddDays(1).ToDateTime(TimeOnly.MinValue), Limit(days), []).At is { } at ? DateOnly.FromDateTime(at) : null,
        };
    }

    // Counted from the first working moment of the first of the days: the last is as many less one further on.
    private static TimeLimit Limit(int days) => days == 1 ? new TimeLimit(null, 1) : TimeLimit.OfDays(days - 1);

    /// <summary>The parts that had to be public before a day, newest first: of one year, else of those around the day.</summary>
    /// <param name="since">What was due before the rule began is not asked for.</param>
    public static IEnumerable<(Period Period, DateOnly Due)> DueBy(Duty duty, DateOnly day, DateOnly since, int? year, WorkingCalendar calendar) =>
        Of(duty, year is { } only ? [only] : [day.Year + 1, day.Year, day.Year - 1, day.Year - 2], calendar).Where(part => part.Due < day && part.Due >= since).OrderByDescending(part => part.Due);

    /// <summary>The parts of some years that have a time limit.</summary>
    public static IEnumerable<(Period Period, DateOnly Due)> Of(Duty duty, IEnumerable<int> years, WorkingCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(duty);
        return from year in years
               from part in duty.Parts
               let period = new Period(year, part)
               let due = DueOf(duty, period, calendar)
               where due is not null
               select (period, due.Value);
    }
}
