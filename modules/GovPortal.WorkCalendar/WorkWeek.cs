using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;
using GovPortal.Core.Text;

namespace GovPortal.WorkCalendar;

/// <summary>A week from Monday to Sunday, numbered by ISO 8601: week 1 is the one with the year's first Thursday. Written <c>2026-W10</c>.</summary>
/// <param name="Monday">Its first day.</param>
public readonly partial record struct WorkWeek(DateOnly Monday)
{
    public int Year => ISOWeek.GetYear(Monday.ToDateTime(TimeOnly.MinValue));

    public int Number => ISOWeek.GetWeekOfYear(Monday.ToDateTime(TimeOnly.MinValue));

    public WorkWeek Previous => new(Monday.AddDays(-7));

    public WorkWeek Next => new(Monday.AddDays(7));

    public DateOnly Sunday => Monday.AddDays(6);

    public IEnumerable<DateOnly> Days
    {
        get
        {
            var monday = Monday;
            return Enumerable.Range(0, 7).Select(monday.AddDays);
        }
    }

    public static WorkWeek Of(DateOnly day) => new(day.AddDays(-(((int)day.DayOfWeek + 6) % 7)));

    /// <returns>False for what is no week, and for weeks outside the years that sites show.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out WorkWeek week)
    {
        week = default;
        if (text is null || Written().Match(text) is not { Success: true } match)
        {
            return false;
        }

        var (year, number) = (int.Parse(match.Groups["year"].ValueSpan, CultureInfo.InvariantCulture), int.Parse(match.Groups["number"].ValueSpan, CultureInfo.InvariantCulture));
        if (year <= WrittenDay.First.Year || year >= WrittenDay.Last.Year || number < 1 || number > ISOWeek.GetWeeksInYear(year))
        {
            return false;
        }

        week = new WorkWeek(DateOnly.FromDateTime(ISOWeek.ToDateTime(year, number, DayOfWeek.Monday)));
        return true;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-W{Number:00}");

    [GeneratedRegex(@"^(?<year>[0-9]{4})-W(?<number>[0-9]{2})\z", RegexOptions.CultureInvariant)]
    private static partial Regex Written();
}
