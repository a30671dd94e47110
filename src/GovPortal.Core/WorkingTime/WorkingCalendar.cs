namespace GovPortal.Core.WorkingTime;

/// <summary>
/// When an agency works: its hours by weekday, and the days that differ from them. Years of which nothing is announced
/// have no calendar; nothing is guessed for them.
/// </summary>
public sealed class WorkingCalendar
{
    private readonly WeeklyHours hours;
    private readonly Dictionary<DateOnly, CalendarDay> days = [];
    private readonly HashSet<int> years;

    /// <param name="days">Of several for one date the last holds.</param>
    public WorkingCalendar(WeeklyHours hours, IEnumerable<CalendarDay> days)
    {
        this.hours = hours;
        foreach (var day in days)
        {
            this.days[day.Date] = day;
        }

        years = [.. this.days.Keys.Select(date => date.Year)];
    }

    /// <summary>The public holidays of Việt Nam and the usual hours: the calendar of an installation that has said nothing else.</summary>
    public static WorkingCalendar National { get; } = new(WeeklyHours.Usual, NationalHolidays.Days);

    public IReadOnlySet<int> Years => years;

    /// <summary>The hours of a week without holidays.</summary>
    public WeeklyHours Hours => hours;

    /// <summary>Days that differ from their weekday, in order.</summary>
    public IEnumerable<CalendarDay> Days => days.Values.OrderBy(day => day.Date);

    /// <summary>The shifts of a day in their order, empty where nobody works; null when the year has no calendar.</summary>
    public IReadOnlyList<Shift>? ShiftsOf(DateOnly date) =>
        !years.Contains(date.Year) ? null : days.TryGetValue(date, out var day) ? ShiftsOf(day) : hours[date.DayOfWeek];

    private IReadOnlyList<Shift> ShiftsOf(CalendarDay day)
    {
        // A make-up day at the weekend is worked as a Friday; its own weekday is free, or a counter's for half a day.
        var isWeekend = day.Date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
        var full = hours[day.Kind == DayKind.Work && isWeekend ? DayOfWeek.Friday : day.Date.DayOfWeek];
        return (day.Kind, day.Part) switch
        {
            (DayKind.Off, DayPart.Whole) => [],
            (DayKind.Work, DayPart.Whole) => full,
            (DayKind.Off, DayPart.Morning) or (DayKind.Work, DayPart.Afternoon) => [.. full.Where(shift => !shift.IsInMorning)],
            _ => [.. full.Where(shift => shift.IsInMorning)],
        };
    }
}
