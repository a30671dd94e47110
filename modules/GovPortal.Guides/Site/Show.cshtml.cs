using GovPortal.Core.Caching;
using GovPortal.Core.Localization;
using GovPortal.Publishing.Content;
using GovPortal.Publishing.Reading;
using GovPortal.Web.Caching;

namespace GovPortal.Guides.Site;

/// <summary>The public page of one guide with what its procedures take, cost and need today, or the notice left when it was withdrawn.</summary>
public sealed class ShowPage(PublishedContent content, VisitedSite site, IEnumerable<IProcedureBriefs> briefs) : PageModel
{
    public FoundItem<Guide> Found { get; private set; } = null!;

    /// <summary>What is published here of the procedures that it leads to, by code.</summary>
    public IReadOnlyDictionary<string, ProcedureBrief> Briefs { get; private set; } = new Dictionary<string, ProcedureBrief>();

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct)
    {
        if (await content.FindAsync<Guide>(slug, ct) is not { } found)
        {
            return NotFound();
        }

        if (found.IsMoved)
        {
            return RedirectPermanent(AskedQuery.Onto(site.Link($"/cuoc-song/{found.Item.Slug}"), HttpContext));
        }

        Found = found;
        PageDependencies.IsPageOf(found.Item.Id);
        if (found.Body?.Codes() is { Count: > 0 } codes && briefs.FirstOrDefault() is { } known)
        {
            Briefs = await known.FindAsync(codes, ct);
        }

        return Page();
    }
}
