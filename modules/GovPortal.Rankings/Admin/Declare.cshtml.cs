using GovPortal.Core.Localization;
using GovPortal.Core.Security;
using GovPortal.Rankings.Surveying;
using GovPortal.Web.Pages;

namespace GovPortal.Rankings.Admin;

/// <summary>What this agency declares in a survey, with evidence; sent by who may publish for it. Later the appraisal, and one objection.</summary>
[Authorize(Permission.Write)]
public sealed class DeclarePage(AgencyDesk desk, IAuthorizationService authorization, Texts texts, VisitedSite site) : PageModel
{
    public SurveyRecord Record { get; private set; } = null!;

    public UnitDeclaration Mine => Record.Declarations[0];

    public IReadOnlyDictionary<string, DeclaredValue> Values { get; private set; } = new Dictionary<string, DeclaredValue>();

    public bool IsOpen => Record.Survey.Stage == SurveyStage.Open && Mine.SentAt is null;

    public bool MayObject => MaySend && Record.Survey.Stage == SurveyStage.Objection && Mine.Objection is null;

    public bool MaySend { get; private set; }

    [BindProperty]
    public List<string?> Value { get; set; } = [];

    [BindProperty]
    public List<string?> Evidence { get; set; } = [];

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken ct) => await FoundAsync(id, ct) ? Page() : NotFound();

    public Task<IActionResult> OnPostAsync(long id, int revision, CancellationToken ct) => DeclareAsync(id, revision, isSent: false, ct);

    public async Task<IActionResult> OnPostSendAsync(long id, int revision, CancellationToken ct) =>
        (await authorization.AuthorizeAsync(User, Permission.Publish)).Succeeded ? await DeclareAsync(id, revision, isSent: true, ct) : Forbid();

    public async Task<IActionResult> OnPostObjectAsync(long id, int revision, string? objection, CancellationToken ct)
    {
        if (!(await authorization.AuthorizeAsync(User, Permission.Publish)).Succeeded)
        {
            return Forbid();
        }

        if (!await FoundAsync(id, ct))
        {
            return NotFound();
        }

        return ModelState.Refused(await desk.ObjectAsync(id, revision, objection, User.PersonId(), ct), texts, site) ? Page() : Done(id, "rankings.done.objected");
    }

    private async Task<IActionResult> DeclareAsync(long id, int revision, bool isSent, CancellationToken ct)
    {
        if (!await FoundAsync(id, ct))
        {
            return NotFound();
        }

        var (values, refusals) = Typed.Read(Record.Questions, Value, Evidence);
        if (refusals.Count == 0 && await desk.DeclareAsync(id, revision, values, isSent, User.PersonId(), ct) is { } refusal)
        {
            refusals = [refusal];
        }

        return ModelState.Refused(refusals.Select(no => Typed.AtField(Record.Questions, no)), texts, site) ? Page() : Done(id, isSent ? "rankings.done.sent" : "rankings.done.kept");
    }

    private LocalRedirectResult Done(long id, string said)
    {
        TempData["done"] = said;
        return LocalRedirect(site.Link($"/quan-tri/khao-sat/{id}"));
    }

    private async Task<bool> FoundAsync(long id, CancellationToken ct)
    {
        if (await desk.FindAsync(id, ct) is not { } found)
        {
            return false;
        }

        Record = found;
        Values = SurveyRecord.ValuesOf(Mine);
        MaySend = (await authorization.AuthorizeAsync(User, Permission.Publish)).Succeeded;
        return true;
    }
}
