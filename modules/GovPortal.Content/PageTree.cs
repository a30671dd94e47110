using GovPortal.Core.Tenancy;

namespace GovPortal.Content;

/// <summary>The standing pages of a site in their order, each below the page it belongs to.</summary>
public static class PageTree
{
    /// <summary>Lays pages out from the top down. A page whose place nobody has chosen stands at the end of the top; one whose upper page is missing moves up to the next that is there.</summary>
    public static IReadOnlyList<PageNode<TPage>> Lay<TPage>(IReadOnlyList<TPage> pages, Func<TPage, long> id, IReadOnlyList<PagePlace> places)
    {
        ArgumentNullException.ThrowIfNull(pages);
        ArgumentNullException.ThrowIfNull(id);
        var chosen = places.DistinctBy(place => place.Id).ToDictionary(place => place.Id);
        var order = places.DistinctBy(place => place.Id).Select((place, number) => (place.Id, number)).ToDictionary(pair => pair.Id, pair => pair.number);
        var present = pages.Select(id).ToHashSet();
        var children = pages.OrderBy(page => order.GetValueOrDefault(id(page), int.MaxValue)).ToLookup(page => AboveOf(id(page), chosen, present) ?? 0);
        var nodes = new List<PageNode<TPage>>(pages.Count);
        Descend(0, 0);
        return nodes;

        void Descend(long above, int level)
        {
            foreach (var page in children[above])
            {
                nodes.Add(new PageNode<TPage>(page, id(page), above == 0 ? null : above, level));
                Descend(id(page), level + 1);
            }
        }
    }

    /// <summary>The pages a page may stand below: not itself, nothing below it, and none so deep that it would be lost.</summary>
    /// <param name="id">Null for a new page.</param>
    public static IReadOnlyList<PageNode<TPage>> ThatMayHold<TPage>(long? id, IReadOnlyList<PageNode<TPage>> nodes, int lowest)
    {
        ArgumentNullException.ThrowIfNull(nodes);
        var own = new HashSet<long>(id is { } one ? [one] : []);
        foreach (var node in nodes.Where(node => node.Under is { } under && own.Contains(under)))
        {
            own.Add(node.Id);
        }

        var levels = nodes.Where(node => own.Contains(node.Id)).Select(node => node.Level).DefaultIfEmpty(0).ToArray();
        var height = levels.Max() - levels.Min();
        return [.. nodes.Where(node => !own.Contains(node.Id) && node.Level + 1 + height <= lowest)];
    }

    /// <summary>The places with a page put last below another, or last at the top.</summary>
    public static IReadOnlyList<PagePlace> Put(IReadOnlyList<PagePlace> places, long id, long? under) =>
        [.. places.Where(place => place.Id != id), new PagePlace(id, under)];

    /// <summary>The places by the titles of their pages, for those who read what was changed.</summary>
    public static object Told(IReadOnlyList<PagePlace> places, IReadOnlyDictionary<long, string> titles)
    {
        ArgumentNullException.ThrowIfNull(places);
        ArgumentNullException.ThrowIfNull(titles);
        string TitleOf(long page) => titles.GetValueOrDefault(page) ?? page.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return places.Select(place => place.Under is { } under ? $"{TitleOf(under)} › {TitleOf(place.Id)}" : TitleOf(place.Id)).ToArray();
    }

    private static long? AboveOf(long page, Dictionary<long, PagePlace> chosen, HashSet<long> present)
    {
        long? found = null;
        var passed = new HashSet<long> { page };
        for (var above = chosen.GetValueOrDefault(page)?.Under; above is { } one; above = chosen.GetValueOrDefault(one)?.Under)
        {
            if (!passed.Add(one))
            {
                // A circle has no top: its pages stand at the top themselves.
                return null;
            }

            found ??= present.Contains(one) ? one : null;
        }

        return found;
    }
}

/// <param name="Under">Number of the page it belongs to; null at the top.</param>
/// <param name="Level">0 at the top.</param>
public sealed record PageNode<TPage>(TPage Page, long Id, long? Under, int Level);
