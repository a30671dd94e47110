using System.Collections.Frozen;
using System.Globalization;
using AngleSharp.Dom;
using GovPortal.Core.Text;

namespace GovPortal.Editing.Cleaning;

/// <summary>Places in a text that links of the same text lead to. Each name stands once, and none is a name of the page around the text.</summary>
public static class TextTargets
{
    private const string Prefix = "muc-";

    private static readonly FrozenSet<string> ofPages = new[] { "noi-dung", "agencies", "co-quan", "dossier", "legal-bases", "methods", "note", "q", "requirements", "steps" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether pages themselves use a name: those of the list, and all that begin with <c>gp-</c> or, as the fields for questions do, <c>q-</c>.</summary>
    public static bool IsOfPage(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return ofPages.Contains(id) || id.StartsWith("gp-", StringComparison.OrdinalIgnoreCase) || id.StartsWith("q-", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Links within the text whose target is not there. <c>#</c> and <c>#top</c> lead to the top of every page.</summary>
    public static IEnumerable<IElement> LinksToNothing(IElement body)
    {
        ArgumentNullException.ThrowIfNull(body);
        var names = body.QuerySelectorAll("[id]").Select(element => element.Id!).ToHashSet(StringComparer.Ordinal);
        return Links(body).Where(link => FragmentOf(link) is { Length: > 0 } name && name != "top" && !names.Contains(name));
    }

    internal static void Mend(IElement body)
    {
        var links = Links(body).ToLookup(FragmentOf, StringComparer.Ordinal);
        var taken = body.QuerySelectorAll("[id]").Select(element => NameOf(element.Id!)).ToHashSet(StringComparer.Ordinal);
        var met = new HashSet<string>(StringComparer.Ordinal);
        var counted = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var element in body.QuerySelectorAll("[id],a[name]").ToArray())
        {
            var given = element.GetAttribute("id") ?? element.GetAttribute("name")!;
            var isOfOldKind = !element.HasAttribute("id");
            element.RemoveAttribute("name");
            var name = NameOf(given);
            if (name.Length == 0 || isOfOldKind && !links.Contains(name))
            {
                element.RemoveAttribute("id");
                continue;
            }

            var isFirst = met.Add(name);
            var free = isFirst && !IsOfPage(name) ? name : FreeOf(IsOfPage(name) ? Prefix + name : name, taken, counted);
            taken.Add(free);
            element.SetAttribute("id", free);
            foreach (var link in isFirst ? links[name] : [])
            {
                link.SetAttribute("href", "#" + free);
            }
        }

        foreach (var place in body.QuerySelectorAll("a").Where(a => !a.HasAttribute("href") && !a.HasAttribute("id")).ToArray())
        {
            WordHtml.Unwrap(place);
        }
    }

    private static string FreeOf(string wish, HashSet<string> taken, Dictionary<string, int> counted)
    {
        var (free, n) = (wish, counted.GetValueOrDefault(wish, 1));
        while (taken.Contains(free))
        {
            free = string.Create(CultureInfo.InvariantCulture, $"{wish}-{++n}");
        }

        counted[wish] = n;
        return free;
    }

    private static IEnumerable<IElement> Links(IElement body) => body.QuerySelectorAll("a[href^='#']");

    private static string FragmentOf(IElement link) => NameOf(Uri.UnescapeDataString(link.GetAttribute("href")![1..]));

    private static string NameOf(string given) => VietnameseText.NormalizeLine(given).Replace(' ', '-');
}
