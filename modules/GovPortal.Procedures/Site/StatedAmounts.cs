using System.Globalization;
using System.Text.RegularExpressions;

namespace GovPortal.Procedures.Site;

/// <summary>Amounts that a text states in đồng: “150.000 đồng”, “1.200.000đ/hồ sơ”, “8.000 VND”.</summary>
public static partial class StatedAmounts
{
    /// <returns>In đồng, in the order of the text; empty where it states none.</returns>
    public static IReadOnlyList<decimal> In(string? text) =>
        [.. Amount().Matches(text ?? "").Select(found => decimal.Parse(found.Groups[1].Value.Replace(".", "", StringComparison.Ordinal).Replace(",", "", StringComparison.Ordinal), CultureInfo.InvariantCulture))];

    [GeneratedRegex(@"(?<![\d.,])(\d{1,3}(?:[.,]\d{3}){1,4})(?![\d]|[.,]\d)\s*(?:\(?\s*)(?:\u0111\u1ed3ng|\u0111\b|vn\u0111|vnd)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Amount();
}
