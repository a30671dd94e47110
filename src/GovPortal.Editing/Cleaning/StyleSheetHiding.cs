using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace GovPortal.Editing.Cleaning;

/// <summary>
/// What a style sheet of the text hides on a screen, as Word does with a hidden style, gets <c>hidden</c> here; what a rule says of the size of letters and of
/// the markers of lists stands with the element afterwards, for a size of nothing hides words, and a list without markers is none. Rules for print hide nothing from who copies, and an element's own <c>display</c> is stronger.
/// </summary>
internal static partial class StyleSheetHiding
{
    // Selectors that are looked for, each through the whole text; sheets of pages on the web have thousands, of which few hide.
    private const int MostRules = 50;

    public static void Mark(IElement document)
    {
        var names = document.QuerySelectorAll("[class],[id]").SelectMany(element => element.ClassList.Select(one => "." + one).Append("#" + element.Id)).ToHashSet(StringComparer.Ordinal);
        var rules = RulesIn(document).Where(rule => Name().Matches(rule.Selector).All(name => names.Contains(name.Value))).ToArray();
        if (rules.Any(rule => rule.Hides))
        {
            Hide(document, rules.Where(rule => rule.Hides || rule.Shows).Take(MostRules));
        }

        var isAnyTiny = rules.Any(rule => rule.Look.Length > 0 && HiddenParts.IsTiny(rule.Look) == true);
        Carry(document, rules.Where(rule => rule.Look.Length > 0 && (isAnyTiny || rule.Look.Contains("list-style", StringComparison.Ordinal))).Take(MostRules));
    }

    // The last rule said stands last, before what the element says of itself.
    private static void Carry(IElement document, IEnumerable<Rule> rules)
    {
        var said = new Dictionary<IElement, string>();
        foreach (var rule in rules)
        {
            foreach (var element in Found(document, rule))
            {
                said[element] = said.TryGetValue(element, out var before) ? $"{before};{rule.Look}" : rule.Look;
            }
        }

        foreach (var (element, look) in said)
        {
            element.SetAttribute("style", $"{look};{element.GetAttribute("style")}");
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
                var carried = string.Join(';', Carried().Matches(look).Select(one => one.Value));
                if (hides || shows || carried.Length > 0)
                {
                    foreach (var one in rule.Groups["selectors"].Value.Split(',').Select(one => Selector().Match(one)).Where(one => one.Success))
                    {
                        // Of all lists of a page a rule says how they look; which of them it hides, others say nearer.
                        var isOfAll = one.Groups["all"].Success;
                        yield return new Rule(one.Groups["name"].Value, hides && !isOfAll, shows && !isOfAll, carried);
                    }
                }
            }
        }
    }

    [GeneratedRegex(@"(?<selectors>[^{}]+)\{(?<look>[^{}]*)\}", RegexOptions.NonBacktracking)]
    private static partial Regex RuleText();

    // Names with classes and ids, alone or one within another; a sheet of Word stands in a comment.
    [GeneratedRegex(@"^(?:\s|<!--|-->|/\*[^*]*\*/)*(?<name>(?:[A-Za-z][A-Za-z0-9]*)?(?:[.#][A-Za-z_][A-Za-z0-9_-]*)+|[A-Za-z][A-Za-z0-9]*(?:[.#][A-Za-z_][A-Za-z0-9_-]*)*(?:\s*>\s*|\s+)(?:[A-Za-z][A-Za-z0-9]*|(?:[A-Za-z][A-Za-z0-9]*)?(?:[.#][A-Za-z_][A-Za-z0-9_-]*)+)|(?:[.#][A-Za-z_][A-Za-z0-9_-]*)+(?:\s*>\s*|\s+)(?:[A-Za-z][A-Za-z0-9]*|(?:[A-Za-z][A-Za-z0-9]*)?(?:[.#][A-Za-z_][A-Za-z0-9_-]*)+)|(?<all>[uo]l|li))\s*$", RegexOptions.NonBacktracking)]
    private static partial Regex Selector();

    [GeneratedRegex("[.#][A-Za-z0-9_-]+", RegexOptions.NonBacktracking)]
    private static partial Regex Name();

    [GeneratedRegex(@"(?:^|(?<=;))(?:font(?:-size)?|list-style(?:-type)?):[^;]+", RegexOptions.CultureInvariant)]
    private static partial Regex Carried();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blank();

    /// <param name="Look">What it says of the size of letters and of markers.</param>
    private sealed record Rule(string Selector, bool Hides, bool Shows, string Look);
}
