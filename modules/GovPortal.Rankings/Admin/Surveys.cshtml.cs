using GovPortal.Core.Files;
using GovPortal.Core.Localization;
using GovPortal.Core.Security;
using GovPortal.Core.Tenancy;
using GovPortal.Rankings.Publishing;
using GovPortal.Rankings.Surveying;
using GovPortal.Web.Pages;

namespace GovPortal.Rankings.Admin;

/// <summary>The surveys of the province, and the form that prepares one; on the portal.</summary>
[Authorize(Permission.Publish)]
public sealed class SurveysPage(ProvinceDesk desk, PublishedIndexes indexes, IAuthorizationService authorization, TenantClock clock, Texts texts, VisitedSite site) : PageModel
{
    private const int DaysToDeclare = 30;

    [BindProperty, Display(Name = "rankings.year.column")]
    public int Year { get; set; }

    [BindProperty, Display(Name = "rankings.survey.name")]
    public string? Title { get; set; }

    [BindProperty, Display(Name = "rankings.survey.basis")]
    public string? Basis { get; set; }

    [BindProperty, Display(Name = "rankings.survey.declare-by")]
    public DateOnly? DeclareBy { get; set; }

    [BindProperty, Display(Name = "rankings.survey.asked")]
    public string? Questions { get; set; }

    public IReadOnlyList<IndexSurvey> Surveys { get; private set; } = [];

    public bool MayPrepare { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        (Year, DeclareBy) = (clock.Today.Year, clock.Today.AddDays(DaysToDeclare));
        Title = texts.Filled(site.Language, "rankings.survey.usual-title", Year);
        Questions = await QuestionsOfLastYearAsync(ct);
        return await ShowAsync(ct);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!(await authorization.AuthorizeAsync(User, Permission.ManageSite)).Succeeded)
        {
            return Forbid();
        }

        if (!site.Tenant.IsPortal)
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return await ShowAsync(ct);
        }

        var (id, refusals) = await desk.PrepareAsync(Year, Title, Basis, DeclareBy, Questions ?? "", kind => texts.In(Texts.Vietnamese, $"rankings.block.{kind}"), User.PersonId(), ct);
        if (ModelState.Refused(refusals, texts, site))
        {
            return await ShowAsync(ct);
        }

        TempData["done"] = "rankings.done.prepared";
        return LocalRedirect(site.Link($"/quan-tri/xep-hang/{id}"));
    }

    private async Task<string> QuestionsOfLastYearAsync(CancellationToken ct)
    {
        if ((await desk.ListAsync(ct)).FirstOrDefault() is { } survey)
        {
            return BodyJson.Read<SurveyQuestions>(survey.Questions).Write();
        }

        return (await indexes.AllAsync(ct)).LastOrDefault()?.Body is { } published ? SurveyQuestions.Of(published).Write() : UsualQuestions.Json;
    }

    private async Task<IActionResult> ShowAsync(CancellationToken ct)
    {
        if (!site.Tenant.IsPortal)
        {
            return NotFound();
        }

        MayPrepare = (await authorization.AuthorizeAsync(User, Permission.ManageSite)).Succeeded;
        Surveys = await desk.ListAsync(ct);
        return Page();
    }
}
