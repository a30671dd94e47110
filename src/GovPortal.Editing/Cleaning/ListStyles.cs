using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace GovPortal.Editing.Cleaning;

/// <summary>How a list or a point says that its marker is drawn: by its style, else by its type.</summary>
internal static partial class ListStyles
{
    public const string None = "";
    public const string Bullet = "•";
    private const string Greek = "lower-greek";
    private const string LeadingZero = "decimal-leading-zero";

    // Without the sigma of a word's end.
    private const string GreekLetters = "αβγδεζηθικλμνξοπρστυφχψω";

    /// <summary>
    /// 1, a, A, i, I as HTML names them; <see cref="Bullet"/>; <see cref="None"/>; a string in quotes that is drawn as it is; or the name of another style of CSS.
    /// Null where the element says nothing. Scripts that count otherwise are counted in figures.
    /// </summary>
    public static string? Of(IElement element)
    {
        var said = element.GetAttribute("style") is { } style ? Declaration().Matches(style).LastOrDefault()?.Groups["value"].Value : null;
        return said is null ? OfType(element) : OfValue(said) ?? OfType(element);
    }

    /// <summary>Whether HTML has a list of its own for it.</summary>
    public static bool IsOfHtml(string style) => style is "1" or "a" or "A" or "i" or "I" or Bullet;

    /// <summary>What stands before a point, as <see cref="ListMarkers"/> reads it.</summary>
    public static string Marker(string style, int number) => style switch
    {
        None or Bullet => style,
        ['"', ..] => style.Trim('"').Trim(),
        _ => Number(style, number) + ".",
    };

    /// <summary>The number alone, without a dot.</summary>
    public static string Number(string style, int number) => style switch
    {
        Greek when number > 0 => Letters(number),
        LeadingZero => number.ToString(number is > -10 and < 10 ? "00" : "0", CultureInfo.InvariantCulture),
        _ => ListMarkers.Draw(number, style),
    };

    private static string Letters(int number)
    {
        var letters = "";
        for (; number > 0; number = (number - 1) / GreekLetters.Length)
        {
            letters = GreekLetters[(number - 1) % GreekLetters.Length] + letters;
        }

        return letters;
    }

    private static string? OfValue(string value)
    {
        if (Quoted().Match(value) is { Success: true } drawn)
        {
            return $"\"{drawn.Groups["text"].Value}\"";
        }

        var words = value.ToLowerInvariant().Split((char[])[' ', '\t', '\n', '!'], StringSplitOptions.RemoveEmptyEntries);
        return words.Any(word => word.StartsWith("url(", StringComparison.Ordinal)) ? Bullet : words.Select(OfWord).FirstOrDefault(known => known is not null);
    }

    private static string? OfWord(string word) => word switch
    {
        "none" => None,
        "disc" or "circle" or "square" or "disclosure-open" or "disclosure-closed" => Bullet,
        "lower-alpha" or "lower-latin" => "a",
        "upper-alpha" or "upper-latin" => "A",
        "lower-roman" => "i",
        "upper-roman" => "I",
        Greek or LeadingZero => word,
        "inside" or "outside" or "important" or "inherit" or "initial" or "unset" or "revert" => null,
        _ => "1",
    };

    // As browsers read it: numbers for ol, bullets for ul, either for li.
    private static string? OfType(IElement element) => (element.LocalName, element.GetAttribute("type")) switch
    {
        (not "ul", "1" or "a" or "A" or "i" or "I") => element.GetAttribute("type"),
        (not "ol", { } said) when said.Equals("none", StringComparison.OrdinalIgnoreCase) => None,
        (not "ol", { } said) when said.ToLowerInvariant() is "disc" or "circle" or "square" => Bullet,
        _ => null,
    };

    [GeneratedRegex(@"(?:^|;)\s*list-style(?:-type)?\s*:\s*(?<value>(?:""[^""]*""|'[^']*'|[^;])*)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Declaration();

    [GeneratedRegex(@"(?<quote>[""'])(?<text>.*?)\k<quote>(?![^(]*\))", RegexOptions.CultureInvariant)]
    private static partial Regex Quoted();
}
