using System.Globalization;
using System.Text.RegularExpressions;

namespace GovPortal.Editing.Cleaning;

/// <summary>What stands before a point of a list, and whether a browser would draw the same: "1." and "a." yes, "a)", "Điều 5." and "1.1." no.</summary>
internal static partial class ListMarkers
{
    private static readonly (int Value, string Letters)[] roman = [(100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")];

    /// <summary>A dot, a dash, or a letter by itself, which is a bullet of another font: o in Courier New, v or q in Wingdings. Boxes and ticks say something.</summary>
    public static bool IsBullet(string marker) => marker.Length > 0 && Bullet().IsMatch(marker) && marker is not ("☐" or "☑" or "☒" or "✓" or "✔" or "✗" or "✘");

    /// <summary>How many markers from one on a numbered list of one type draws by itself, one counting up from the other. 0 where they must stay as text.</summary>
    /// <param name="type">As HTML names it: 1, a, A, i, I.</param>
    public static int CountAlike(IReadOnlyList<string> markers, int from, out string type, out int start)
    {
        (type, start) = ("1", 0);
        var best = 0;
        foreach (var candidate in new[] { "1", "i", "I", "a", "A" })
        {
            if (ValueOf(markers[from], candidate) is not { } first)
            {
                continue;
            }

            var count = 1;
            while (from + count < markers.Count && ValueOf(markers[from + count], candidate) == first + count)
            {
                count++;
            }

            // "i." alone is the first Roman number; "c." alone is the third letter.
            if (count > best && (candidate is not ("i" or "I") || first == 1 || count > 1 || markers[from].Length > 2))
            {
                (best, type, start) = (count, candidate, first);
            }
        }

        // A Vietnamese alphabet (a, b, c, d, đ, e) is none that a browser counts by.
        return type is not "1" && from + best < markers.Count && Letter().IsMatch(markers[from + best]) && markers[from + best] is not ("a." or "A." or "i." or "I.") ? 0 : best;
    }

    /// <summary>The number as a list of the type draws it, without a dot.</summary>
    public static string Draw(int value, string type) => type switch
    {
        "a" when value is > 0 and <= 26 => ((char)('a' + value - 1)).ToString(),
        "A" when value is > 0 and <= 26 => ((char)('A' + value - 1)).ToString(),
        "i" when value is > 0 and < 400 => Roman(value),
        "I" when value is > 0 and < 400 => Roman(value).ToUpperInvariant(),
        _ => value.ToString(CultureInfo.InvariantCulture),
    };

    private static int? ValueOf(string marker, string type)
    {
        if (marker.Length < 2 || marker[^1] != '.')
        {
            return null;
        }

        var name = marker[..^1];
        if (type == "1")
        {
            return name.Length < 7 && name[0] != '0' && int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
        }

        if (type is "a" or "A")
        {
            return name.Length == 1 && name[0] - type[0] is >= 0 and < 26 and var letter ? letter + 1 : null;
        }

        var value = ReadRoman(name.ToLowerInvariant());
        return value > 0 && Draw(value, type) == name ? value : null;
    }

    private static string Roman(int value)
    {
        var letters = "";
        foreach (var (worth, name) in roman)
        {
            for (; value >= worth; value -= worth)
            {
                letters += name;
            }
        }

        return letters;
    }

    private static int ReadRoman(string name)
    {
        var (value, at) = (0, 0);
        foreach (var (worth, letters) in roman)
        {
            for (var times = 0; times < 3 && string.CompareOrdinal(name, at, letters, 0, letters.Length) == 0; times++)
            {
                (value, at) = (value + worth, at + letters.Length);
            }
        }

        return at == name.Length ? value : 0;
    }

    [GeneratedRegex(@"^(?:[^\p{L}\p{N}\s.,:;()]|\p{L}|--?)$")]
    private static partial Regex Bullet();

    [GeneratedRegex(@"^\p{L}\.$")]
    private static partial Regex Letter();
}
