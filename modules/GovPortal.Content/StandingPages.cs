using System.Collections.Concurrent;
using GovPortal.Core.Caching;
using GovPortal.Core.Publication;
using GovPortal.Core.Tenancy;
using GovPortal.Publishing.Content;
using GovPortal.Publishing.Publication;
using GovPortal.Publishing.Reading;
using GovPortal.Storage.Tenancy;
using GovPortal.Web.Caching;

namespace GovPortal.Content;

/// <summary>
/// The pages the foot of every page leads to where they exist, on the site itself, else on the portal; and the tree a site's pages form.
/// Kept in memory, for the foot stands on every page, and forgotten when a page is published or withdrawn.
/// </summary>
public sealed class StandingPages : ILogFollower, IDisposable
{
    // Pages of a site an administrator can be expected to write; more would be no standing pages.
    private const int Most = 200;

    private static readonly string[] Wanted = ["huong-dan-su-dung", "tuyen-bo-tiep-can", "dieu-khoan-su-dung", "chinh-sach-quyen-rieng-tu"];

    private readonly ConcurrentDictionary<int, IReadOnlyList<ListedItem>> known = new();
    private readonly PublishedContentOf contentOf;
    private readonly TenantDirectory directory;
    private readonly PublicationLog log;
    private readonly PageCache cache;
    private long? position;

    public StandingPages(PublishedContentOf contentOf, TenantDirectory directory, PublicationLog log, PageCache cache)
    {
        ArgumentNullException.ThrowIfNull(log);
        (this.contentOf, this.directory, this.log, this.cache) = (contentOf, directory, log, cache);

        // Who publishes a page finds it in its place at their next visit; what other processes publish comes by the log.
        log.Appended += Forget;
    }

    string ILogFollower.Name => "standing-pages";

    public async Task<IReadOnlyList<StandingPage>> OfAsync(Tenant site, CancellationToken ct)
    {
        var found = new List<StandingPage>();
        var sites = new[] { site, directory.Portal }.OfType<Tenant>().DistinctBy(t => t.Id).ToArray();
        foreach (var owner in sites)
        {
            PageDependencies.Add(PageTag.Foot(owner.Id));
        }

        foreach (var slug in Wanted)
        {
            foreach (var owner in sites)
            {
                if ((await PagesOfAsync(owner, ct)).FirstOrDefault(page => page.Slug == slug) is { } page)
                {
                    found.Add(new StandingPage(owner, page));
                    break;
                }
            }
        }

        return found;
    }

    /// <summary>The site's public pages as the tree they form.</summary>
    public async Task<IReadOnlyList<PageNode<ListedItem>>> TreeOfAsync(Tenant site, CancellationToken ct)
    {
        PageDependencies.Add(PageTag.Foot(site.Id));
        return PageTree.Lay(await PagesOfAsync(site, ct), page => page.Id, site.Settings.PageTree);
    }

    // The memory starts empty, so only what comes after the start can make it stale.
    async ValueTask<long> ILogFollower.PositionAsync(CancellationToken ct) => position ??= await log.LastPositionAsync(ct);

    Task ILogFollower.FollowAsync(IReadOnlyList<LogEntry> entries, CancellationToken ct)
    {
        Forget(entries);
        position = entries[^1].Position;
        return Task.CompletedTask;
    }

    public void Dispose() => log.Appended -= Forget;

    private void Forget(IReadOnlyList<LogEntry> entries)
    {
        foreach (var entry in entries.Where(entry => entry.Type == PageType.TypeName))
        {
            known.TryRemove(entry.TenantId, out _);
            cache.Evict(PageTag.Foot(entry.TenantId));
        }
    }

    private async Task<IReadOnlyList<ListedItem>> PagesOfAsync(Tenant owner, CancellationToken ct)
    {
        if (!known.TryGetValue(owner.Id, out var pages))
        {
            pages = (await contentOf(owner).ListAsync(new ListQuery(PageType.TypeName, Size: Most) { Order = ListOrder.Title, IsCounted = false }, ct)).Items;
            known[owner.Id] = pages;
        }

        return pages;
    }
}

public sealed record StandingPage(Tenant Owner, ListedItem Page)
{
    /// <summary>A page keeps its English title in its small print.</summary>
    public string TitleIn(string language) => language == "en" && !string.IsNullOrEmpty(Page.ListJson) ? Page.ListJson : Page.Title;
}
