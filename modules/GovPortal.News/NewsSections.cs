using GovPortal.Core.Tenancy;
using GovPortal.Publishing.Content;
using GovPortal.Publishing.Reading;
using GovPortal.Publishing.Web;
using GovPortal.Storage.Tenancy;

namespace GovPortal.News;

/// <summary>The site's own newest news on its home page, pinned items first; the province's where the site has none yet.</summary>
public sealed class NewsSection(Tenant tenant, PublishedContent content, TenantDirectory directory, PublishedContentOf contentOf) : IHomeSection
{
    public string Name => "news";

    public string Module => NewsModule.Named;

    public int Order => 20;

    public HomeCount? Count { get; } = new(Usual: 5, Least: 3, Most: 10);

    public string Partial => "News/Site/_HomeNews";

    private int Cards => this.CountOn(tenant);

    public async Task<object?> LoadAsync(CancellationToken ct)
    {
        var newest = await content.ListAsync(new ListQuery(ArticleType.TypeName, Size: Cards) { IsCounted = false }, ct);
        var pinned = await content.ListAsync(new ListQuery(ArticleType.TypeName, Size: 1) { IsCounted = false, Terms = new Dictionary<string, string> { ["pinned"] = "yes" } }, ct);
        var items = pinned.Items.Concat(newest.Items).DistinctBy(item => item.Id).Take(Cards).ToArray();
        return items.Length > 0 ? new HomeNews(items, tenant) : await OfProvinceAsync(ct);
    }

    private async Task<HomeNews?> OfProvinceAsync(CancellationToken ct)
    {
        if (tenant.IsPortal || directory.Portal is not { } portal)
        {
            return null;
        }

        var newest = await contentOf(portal).ListAsync(new ListQuery(ArticleType.TypeName, Size: Cards) { IsCounted = false }, ct);
        return newest.Items.Count == 0 ? null : new HomeNews(newest.Items, portal);
    }
}

/// <param name="Owner">Whose news it is: the site itself, or the portal.</param>
public sealed record HomeNews(IReadOnlyList<ListedItem> Items, Tenant Owner);

/// <summary>The newest news of all agencies, on the portal's home page.</summary>
public sealed class AgencyNewsSection(Tenant tenant, PublishedAcrossSites everywhere, TenantDirectory directory) : IHomeSection
{
    // Read more than shown, so that the portal's own can be left out without a second query.
    private const int ReadAhead = 13;

    public string Name => "agency-news";

    public string Module => NewsModule.Named;

    public int Order => 30;

    public HomeCount? Count { get; } = new(Usual: 5, Least: 3, Most: 10);

    public bool IsOffered => tenant.IsPortal;

    public string Partial => "News/Site/_HomeAgencyNews";

    public async Task<object?> LoadAsync(CancellationToken ct)
    {
        if (!tenant.IsPortal)
        {
            return null;
        }

        var lines = this.CountOn(tenant);
        var newest = await everywhere.ListAsync(new ListQuery(ArticleType.TypeName, Size: lines + ReadAhead) { IsCounted = false }, ct);
        var items = newest.Items.Where(item => item.TenantId != tenant.Id).Take(lines)
            .Select(item => new AgencyNews(item, directory.FindById(item.TenantId)!)).ToArray();
        return items.Length == 0 ? null : items;
    }
}

public sealed record AgencyNews(ListedItem Item, Tenant Agency);
