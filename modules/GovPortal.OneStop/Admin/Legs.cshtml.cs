using GovPortal.Core.Checking;
using GovPortal.Core.Localization;
using GovPortal.Core.Security;
using GovPortal.OneStop.Legs;
using GovPortal.Storage.People;
using GovPortal.Web.Pages;

namespace GovPortal.OneStop.Admin;

/// <summary>What other agencies ask: only the question is seen here, never the dossier it comes from.</summary>
[Authorize(Permission.HandleDossiers)]
public sealed class LegsPage(LegDesk desk, RolesOnSite roles, AuditTrail audit, Texts texts, VisitedSite site, TimeProvider clock) : PageModel
{
    [BindProperty]
    public Guid Id { get; set; }

    [BindProperty]
    public string? Answer { get; set; }

    public IReadOnlyList<LegTask> Tasks { get; private set; } = [];

    public DateTimeOffset Now => clock.GetUtcNow();

    public async Task OnGetAsync(CancellationToken ct) => Tasks = await desk.ListAsync(ct);

    public async Task<IActionResult> OnPostTakeAsync(CancellationToken ct) =>
        await EndAsync(await desk.TakeAsync(Id, await User.ActorAsync(roles, site.Tenant, ct), ct), "onestop.done.Take", ct);

    public async Task<IActionResult> OnPostAnswerAsync(CancellationToken ct) =>
        await EndAsync(await desk.AnswerAsync(Id, Answer, await User.ActorAsync(roles, site.Tenant, ct), ct), "onestop.done.leg", ct);

    private async Task<IActionResult> EndAsync(Refusal? refusal, string done, CancellationToken ct)
    {
        if (ModelState.Refused(refusal, texts, site))
        {
            Tasks = await desk.ListAsync(ct);
            return Page();
        }

        await audit.WriteAsync(site.Tenant, "dossier.leg", Id.ToString(), User.PersonId(), ct);
        TempData["done"] = done;
        return LocalRedirect(site.Link("/quan-tri/mot-cua/lien-thong"));
    }
}
