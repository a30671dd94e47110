using System.ComponentModel.DataAnnotations;
using GovPortal.Core.Localization;
using GovPortal.Core.Security;
using GovPortal.Editing.Forms;
using GovPortal.Search.Teaching;
using GovPortal.Web.Pages;

namespace GovPortal.Search.Admin;

/// <summary>What editors taught search on this site, and the form that teaches: tried on the questions there are before it takes effect.</summary>
[Authorize(Permission.Publish)]
public sealed class WordsPage(SearchRuleEditor desk, VisitedSite site, Texts texts) : PageModel
{
    private const int NightsShown = 14;

    [BindProperty(SupportsGet = true, Name = "sua")]
    public long Id { get; set; }

    [BindProperty(SupportsGet = true, Name = "loai")]
    public SearchRuleKind Kind { get; set; }

    [BindProperty(SupportsGet = true, Name = "cau"), Display(Name = "search.taught.question")]
    public string? Question { get; set; }

    [BindProperty, Display(Name = "search.taught.says")]
    public string? Says { get; set; }

    [BindProperty, Display(Name = "search.taught.means")]
    public string? Means { get; set; }

    /// <summary>Whether it is saved though questions would be answered otherwise.</summary>
    [BindProperty]
    public bool IsMeant { get; set; }

    public IReadOnlyList<(SearchRule Entry, TrialLine Line)> Entries { get; private set; } = [];

    /// <summary>The last nights that the questions were asked, latest first.</summary>
    public IReadOnlyList<NightlyCheck> Nights { get; private set; } = [];

    /// <summary>What the entry would do; null before it was tried.</summary>
    public TrialResult? Trial { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return NotFound();
        }

        if (Id != 0)
        {
            if (await desk.FindAsync(Id, ct) is not { } entry)
            {
                return NotFound();
            }

            (Kind, Says, Means, Question) = (entry.Kind, entry.Says, entry.Means, entry.Question);
        }

        Says ??= Question;
        return await ShowAsync(ct);
    }

    /// <summary>Says what the entry would do; saves nothing.</summary>
    public async Task<IActionResult> OnPostTryAsync(CancellationToken ct)
    {
        if (await ComposeAsync(ct) is { } entry)
        {
            Trial = await desk.TryAsync(entry, ct);
        }

        return await ShowAsync(ct);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await ComposeAsync(ct) is not { } entry)
        {
            return await ShowAsync(ct);
        }

        Trial = await desk.TryAsync(entry, ct);
        if (!Trial.Own.IsAnswered || Trial.Broken.Count > 0 && !IsMeant || ModelState.Refused(await desk.SaveAsync(entry, User.PersonId(), User.Identity?.Name, ct), texts, site))
        {
            return await ShowAsync(ct);
        }

        TempData["done"] = "search.taught.done";
        return LocalRedirect(site.Link("/quan-tri/tu-tim-kiem"));
    }

    public async Task<IActionResult> OnPostRemoveAsync(long id, CancellationToken ct)
    {
        await desk.RemoveAsync(id, User.PersonId(), ct);
        TempData["done"] = "search.taught.removed";
        return LocalRedirect(site.Link("/quan-tri/tu-tim-kiem"));
    }

    private async Task<SearchRule?> ComposeAsync(CancellationToken ct)
    {
        if (!Enum.IsDefined(Kind))
        {
            Kind = SearchRuleKind.Synonym;
        }

        var entry = new SearchRule { Id = Id, Kind = Kind, Says = FormReader.Lines(Says) ?? "", Means = (Kind == SearchRuleKind.Synonym ? FormReader.Lines(Means) : FormReader.Line(Means)) ?? "", Question = FormReader.Line(Question) ?? "" };
        foreach (var refusal in await desk.CheckAsync(entry, ct))
        {
            ModelState.Refused(refusal with { Field = refusal.Field == nameof(Question) ? "cau" : refusal.Field }, texts, site);
        }

        return ModelState.IsValid ? entry : null;
    }

    private async Task<IActionResult> ShowAsync(CancellationToken ct)
    {
        Entries = await desk.ListAsync(ct);
        Nights = await desk.NightsAsync(NightsShown, ct);
        return Page();
    }
}
