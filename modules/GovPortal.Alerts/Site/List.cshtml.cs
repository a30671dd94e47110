using GovPortal.Core.Localization;
using GovPortal.Core.Tenancy;
using GovPortal.Web.Pages;

namespace GovPortal.Alerts.Site;

/// <summary>The alerts on a site: in force, to come, and over, a page at a time.</summary>
public sealed class ListPage(RunningAlerts alerts, VisitedSite site, TenantClock clock) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "trang")]
    public int Number { get; set; } = 1;

    public IReadOnlyList<PublishedAlert> Running { get; private set; } = [];

    public IReadOnlyList<PublishedAlert> Coming { get; private set; } = [];

    /// <summary>Those that are over, on this page.</summary>
    public IReadOnlyList<PublishedAlert> Past { get; private set; } = [];

    public PageOf Pages { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid || Number < 1 || (long)Number * PageOf.DefaultSize > PageOf.Deepest)
        {
            return this.NotThatFar(AddressOf);
        }

        var (all, now) = (await alerts.AllOnAsync(site.Tenant, ct), clock.Now);
        PublishedAlert[] past = [.. all.Where(alert => alert.EndsAt <= now)];
        Pages = new PageOf(Number, PageOf.DefaultSize, past.Length, AddressOf);
        if (Pages.IsBeyond)
        {
            return this.NotThatFar(Pages);
        }

        Running = await alerts.OnAsync(site.Tenant, ct);
        Coming = [.. all.Where(alert => alert.BeginsAt > now).Reverse()];
        Past = [.. past.Skip((Number - 1) * PageOf.DefaultSize).Take(PageOf.DefaultSize)];
        return Page();
    }

    public string AddressOf(int number) => site.Link("/canh-bao") + new Web.Caching.QueryWriter().Add("trang", number > 1 ? number : null);
}
