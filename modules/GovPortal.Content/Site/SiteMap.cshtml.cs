using GovPortal.Core.Content;
using GovPortal.Core.Tenancy;
using GovPortal.Core.Web;

namespace GovPortal.Content.Site;

/// <summary>Everything the site offers, on one page, for people.</summary>
public sealed class SiteMapPage(PublishedContent content, VisitedSite site, TenantDirectory directory) : PageModel
{
    private const int MostPages = 200;

    public IReadOnlyList<ListedItem> Pages { get; private set; } = [];

    public IReadOnlyList<Tenant> Agencies { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        Pages = (await content.ListAsync(new ListQuery(PageType.TypeName, Size: MostPages) { Order = ListOrder.Title, IsCounted = false }, ct)).Items;
        Agencies = directory.ChildrenOf(site.Tenant);
    }
}
