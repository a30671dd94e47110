using System.Globalization;

namespace GovPortal.Core.Checking;

/// <summary>Checks every type needs, with one wording.</summary>
public static class Checks
{
    /// <summary>A body larger than this is refused: no page a person reads is this long.</summary>
    public const int LongestText = 4_000_000;

    public static IEnumerable<Refusal> Required(string? value, string field)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            yield return new Refusal("check.required", field);
        }
    }

    public static IEnumerable<Refusal> NotLonger(string? value, int most, string field)
    {
        if (value is { } text && text.Length > most)
        {
            yield return new Refusal("check.too-long", field, string.Create(CultureInfo.InvariantCulture, $"{text[..Math.Min(40, most)]}… ({text.Length} > {most})"));
        }
    }
}
