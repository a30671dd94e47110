using GovPortal.Core.Caching;
using GovPortal.Core.Localization;
using GovPortal.Publishing.Reading;
using GovPortal.Web.Caching;

namespace GovPortal.Feedback.Site;

/// <summary>A question with its answer, or the notice left when it was withdrawn.</summary>
public sealed class ShowPage(PublishedContent content, VisitedSite site) : PageModel
{
    public FoundItem<Question> Found { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct)
    {
        if (await content.FindAsync<Question>(slug, ct) is not { } found)
        {
            return NotFound();
        }

        if (found.IsMoved)
        {
            return RedirectPermanent(AskedQuery.Onto(site.Link($"/hoi-dap/{found.Item.Slug}"), HttpContext));
        }

        Found = found;
        PageDependencies.IsPageOf(found.Item.Id);
        return Page();
    }
}
