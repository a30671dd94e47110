namespace GovPortal.Core.WorkingTime;

/// <summary>Counts along the working time of one calendar. Every answer is null once it would need a year without a calendar, which <see cref="MissingYear"/> then names.</summary>
internal sealed class WorkingTimeArithmetic(WorkingCalendar calendar)
{
    public int? MissingYear { get; private set; }

    /// <summary>The first moment at or after this one at which work goes on: at 11:30 exactly that is 13:30.</summary>
    public DateTime? StartAfter(DateTime moment)
    {
        for (var (date, time) = Split(moment); ShiftsOf(date) is { } shifts; (date, time) = (date.AddDays(1), TimeOnly.MinValue))
        {
            foreach (var shift in shifts)
            {
                if (time < shift.End)
                {
                    return date.ToDateTime(time > shift.Start ? time : shift.Start);
                }
            }
        }

        return null;
    }

    /// <summary>The same time of day on the given working day after; outside that day's hours its next working moment, else its last.</summary>
    public DateTime? AfterDays(DateTime start, int days)
    {
        var (date, time) = Split(start);
        IReadOnlyList<Shift> shifts = [];
        while (days > 0)
        {
            date = date.AddDays(1);
            if (ShiftsOf(date) is not { } next)
            {
                return null;
            }

            if (next.Count > 0)
            {
                (shifts, days) = (next, days - 1);
            }
        }

        foreach (var shift in shifts)
        {
            if (time <= shift.End)
            {
                return date.ToDateTime(time > shift.Start ? time : shift.Start);
            }
        }

        return date.ToDateTime(shifts[^1].End);
    }

    /// <summary>The moment by which so many working minutes have passed; it may be the very end of a shift.</summary>
    public DateTime? Along(DateTime moment, long minutes)
    {
        if (minutes == 0)
        {
            return moment;
        }

        for (var (date, time) = Split(moment); ShiftsOf(date) is { } shifts; (date, time) = (date.AddDays(1), TimeOnly.MinValue))
        {
            foreach (var shift in shifts)
            {
                var start = time > shift.Start ? time : shift.Start;
                var left = start < shift.End ? (long)(shift.End - start).TotalMinutes : 0;
                if (left > 0 && minutes <= left)
                {
                    return date.ToDateTime(start).AddMinutes(minutes);
                }

                minutes -= left;
            }
        }

        return null;
    }

    /// <summary>Working minutes from one moment to another.</summary>
    public long? MinutesBetween(DateTime from, DateTime to)
    {
        var minutes = 0L;
        for (var date = DateOnly.FromDateTime(from); date.ToDateTime(TimeOnly.MinValue) < to; date = date.AddDays(1))
        {
            if (ShiftsOf(date) is not { } shifts)
            {
                return null;
            }

            foreach (var shift in shifts)
            {
                var (start, end) = (date.ToDateTime(shift.Start), date.ToDateTime(shift.End));
                minutes += Math.Max(0, (long)((end < to ? end : to) - (start > from ? start : from)).TotalMinutes);
            }
        }

        return minutes;
    }

    private static (DateOnly Date, TimeOnly Time) Split(DateTime moment) => (DateOnly.FromDateTime(moment), TimeOnly.FromDateTime(moment));

    private IReadOnlyList<Shift>? ShiftsOf(DateOnly date)
    {
        var shifts = calendar.ShiftsOf(date);
        MissingYear = shifts is null ? date.Year : MissingYear;
        return shifts;
    }
}
