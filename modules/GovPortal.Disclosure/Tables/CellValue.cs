using System.Globalization;
using System.Text.RegularExpressions;
using GovPortal.Core.Text;

namespace GovPortal.Disclosure.Tables;

/// <summary>Cells between how people type them (<c>1.234,5</c>, <c>31/03/2026</c>) and how they are kept (<c>1234.5</c>, <c>2026-03-31</c>).</summary>
public static partial class CellValue
{
    private static readonly NumberFormatInfo vietnamese = new() { NumberGroupSeparator = ".", NumberDecimalSeparator = ",", NegativeSign = "-" };
    private static readonly NumberFormatInfo english = new() { NumberGroupSeparator = ",", NumberDecimalSeparator = ".", NegativeSign = "-" };

    /// <summary>A number as Vietnamese write it: groups of three with a dot or a space, a comma before the fraction, a minus or brackets below zero. At most 18 digits and 6 after the comma.</summary>
    public static bool TryNumber(string typed, out decimal number)
    {
        ArgumentNullException.ThrowIfNull(typed);
        number = 0;
        var line = typed.Replace('\u00A0', ' ').Replace('\u202F', ' ').Replace('−', '-').Trim();
        if (Written().Match(line) is not { Success: true } match || match.Groups["open"].Success != match.Groups["close"].Success)
        {
            return false;
        }

        var digits = match.Groups["whole"].Value.Replace(".", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
        if (digits.Length > 18)
        {
            return false;
        }

        number = decimal.Parse($"{digits}.{match.Groups["part"].Value}0", NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
        number = match.Groups["open"].Success || match.Groups["minus"].Success ? -number : number;
        return true;
    }

    /// <summary>The kept form of what was typed; null where it is not of the kind.</summary>
    public static string? Kept(string typed, CellKind kind) => kind switch
    {
        CellKind.Amount or CellKind.Figure => TryNumber(typed, out var number) ? Invariant(number) : null,
        CellKind.Day => WrittenDay.TryParse(typed, out var day) && WrittenDay.IsInRange(day) ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : null,
        _ => typed,
    };

    public static string Invariant(decimal number) => number.ToString("0.######", CultureInfo.InvariantCulture);

    /// <summary>The number of a kept cell; null where it holds none.</summary>
    public static decimal? NumberOf(string? cell) => decimal.TryParse(cell, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>As readers see a kept cell; in English with a dot before the fraction.</summary>
    public static string Shown(string? cell, CellKind kind, bool isEnglish = false) => (cell, kind) switch
    {
        (null, _) => "",
        (_, CellKind.Amount) => NumberOf(cell) is { } amount ? Shown(amount, isEnglish) : cell,

        // Years and codes stay without groups.
        (_, CellKind.Figure) => NumberOf(cell) is { } figure ? figure.ToString(decimal.Abs(figure) < 10_000 ? "0.######" : "#,##0.######", isEnglish ? english : vietnamese) : cell,
        (_, CellKind.Day) => DateOnly.TryParseExact(cell, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture) : cell,
        _ => cell,
    };

    public static string Shown(decimal amount, bool isEnglish = false) => amount.ToString("#,##0.######", isEnglish ? english : vietnamese);

    [GeneratedRegex(@"^(?<minus>-)?(?<open>\()?(?<whole>[0-9]{1,3}(\.[0-9]{3})+|[0-9]{1,3}( [0-9]{3})+|[0-9]+)(,(?<part>[0-9]{1,6}))?(?<close>\))?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Written();
}
