using System.Globalization;
using GovPortal.Core.Localization;

namespace GovPortal.Rankings;

/// <summary>Numbers as people of the visited language write them.</summary>
public sealed class Numerals(VisitedSite site)
{
    private const string None = "–";

    private readonly CultureInfo culture = CultureInfo.GetCultureInfo(site.IsEnglish ? "en-GB" : "vi-VN");

    /// <summary>A score with all its decimals.</summary>
    public string Score(double? score, int decimals) => score?.ToString($"F{decimals}", culture) ?? None;

    public string Whole(int? number) => number?.ToString("N0", culture) ?? None;

    /// <summary>A number as it was given, without rounding.</summary>
    public string Raw(double? number) => number?.ToString("#,##0.###############", culture) ?? None;

    /// <summary>A share with one decimal; a dash where there is nothing to share.</summary>
    public string Share(int part, int whole) => whole == 0 ? None : (100.0 * part / whole).ToString("0.0", culture) + " %";

    /// <summary>A coordinate or length in a drawing.</summary>
    public static string Drawn(double length) => length.ToString("0.##", CultureInfo.InvariantCulture);
}
