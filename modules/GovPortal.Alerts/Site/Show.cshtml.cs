using GovPortal.Core.Caching;
using GovPortal.Core.Localization;
using GovPortal.Core.Tenancy;
using GovPortal.Publishing.Reading;
using GovPortal.Web.Caching;

namespace GovPortal.Alerts.Site;

/// <summary>The public page of one alert, also when it is over, or the notice left when it was taken down.</summary>
public sealed class ShowPage(PublishedContent content, VisitedSite site, TenantClock clock) : PageModel
{
    public FoundItem<Alert> Found { get; private set; } = null!;

    public bool IsOver { get; private set; }

    public bool IsComing { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct)
    {
        if (await content.FindAsync<Alert>(slug, ct) is not { } found)
        {
            return NotFound();
        }

        if (found.IsMoved)
        {
            return RedirectPermanent(AskedQuery.Onto(site.Link($"/canh-bao/{found.Item.Slug}"), HttpContext));
        }

        Found = found;
        PageDependencies.IsPageOf(found.Item.Id);
        if (found.Body is { } alert)
        {
            var (begins, ends) = (site.Tenant.InstantOf(alert.StartsAt), site.Tenant.InstantOf(alert.EndsAt));
            (IsComing, IsOver) = (clock.Now < begins, ends <= clock.Now);
            foreach (var turn in new[] { begins, ends }.Where(turn => turn > clock.Now))
            {
                PageDependencies.EndBy(turn);
            }
        }

        return Page();
    }
}
