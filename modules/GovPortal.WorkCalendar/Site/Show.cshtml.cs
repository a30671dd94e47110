using GovPortal.Core.Caching;
using GovPortal.Core.Localization;
using GovPortal.Publishing.Content;
using GovPortal.Publishing.Reading;
using GovPortal.Web.Caching;

namespace GovPortal.WorkCalendar.Site;

/// <summary>The public page of one appointment, or the notice left when it was withdrawn.</summary>
public sealed class ShowPage(PublishedContent content, VisitedSite site) : PageModel
{
    public FoundItem<Appointment> Found { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct)
    {
        if (await content.FindAsync<Appointment>(slug, ct) is not { } found)
        {
            return NotFound();
        }

        if (found.IsMoved)
        {
            return RedirectPermanent(AskedQuery.Onto(site.Link($"/lich-cong-tac/{found.Item.Slug}"), HttpContext));
        }

        Found = found;
        PageDependencies.IsPageOf(found.Item.Id);
        return Page();
    }
}
