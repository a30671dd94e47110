using GovPortal.Core.Caching;
using GovPortal.Core.Localization;
using GovPortal.Core.Text;
using GovPortal.Publishing.Reading;
using GovPortal.Web.Caching;

namespace GovPortal.Procedures.Site;

/// <summary>The public page of one procedure. Its code is found in any spelling.</summary>
public sealed class ShowPage(PublishedContent content, VisitedSite site, HomeProvince home) : PageModel
{
    public FoundItem<Procedure> Found { get; private set; } = null!;

    /// <summary>The province whose office carries it out, when that is not this one.</summary>
    public string? OtherProvince { get; private set; }

    /// <summary>This one.</summary>
    public string? OwnProvince => home.Name;

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
        OtherProvince = found.Body is { } body && Provinces.Of(body) is { } province && home.IsOther(province) ? province : null;
        return Page();
    }
}
