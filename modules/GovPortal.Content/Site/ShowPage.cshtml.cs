using GovPortal.Core.Caching;
using GovPortal.Core.Content;
using GovPortal.Core.Web;

namespace GovPortal.Content.Site;

/// <summary>A standing page of a site.</summary>
public sealed class ShowPagePage(PublishedContent content, VisitedSite site) : PageModel
{
    public FoundItem<Content.Page> Found { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct)
    {
        if (await content.FindAsync<Content.Page>(slug, ct) is not { } found)
        {
            return NotFound();
        }

        if (found.IsMoved)
        {
            return RedirectPermanent(site.Link($"/{found.Item.Slug}"));
        }

        Found = found;
        PageNotes.IsPageOf(found.Item.Id);
        return Page();
    }
}
