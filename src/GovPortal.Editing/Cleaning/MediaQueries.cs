using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace GovPortal.Editing.Cleaning;

/// <summary>Which rules of a style sheet held where the text was copied: on the screen of a computer.</summary>
internal static partial class MediaQueries
{
    // Pixels of a usual window.
    private const double Width = 1280;

    // Sheets that are longer are read so far.
    private const int Longest = 500_000;

    // Frames within each other.
    private const int Deepest = 8;

    /// <summary>Whether one of the queries is met; no query at all is.</summary>
    public static bool IsOfScreen(string queries) => queries.Split(',').Any(query => IsMet(Blank().Replace(query, " ").Trim().ToLowerInvariant()));

    /// <summary>The rules of a sheet that hold, without the frames around them.</summary>
    public static string OnScreen(string sheet) => OnScreen(sheet, 0);

    private static string OnScreen(string sheet, int depth)
    {
        var rules = new StringBuilder();
        var (text, at) = (sheet.Length > Longest ? sheet[..Longest] : sheet, 0);
        while (at < text.Length && text.IndexOf('@', at) is >= 0 and var found)
        {
            rules.Append(text, at, found - at);
            var begin = text.AsSpan(found).IndexOfAny('{', ';');
            if (begin < 0)
            {
                return rules.ToString();
            }

            begin += found;
            var end = text[begin] == ';' ? begin + 1 : EndOf(text, begin);
            var frame = text[found..begin];
            if (text[begin] == '{' && depth < Deepest && Holds(frame))
            {
                rules.Append(OnScreen(text[(begin + 1)..Math.Max(begin + 1, end - 1)], depth + 1));
            }

            at = end;
        }

        return at < text.Length ? rules.Append(text, at, text.Length - at).ToString() : rules.ToString();
    }

    private static bool Holds(string frame) => Frame().Match(frame) is { Success: true } named && (named.Groups["name"].Value.ToLowerInvariant() is not "media" || IsOfScreen(named.Groups["queries"].Value));

    // Behind the brace that closes.
    private static int EndOf(string text, int begin)
    {
        var depth = 0;
        for (var at = begin; at < text.Length; at++)
        {
            depth += text[at] == '{' ? 1 : text[at] == '}' ? -1 : 0;
            if (depth == 0)
            {
                return at + 1;
            }
        }

        return text.Length;
    }

    private static bool IsMet(string query)
    {
        var type = Type().Match(query) is { Success: true } named ? named.Groups["type"].Value : "";
        return (query.StartsWith("not ", StringComparison.Ordinal) ? type is not ("screen" or "all" or "") : type is "screen" or "all" or "")
            && Feature().Matches(query).All(feature => IsMet(feature.Groups["name"].Value, feature.Groups["value"].Value, feature.Groups["unit"].Value));
    }

    private static bool IsMet(string name, string value, string unit)
    {
        var pixels = double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number * (unit is "em" or "rem" ? 16 : unit == "pt" ? 4 / 3.0 : 1) : (double?)null;
        return name switch { "min-width" => pixels <= Width, "max-width" => pixels >= Width, _ => false };
    }

    [GeneratedRegex(@"^@(?<name>media|supports|layer|container|scope)\b(?<queries>.*)$", RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.NonBacktracking)]
    private static partial Regex Frame();

    [GeneratedRegex("^(?:only |not )?(?<type>[a-z]+)", RegexOptions.NonBacktracking)]
    private static partial Regex Type();

    [GeneratedRegex(@"\(\s*(?<name>[a-z-]+)\s*(?::\s*(?<value>[0-9.]*)(?<unit>[a-z]*)[^)]*)?\)", RegexOptions.NonBacktracking)]
    private static partial Regex Feature();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blank();
}
