using System.Xml;
using GovPortal.Editing.Cleaning;
using GovPortal.Publishing.Import;

namespace GovPortal.Migration.Crawling;

/// <summary>Finds out which pages a site has: by the sitemap or feed that was named, by those its robots.txt names, at the usual address, or by the feed its home page names.</summary>
internal sealed class SitePages(SiteVisitor visitor, Uri start)
{
    private const int MostLists = 100;
    private const int MostListed = 100_000;

    private readonly HashSet<string> seen = new(StringComparer.Ordinal);

    /// <returns>None where the site has no list.</returns>
    public async Task<IReadOnlyList<ListedPage>> FindAsync(CancellationToken ct)
    {
        var first = await visitor.GetAsync(start, ct);
        if (first.Why is null && ListIn(first) is { } given)
        {
            return await FollowAsync(given, ct);
        }

        foreach (var address in visitor.Sitemaps.Append(new Uri(start, "/sitemap.xml").AbsoluteUri).Concat(FeedsOf(first)))
        {
            if (await ListAtAsync(address, ct) is { } list && await FollowAsync(list, ct) is { Count: > 0 } pages)
            {
                return pages;
            }
        }

        return [];
    }

    private async Task<IReadOnlyList<ListedPage>> FollowAsync(SiteList list, CancellationToken ct)
    {
        var pages = list.Pages.ToList();
        foreach (var sitemap in list.Sitemaps)
        {
            if (pages.Count < MostListed && await ListAtAsync(sitemap, ct) is { } other)
            {
                pages.AddRange(other.Pages);
            }
        }

        return pages;
    }

    private async Task<SiteList?> ListAtAsync(string address, CancellationToken ct) =>
        seen.Count < MostLists && Uri.TryCreate(start, address, out var whole) && visitor.IsOfSite(whole) && seen.Add(whole.AbsoluteUri) && await visitor.GetAsync(whole, ct) is { Why: null } page ? ListIn(page) : null;

    private static SiteList? ListIn(VisitedPage page)
    {
        try
        {
            return SiteList.Read(page.Open());
        }
        catch (XmlException)
        {
            // A page for people; they are no XML.
            return null;
        }
    }

    private static IEnumerable<string> FeedsOf(VisitedPage home)
    {
        using var page = home.Why is null ? BoundedHtml.Parse(home.Text()) : null;
        return page is null ? [] : [.. page.QuerySelectorAll("link[rel~=alternate][type='application/atom+xml'], link[rel~=alternate][type='application/rss+xml']").Select(link => link.GetAttribute("href")).OfType<string>()];
    }
}
