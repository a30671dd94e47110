using System.Globalization;

namespace GovPortal.Core.Tenancy;

/// <summary>Whether a tenant's colour can be read: the contrast of WCAG 2.2, success criterion 1.4.3.</summary>
public static class Contrast
{
    /// <summary>Least ratio for text of ordinary size.</summary>
    public const double Least = 4.5;

    /// <summary>Ratio of the colour to white, 1 to 21; null when it is no <c>#rrggbb</c>.</summary>
    public static double? ToWhite(string? colour) =>
        colour is ['#', _, _, _, _, _, _] && int.TryParse(colour.AsSpan(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var rgb)
            ? 1.05 / (Luminance(rgb) + 0.05)
            : null;

    private static double Luminance(int rgb) => (0.2126 * Linear(rgb >> 16)) + (0.7152 * Linear(rgb >> 8)) + (0.0722 * Linear(rgb));

    private static double Linear(int channel)
    {
        var share = (channel & 0xff) / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.Pow((share + 0.055) / 1.055, 2.4);
    }
}
