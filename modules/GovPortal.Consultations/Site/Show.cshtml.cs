using GovPortal.Core.Caching;
using GovPortal.Core.Localization;
using GovPortal.Core.Tenancy;
using GovPortal.Publishing.Reading;
using GovPortal.Web.Caching;

namespace GovPortal.Consultations.Site;

/// <summary>A draft with what was said of it, or the notice left when it was withdrawn.</summary>
public sealed class ShowPage(PublishedContent content, CommentDesk desk, VisitedSite site, TenantClock clock) : PageModel
{
    public FoundItem<Consultation> Found { get; private set; } = null!;

    public ConsultationStage Stage { get; private set; }

    /// <summary>Opinions that are shown, by section; those of the whole under an empty name.</summary>
    public ILookup<string, DraftComment> Comments { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct)
    {
        if (await content.FindAsync<Consultation>(slug, ct) is not { } found)
        {
            return NotFound();
        }

        if (found.IsMoved)
        {
            return RedirectPermanent(AskedQuery.Onto(site.Link($"/lay-y-kien/{found.Item.Slug}"), HttpContext));
        }

        Found = found;
        PageDependencies.IsPageOf(found.Item.Id);
        Stage = found.Body?.StageOn(clock.Today) ?? ConsultationStage.Closed;
        var known = found.Body?.Sections.Select(section => section.Id).ToHashSet() ?? [];
        var shown = found.Body is null ? [] : await desk.ShownAsync(found.Item.Id, ct);
        Comments = shown.ToLookup(comment => comment.SectionId is { } section && known.Contains(section) ? section : "");
        return Page();
    }
}
