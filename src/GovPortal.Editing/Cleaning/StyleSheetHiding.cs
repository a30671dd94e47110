using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace GovPortal.Editing.Cleaning;

/// <summary>
/// What a style sheet of the text hides on a screen, as Word does with a hidden style, gets <c>hidden</c> here; the size of letters that a rule says stands with the element
/// afterwards, for a size of nothing hides words. Rules for print hide nothing from who copies, and an element's own <c>display</c> is stronger.
/// </summary>
internal static partial class StyleSheetHiding
{
    // Selectors that are looked for, each through the whole text; sheets of pages on the web have thousands, of which few hide.
    private const int MostRules = 100;

    public static void Mark(IElement document)
    {
        var rules = RulesIn(document).ToArray();
        if (rules.Any(rule => rule.Hides))
        {
            Hide(document, rules.Where(rule => rule.Hides || rule.Shows).Take(MostRules));
        }

        if (rules.Any(rule => rule.Size is not null && HiddenParts.IsTiny(rule.Size) == true))
        {
            Size(document, rules.Where(rule => rule.Size is not null).Take(MostRules));
        }
    }

    // The last rule said stands last, before what the element says of itself.
    private static void Size(IElement document, IEnumerable<Rule> rules)
    {
        var said = new Dictionary<IElement, string>();
        foreach (var rule in rules)
        {
            foreach (var element in Found(document, rule))
            {
                said[element] = rule.Size!;
            }
        }

        foreach (var (element, size) in said)
        {
            element.SetAttribute("style", $"{size};{element.GetAttribute("style")}");
        }
    }

    private static void Hide(IElement document, IEnumerable<Rule> rules)
    {
        var hidden = new HashSet<IElement>();
        foreach (var rule in rules)
        {
            if (rule.Hides)
            {
                hidden.UnionWith(Found(document, rule));
            }
            else
            {
                hidden.ExceptWith(Found(document, rule));
            }
        }

        foreach (var element in hidden.Where(element => !WordHtml.StyleOf(element).Contains("display:", StringComparison.Ordinal)))
        {
            element.SetAttribute("hidden", "");
        }
    }

    private static IEnumerable<IElement> Found(IElement document, Rule rule) => document.QuerySelectorAll(rule.Selector);

    private static IEnumerable<Rule> RulesIn(IElement document)
    {
        foreach (var sheet in document.QuerySelectorAll("style").Where(sheet => MediaQueries.IsOfScreen(sheet.GetAttribute("media") ?? "")))
        {
            foreach (Match rule in RuleText().Matches(MediaQueries.OnScreen(sheet.TextContent)))
            {
                var look = Blank().Replace(rule.Groups["look"].Value, "").ToLowerInvariant();
                var (hides, shows) = (HiddenParts.IsHidden(look), look.Contains("display:", StringComparison.Ordinal));
                var size = SizeOfLetters().Match(look) is { Success: true } said ? said.Value : null;
                if (hides || shows || size is not null)
                {
                    foreach (var one in rule.Groups["selectors"].Value.Split(',').Select(one => Selector().Match(one)).Where(one => one.Success))
                    {
                        yield return new Rule(one.Groups["name"].Value, hides, shows, size);
                    }
                }
            }
        }
    }

    [GeneratedRegex(@"(?<selectors>[^{}]+)\{(?<look>[^{}]*)\}", RegexOptions.NonBacktracking)]
    private static partial Regex RuleText();

    // Names with classes and ids, alone or one within another; a sheet of Word stands in a comment.
    [GeneratedRegex(@"^(?:\s|<!--|-->|/\*[^*]*\*/)*(?<name>(?:[A-Za-z][A-Za-z0-9]*)?(?:[.#][A-Za-z_][A-Za-z0-9_-]*)+|[A-Za-z][A-Za-z0-9]*(?:[.#][A-Za-z_][A-Za-z0-9_-]*)*(?:\s*>\s*|\s+)(?:[A-Za-z][A-Za-z0-9]*|(?:[A-Za-z][A-Za-z0-9]*)?(?:[.#][A-Za-z_][A-Za-z0-9_-]*)+)|(?:[.#][A-Za-z_][A-Za-z0-9_-]*)+(?:\s*>\s*|\s+)(?:[A-Za-z][A-Za-z0-9]*|(?:[A-Za-z][A-Za-z0-9]*)?(?:[.#][A-Za-z_][A-Za-z0-9_-]*)+))\s*$", RegexOptions.NonBacktracking)]
    private static partial Regex Selector();

    [GeneratedRegex(@"(?:^|(?<=;))font(?:-size)?:[^;]+", RegexOptions.CultureInvariant)]
    private static partial Regex SizeOfLetters();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blank();

    /// <param name="Size">What it says of the size of letters; null where nothing.</param>
    private sealed record Rule(string Selector, bool Hides, bool Shows, string? Size);
}
