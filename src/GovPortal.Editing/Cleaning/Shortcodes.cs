using System.Collections.Frozen;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace GovPortal.Editing.Cleaning;

/// <summary>
/// Words in brackets by which WordPress and systems like it name what they draw: <c>[gallery ids="1,2"]</c>, <c>[caption width="300"]…[/caption]</c>. Brackets that an author
/// wrote stay: <c>[Video] Hội nghị</c>, <c>[1]</c>, <c>[sic]</c>.
/// </summary>
internal static partial class Shortcodes
{
    /// <summary>The element that stands for one until the text is copied; its title is the shortcode as it was written.</summary>
    public const string Element = "gp-shortcode";

    /// <summary>Set where words follow that it holds.</summary>
    public const string Holds = "holds";

    // Those that say all by their name alone, which is no word of a text.
    private static readonly FrozenSet<string> bare = new[] { "gallery", "playlist" }.ToFrozenSet();

    /// <summary>Puts an element in the place of each shortcode; the ends of those that hold words go.</summary>
    public static void Mark(IElement body)
    {
        var texts = body.Descendants<IText>().Where(text => text.Data.Contains('[', StringComparison.Ordinal)).ToArray();
        var found = texts.SelectMany(text => Code().Matches(text.Data)).ToArray();
        var ends = found.Where(code => code.Groups["end"].Success).Select(NameOf).ToHashSet(StringComparer.Ordinal);
        var starts = found.Where(code => !code.Groups["end"].Success && (ends.Contains(NameOf(code)) || IsOne(code))).Select(NameOf).ToHashSet(StringComparer.Ordinal);
        foreach (var text in texts)
        {
            Replace(text, starts, ends);
        }
    }

    private static void Replace(IText text, HashSet<string> starts, HashSet<string> ends)
    {
        var (parts, at) = (new List<INode>(), 0);
        foreach (var code in Code().Matches(text.Data).Where(code => code.Groups["end"].Success ? starts.Contains(NameOf(code)) : ends.Contains(NameOf(code)) || IsOne(code)))
        {
            parts.Add(text.Owner!.CreateTextNode(text.Data[at..code.Index]));
            at = code.Index + code.Length;
            if (!code.Groups["end"].Success)
            {
                var made = text.Owner.CreateElement(Element);
                made.SetAttribute("title", code.Value);
                if (ends.Contains(NameOf(code)))
                {
                    made.SetAttribute(Holds, "");
                }

                parts.Add(made);
            }
        }

        if (parts.Count > 0)
        {
            text.Replace([.. parts, text.Owner!.CreateTextNode(text.Data[at..])]);
        }
    }

    private static string NameOf(Match code) => code.Groups["name"].Value;

    private static bool IsOne(Match code) => code.Groups["told"].Success || bare.Contains(NameOf(code));

    // Doubled brackets are how these systems write one that is meant as words.
    [GeneratedRegex(@"(?<!\[)\[(?<end>/)?(?<name>[A-Za-z][A-Za-z0-9_-]{0,40})(?:(?<told>(?:=|\s[\w-]{1,40}=)[^\[\]]{0,1000})|\s*/?)\](?!\])", RegexOptions.CultureInvariant)]
    private static partial Regex Code();
}
