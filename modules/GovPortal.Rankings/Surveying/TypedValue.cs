using System.Globalization;
using System.Text.RegularExpressions;
using GovPortal.Core.Checking;
using GovPortal.Rankings.Computing;

namespace GovPortal.Rankings.Surveying;

/// <summary>A value as people type it into a form: yes or no, or a number with a comma or a point before its decimals.</summary>
public static partial class TypedValue
{
    public const string Yes = "yes";
    public const string No = "no";
    private const double Greatest = 1e15;

    /// <returns>The value, null where the field is empty, or why it is none.</returns>
    public static (double? Value, Refusal? Refusal) Read(Indicator indicator, string? typed)
    {
        ArgumentNullException.ThrowIfNull(indicator);
        var text = typed?.Trim() ?? "";
        if (text.Length == 0)
        {
            return (null, null);
        }

        if (indicator.Formula == Formula.YesNo)
        {
            return text is Yes or No ? (text == Yes ? 1 : 0, null) : (null, new Refusal("rankings.typed.yes-no", indicator.Name, Shown(text)));
        }

        // “1.234” is a thousand and more to one reader and one and a little to another.
        if (Thousands().IsMatch(text))
        {
            return (null, new Refusal("rankings.typed.ambiguous", indicator.Name, Shown(text)));
        }

        if (!double.TryParse(text.Replace(',', '.'), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) || !(Math.Abs(number) <= Greatest))
        {
            return (null, new Refusal("rankings.typed.no-number", indicator.Name, Shown(text)));
        }

        return ValueRule.Broken(indicator.Formula, number) is { } code ? (null, new Refusal(code, indicator.Name, Shown(text))) : (number, null);
    }

    /// <summary>What <see cref="Read"/> reads as this value.</summary>
    public static string Write(Indicator indicator, double? value)
    {
        ArgumentNullException.ThrowIfNull(indicator);
        return value is not { } its ? "" : indicator.Formula == Formula.YesNo ? (its == 0 ? No : Yes) : AsDecimals(its);
    }

    private static string AsDecimals(double value)
    {
        var text = value.ToString("0.###############", CultureInfo.InvariantCulture);
        return Thousands().IsMatch(text) ? text + "0" : text;
    }

    private static string Shown(string text) => text.Length > 80 ? text[..79] + "…" : text;

    [GeneratedRegex(@"^-?[1-9]\d{0,2}([.,]\d{3})+$", RegexOptions.CultureInvariant)]
    private static partial Regex Thousands();
}
