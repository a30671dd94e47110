using GovPortal.Core.Caching;
using GovPortal.Core.Localization;
using GovPortal.Core.Text;
using GovPortal.Publishing.Reading;
using GovPortal.Web.Caching;

namespace GovPortal.Procedures.Site;

/// <summary>The public page of one procedure. Its code is found in any spelling.</summary>
public sealed class ShowPage(PublishedContent content, VisitedSite site) : PageModel
{
    public FoundItem<Procedure> Found { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken ct)
    {
        if (await content.FindAsync<Procedure>(code, ct) is not { } found)
        {
            return ProcedureCode.TryParse(code, out var canonical) && canonical != code && await content.FindAsync<Procedure>(canonical, ct) is not null
                ? RedirectPermanent(AskedQuery.Onto(site.Link($"/thu-tuc/{canonical}"), HttpContext))
                : NotFound();
        }

        if (found.IsMoved)
        {
            return RedirectPermanent(AskedQuery.Onto(site.Link($"/thu-tuc/{found.Item.Slug}"), HttpContext));
        }

        Found = found;
        PageDependencies.IsPageOf(found.Item.Id);
        return Page();
    }
}
