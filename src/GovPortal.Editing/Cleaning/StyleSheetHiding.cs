using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace GovPortal.Editing.Cleaning;

/// <summary>
/// What a style sheet of the text hides by class or id, as Word does with a hidden style, gets <c>hidden</c> here. Rules for print alone hide nothing from who copies,
/// and an element's own <c>display</c> is stronger.
/// </summary>
internal static partial class StyleSheetHiding
{
    public static void Mark(IElement document)
    {
        var hidden = NamesIn(document);
        if (hidden.Count == 0)
        {
            return;
        }

        foreach (var element in document.QuerySelectorAll("[class],[id]").Where(element => IsNamed(element, hidden) && !WordHtml.StyleOf(element).Contains("display:", StringComparison.Ordinal)))
        {
            element.SetAttribute("hidden", "");
        }
    }

    /// <summary>Selectors of one class or id, with the name of an element before it or without: <c>.ten</c>, <c>p.ten</c>, <c>#ten</c>.</summary>
    private static HashSet<string> NamesIn(IElement document)
    {
        var hidden = new HashSet<string>(StringComparer.Ordinal);
        foreach (var sheet in document.QuerySelectorAll("style").Where(sheet => sheet.GetAttribute("media") is null or "" or "all" or "screen"))
        {
            foreach (Match rule in Rule().Matches(AtRule().Replace(sheet.TextContent, "")))
            {
                var look = Blank().Replace(rule.Groups["look"].Value, "").ToLowerInvariant();
                var selectors = rule.Groups["selectors"].Value.Split(',').Select(one => Selector().Match(one)).Where(one => one.Success).Select(one => one.Groups["name"].Value);
                if (HiddenParts.IsHidden(look))
                {
                    hidden.UnionWith(selectors);
                }
                else if (look.Contains("display:", StringComparison.Ordinal))
                {
                    hidden.ExceptWith(selectors);
                }
            }
        }

        return hidden;
    }

    private static bool IsNamed(IElement element, HashSet<string> hidden)
    {
        var (tag, names) = (element.LocalName, element.ClassList.Select(one => "." + one));
        return (element.Id is { } id ? names.Append("#" + id) : names).Any(name => hidden.Contains(name) || hidden.Contains(tag + name));
    }

    [GeneratedRegex(@"@[^{}]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}", RegexOptions.NonBacktracking)]
    private static partial Regex AtRule();

    [GeneratedRegex(@"(?<selectors>[^{}]+)\{(?<look>[^{}]*)\}", RegexOptions.NonBacktracking)]
    private static partial Regex Rule();

    // A sheet of Word stands in a comment.
    [GeneratedRegex(@"^(?:\s|<!--|/\*[^*]*\*/)*(?<name>\w*[.#][\w-]+)\s*$", RegexOptions.NonBacktracking)]
    private static partial Regex Selector();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blank();
}
