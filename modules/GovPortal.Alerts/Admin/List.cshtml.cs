using GovPortal.Core.Localization;
using GovPortal.Core.Security;
using GovPortal.Core.Tenancy;
using GovPortal.Publishing.Desk;

namespace GovPortal.Alerts.Admin;

/// <summary>The alerts on the site as whoever answers for them sees them: one button takes one down.</summary>
[Authorize(Permission.Write)]
public sealed class ListPage(RunningAlerts alerts, PublishingDesk desk, VisitedSite site, TenantClock clock, Texts texts, IAuthorizationService authorization) : PageModel
{
    // Older ones stand in the list of all content.
    private const int Most = 50;

    public IReadOnlyList<PublishedAlert> Alerts { get; private set; } = [];

    public bool MayTakeDown { get; private set; }

    public DateTimeOffset Now => clock.Now;

    public async Task OnGetAsync(CancellationToken ct)
    {
        Alerts = [.. (await alerts.AllOnAsync(site.Tenant, ct)).Take(Most)];
        MayTakeDown = (await authorization.AuthorizeAsync(User, null, Permission.Publish)).Succeeded;
    }

    /// <summary>Takes an alert of this site down everywhere; its page says so from then on.</summary>
    public async Task<IActionResult> OnPostTakeDownAsync(long id, CancellationToken ct)
    {
        if (!(await authorization.AuthorizeAsync(User, null, Permission.Publish)).Succeeded)
        {
            return Forbid();
        }

        if (!(await alerts.AllOnAsync(site.Tenant, ct)).Any(alert => alert.Item.Id == id && alert.Owner.Id == site.Tenant.Id))
        {
            return NotFound();
        }

        var refusal = await desk.WithdrawAsync(id, texts.In(Texts.Vietnamese, "alerts.taken-down"), User.PersonId(), ct);
        TempData["refused"] = refusal is null ? null : new[] { texts.Sentence(site.Language, refusal) };
        TempData["done"] = refusal is null ? "alerts.done.down" : null;
        return LocalRedirect(site.Link("/quan-tri/canh-bao"));
    }
}
