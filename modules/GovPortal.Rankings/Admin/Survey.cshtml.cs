using GovPortal.Core.Localization;
using GovPortal.Core.Security;
using GovPortal.Rankings.Computing;
using GovPortal.Rankings.Surveying;
using GovPortal.Web.Pages;

namespace GovPortal.Rankings.Admin;

/// <summary>One survey: how far it is, what agencies sent, what comes out of it now, and what was done.</summary>
[Authorize(Permission.Publish)]
public sealed class SurveyPage(ProvinceDesk desk, IAuthorizationService authorization, Texts texts, VisitedSite site) : PageModel
{
    public SurveyRecord Record { get; private set; } = null!;

    /// <summary>What would be published now; null while agencies declare.</summary>
    public IndexResult? Result { get; private set; }

    public IReadOnlyList<SurveyAct> Acts { get; private set; } = [];

    public bool MayMove { get; private set; }

    /// <summary>Last day for objections, where they begin.</summary>
    [BindProperty(Name = "objectBy")]
    public DateOnly? ObjectBy { get; set; }

    /// <summary>True for who settled the result, and may not publish it.</summary>
    public bool IsSettler => Record.Survey.SettledById is { } settler && settler == User.PersonId();

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken ct) => await ShowAsync(id, ct);

    public async Task<IActionResult> OnPostMoveAsync(long id, SurveyStage to, int revision, string? reason, CancellationToken ct)
    {
        if (!(await authorization.AuthorizeAsync(User, Permission.ManageSite)).Succeeded)
        {
            return Forbid();
        }

        if (!site.Tenant.IsPortal || await desk.FindAsync(id, ct) is null)
        {
            return NotFound();
        }

        var refusal = ModelState.IsValid ? await desk.MoveAsync(id, to, revision, ObjectBy, reason, User.PersonId(), ct) : null;
        if (!ModelState.IsValid || ModelState.Refused(refusal is null ? null : refusal with { Field = null }, texts, site))
        {
            return await ShowAsync(id, ct);
        }

        TempData["done"] = "rankings.done.moved";
        return LocalRedirect(site.Link($"/quan-tri/xep-hang/{id}"));
    }

    private async Task<IActionResult> ShowAsync(long id, CancellationToken ct)
    {
        if (!site.Tenant.IsPortal || await desk.FindAsync(id, ct) is not { } found)
        {
            return NotFound();
        }

        Record = found;
        MayMove = (await authorization.AuthorizeAsync(User, Permission.ManageSite)).Succeeded;
        Result = found.Survey.Stage > SurveyStage.Open ? IndexComputation.Compute(found.ToIndex().Index) : null;
        Acts = await desk.ActsAsync(id, unit: null, ct);
        return Page();
    }
}
