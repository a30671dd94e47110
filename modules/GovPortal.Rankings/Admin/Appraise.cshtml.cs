using GovPortal.Core.Localization;
using GovPortal.Core.Security;
using GovPortal.Rankings.Surveying;
using GovPortal.Web.Pages;

namespace GovPortal.Rankings.Admin;

/// <summary>The declaration of one agency before the council: what was declared and measured, what counts, and why.</summary>
[Authorize(Permission.Publish)]
public sealed class AppraisePage(ProvinceDesk desk, Texts texts, VisitedSite site) : PageModel
{
    public SurveyRecord Record { get; private set; } = null!;

    public UnitDeclaration Unit { get; private set; } = null!;

    public IReadOnlyDictionary<string, DeclaredValue> Values { get; private set; } = new Dictionary<string, DeclaredValue>();

    public IReadOnlyList<SurveyAct> Acts { get; private set; } = [];

    public bool IsOpen => Record.Survey.Stage is SurveyStage.Appraisal or SurveyStage.Objection;

    /// <summary>What was typed, by position of the indicator; null before anything was.</summary>
    [BindProperty]
    public List<string?> Value { get; set; } = [];

    [BindProperty]
    public List<string?> Reason { get; set; } = [];

    public async Task<IActionResult> OnGetAsync(long id, int number, CancellationToken ct) => await FoundAsync(id, number, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(long id, int number, int revision, string? answer, CancellationToken ct)
    {
        if (!await FoundAsync(id, number, ct))
        {
            return NotFound();
        }

        var (values, refusals) = Typed.Read(Record.Questions, Value, Reason);
        if (refusals.Count == 0)
        {
            refusals = await desk.AppraiseAsync(id, number, revision, values, answer, User.PersonId(), ct);
        }

        if (ModelState.Refused(refusals.Select(refusal => Typed.AtField(Record.Questions, refusal)), texts, site))
        {
            return Page();
        }

        TempData["done"] = "rankings.done.appraised";
        return LocalRedirect(site.Link($"/quan-tri/xep-hang/{id}/don-vi/{number}"));
    }

    private async Task<bool> FoundAsync(long id, int unit, CancellationToken ct)
    {
        if (!site.Tenant.IsPortal || await desk.FindAsync(id, ct) is not { } found || found.Declarations.FirstOrDefault(d => d.UnitId == unit) is not { } declaration)
        {
            return false;
        }

        (Record, Unit, Values) = (found, declaration, SurveyRecord.ValuesOf(declaration));
        Acts = await desk.ActsAsync(id, unit, ct);
        return true;
    }
}
