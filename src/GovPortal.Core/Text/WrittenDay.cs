using System.Globalization;
using System.Text.RegularExpressions;

namespace GovPortal.Core.Text;

/// <summary>
/// Reads days as Vietnamese write them, the day before the month: <c>05/08/2025</c> is 5 August. Also <c>2025-08-05</c> and
/// “ngày 5 tháng 8 năm 2025”. Anything else is no day: nothing is guessed, and years have four digits.
/// </summary>
public static partial class WrittenDay
{
    /// <summary>Older days stand in no register that a site shows; some databases write 0001 for “none”.</summary>
    public static readonly DateOnly First = new(1900, 1, 1);

    /// <summary>Later days are slips of the pen, and 9999 means “never” elsewhere; here the field stays empty.</summary>
    public static readonly DateOnly Last = new(2199, 12, 31);

    /// <summary>Time in Việt Nam, for what says no other.</summary>
    public static readonly TimeSpan Hanoi = TimeSpan.FromHours(7);

    /// <summary>True for the days that fields and filters take.</summary>
    public static bool IsInRange(DateOnly day) => day >= First && day <= Last;

    /// <summary>A calendar day; of an instant the day in Việt Nam. Of any year: see <see cref="IsInRange"/>.</summary>
    public static bool TryParse(string? text, out DateOnly day)
    {
        var isRead = TryRead(text, out var wall, out var offset);
        day = DateOnly.FromDateTime(offset is { } away && wall.Year is > 1 and < 9999 ? new DateTimeOffset(wall, away).ToOffset(Hanoi).DateTime : wall);
        return isRead;
    }

    /// <summary>A day and time on a clock on the wall; midnight where no time is written.</summary>
    /// <returns>False also where the time is said to be of a place: <c>Z</c>, <c>+07:00</c>.</returns>
    public static bool TryParseWall(string? text, out DateTime wall) => TryRead(text, out wall, out var offset) && offset is null;

    /// <summary>An instant; Vietnamese time where it says no other. Within <see cref="First"/> and <see cref="Last"/>.</summary>
    public static bool TryParseInstant(string? text, out DateTimeOffset instant)
    {
        instant = default;
        if (!TryRead(text, out var wall, out var offset) || !IsInRange(DateOnly.FromDateTime(wall)))
        {
            return false;
        }

        instant = new DateTimeOffset(wall, offset ?? Hanoi).ToUniversalTime();
        return true;
    }

    private static bool TryRead(string? text, out DateTime wall, out TimeSpan? offset)
    {
        (wall, offset) = (default, null);
        var line = VietnameseText.NormalizeLine(text ?? "");
        var match = YearFirst().Match(line) is { Success: true } iso ? iso : DayFirst().Match(line);
        if (!match.Success)
        {
            return false;
        }

        int Part(string name) => match.Groups[name] is { Success: true } part ? int.Parse(part.ValueSpan, CultureInfo.InvariantCulture) : 0;
        var (year, month, day) = (Part("year"), Part("month"), Part("day"));
        var (hour, minute, second) = (Part("hour"), Part("minute"), Part("second"));
        var (awayHours, awayMinutes) = (Part("awayHours"), Part("awayMinutes"));
        if (year == 0 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month) || hour > 23 || minute > 59 || second > 59 || awayHours > 13 || awayMinutes > 59)
        {
            return false;
        }

        wall = new DateTime(year, month, day, hour, minute, second, DateTimeKind.Unspecified);
        if (match.Groups["zone"].Success)
        {
            var away = new TimeSpan(awayHours, awayMinutes, 0);
            offset = match.Groups["sign"].Value == "-" ? -away : away;
        }

        return true;
    }

    private const string Time = @"(?:[T ,]+(?<hour>[0-9]{1,2}):(?<minute>[0-9]{2})(?::(?<second>[0-9]{2})(?:[.,][0-9]{1,9})?)? ?(?<zone>Z|(?<sign>[+-])(?<awayHours>[0-9]{2}):?(?<awayMinutes>[0-9]{2})?)?)?$";

    [GeneratedRegex(@"^(?<year>[0-9]{4})(?<mark>[-/])(?<month>[0-9]{1,2})\k<mark>(?<day>[0-9]{1,2})" + Time, RegexOptions.CultureInvariant)]
    private static partial Regex YearFirst();

    [GeneratedRegex(@"^(?:ngày )?(?<day>[0-9]{1,2})(?:(?<mark>[-/.])(?<month>[0-9]{1,2})\k<mark>| tháng (?<month>[0-9]{1,2}),? năm )(?<year>[0-9]{4})" + Time, RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex DayFirst();
}
