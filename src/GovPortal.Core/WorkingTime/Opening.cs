namespace GovPortal.Core.WorkingTime;

/// <summary>Whether an office is open at a moment, and when that changes.</summary>
/// <param name="ChangesAt">When it closes, or when it opens again; local time of the province.</param>
public sealed record Opening(bool IsOpen, DateTime ChangesAt)
{
    /// <returns>Null where the answer would need a year of which nothing is announced.</returns>
    public static Opening? At(WorkingCalendar calendar, DateTime now)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        if (new WorkingTimeArithmetic(calendar).StartAfter(now) is not { } start)
        {
            return null;
        }

        var time = TimeOnly.FromDateTime(now);
        return start > now
            ? new Opening(false, start)
            : new Opening(true, DateOnly.FromDateTime(now).ToDateTime(calendar.ShiftsOf(DateOnly.FromDateTime(now))!.First(shift => time < shift.End).End));
    }
}
