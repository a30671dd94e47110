using System.Text.Json;
using GovPortal.Core.Files;

namespace GovPortal.Core.WorkingTime;

/// <summary>
/// Public holidays of Việt Nam with their swapped and make-up days, as announced for 2025 and 2026 (Bộ luật Lao động 2019, Điều 112, and the yearly
/// announcement of days swapped). A year is added here once it is announced, or imported by an installation before.
/// </summary>
public static class NationalHolidays
{
    private const string File = "GovPortal.Core.WorkingTime.national-holidays.json";

    public static IReadOnlyList<CalendarDay> Days { get; } = Read();

    private static CalendarDay[] Read()
    {
        using var stream = typeof(NationalHolidays).Assembly.GetManifestResourceStream(File)!;
        return [.. JsonSerializer.Deserialize<Stretch[]>(stream, BodyJson.Options)!.SelectMany(DaysOf)];
    }

    private static IEnumerable<CalendarDay> DaysOf(Stretch stretch)
    {
        for (var date = stretch.From; date <= (stretch.To ?? stretch.From); date = date.AddDays(1))
        {
            yield return new CalendarDay(date, stretch.Kind, DayPart.Whole, stretch.Name);
        }
    }

    private sealed record Stretch(DateOnly From, DateOnly? To, DayKind Kind, string Name);
}
