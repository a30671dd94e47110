using System.Globalization;

namespace GovPortal.Core.WorkingTime;

/// <summary>When an office is open, by weekday.</summary>
public sealed class WeeklyHours
{
    // A day of more shifts than this is no office's.
    private const int MostShifts = 4;

    private static readonly Shift[] UsualDay = [new(new(7, 30), new(11, 30)), new(new(13, 30), new(17, 0))];

    private readonly IReadOnlyList<Shift>[] byWeekday;

    private WeeklyHours(IReadOnlyList<Shift>[] byWeekday) => this.byWeekday = byWeekday;

    /// <summary>Monday to Friday 07:30 to 11:30 and 13:30 to 17:00, as offices keep where nothing else is said.</summary>
    public static WeeklyHours Usual { get; } = new([[], UsualDay, UsualDay, UsualDay, UsualDay, UsualDay, []]);

    /// <summary>In the order of the day; empty where the weekday is free.</summary>
    public IReadOnlyList<Shift> this[DayOfWeek weekday] => byWeekday[(int)weekday];

    /// <summary>The same hours with other ones on a weekday.</summary>
    public WeeklyHours With(DayOfWeek weekday, IReadOnlyList<Shift> shifts)
    {
        var changed = byWeekday.ToArray();
        changed[(int)weekday] = shifts;
        return new WeeklyHours(changed);
    }

    /// <summary>Reads <c>07:30-11:30 13:30-17:00</c>; empty text is a free day.</summary>
    /// <returns>Null where it is no such text, or its shifts are not in order or touch each other.</returns>
    public static IReadOnlyList<Shift>? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var shifts = new List<Shift>();
        foreach (var part in text.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries))
        {
            if (part.Split('-') is not [var from, var to] || TimeOf(from) is not { } start || TimeOf(to) is not { } end || start >= end
                || (shifts.Count > 0 && shifts[^1].End >= start) || shifts.Count == MostShifts)
            {
                return null;
            }

            shifts.Add(new Shift(start, end));
        }

        return shifts;
    }

    /// <summary>As <see cref="Parse"/> reads it.</summary>
    public static string Write(IEnumerable<Shift> shifts) => string.Join(' ', shifts.Select(shift => string.Create(CultureInfo.InvariantCulture, $"{shift.Start:HH:mm}-{shift.End:HH:mm}")));

    private static TimeOnly? TimeOf(string text) => TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
}
