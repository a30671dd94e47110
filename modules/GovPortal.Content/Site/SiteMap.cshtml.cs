using GovPortal.Core.Localization;
using GovPortal.Core.Tenancy;
using GovPortal.Publishing.Reading;
using GovPortal.Storage.Tenancy;
using GovPortal.Web.Caching;
using GovPortal.Web.Pages;

namespace GovPortal.Content.Site;

/// <summary>Everything the site offers, on one page, for people.</summary>
public sealed class SiteMapPage(StandingPages pages, VisitedSite site, TenantDirectory directory) : PageModel
{
    // All agencies of any province on one page, and of a larger installation in parts.
    private const int AgenciesOnAPage = 300;

    [BindProperty(SupportsGet = true, Name = "trang")]
    public int Number { get; set; } = 1;

    /// <summary>The standing pages as the tree they form.</summary>
    public IReadOnlyList<PageNode<ListedItem>> Pages { get; private set; } = [];

    public IReadOnlyList<Tenant> Agencies { get; private set; } = [];

    public PageOf AgencyPages { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var agencies = directory.ChildrenOf(site.Tenant);
        AgencyPages = new PageOf(Number, AgenciesOnAPage, agencies.Count, number => site.Link("/so-do") + new QueryWriter().Add("trang", number > 1 ? number : null) + "#co-quan");
        if (!ModelState.IsValid || Number < 1 || AgencyPages.IsBeyond)
        {
            return this.NotThatFar(AgencyPages);
        }

        Pages = await pages.TreeOfAsync(site.Tenant, ct);
        Agencies = [.. agencies.Skip((Number - 1) * AgenciesOnAPage).Take(AgenciesOnAPage)];
        return Page();
    }
}
