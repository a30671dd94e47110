using GovPortal.Content.Links;
using GovPortal.Core.Localization;
using GovPortal.Core.Security;
using GovPortal.Web.Caching;
using GovPortal.Web.Pages;

namespace GovPortal.Content.Admin;

/// <summary>Addresses outside that live items lead to and that answer no more.</summary>
[Authorize(Permission.ReadDesk)]
public sealed class BrokenLinksPage(OutsideLinks outside, VisitedSite site, IAuthorizationService authorization) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "trang")]
    public int Number { get; set; } = 1;

    public IReadOnlyList<BrokenLink> Links { get; private set; } = [];

    /// <summary>Those that lead nowhere on this portal itself; on the first page.</summary>
    public IReadOnlyList<BrokenLink> Own { get; private set; } = [];

    public PageOf Pages { get; private set; } = null!;

    /// <summary>Who only reads the desk starts nothing.</summary>
    public bool MayCheck { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid || Number is < 1 or > PageOf.Deepest)
        {
            return NotFound();
        }

        (var total, Links) = await outside.ListBrokenAsync(Number, ct);
        MayCheck = await IsWriterAsync();
        Own = Number == 1 ? await outside.ListBrokenOwnAsync(ct) : [];
        Pages = new PageOf(Number, OutsideLinks.PageSize, total, number => site.Link("/quan-tri/lien-ket-hong") + new QueryWriter().Add("trang", number > 1 ? number : null));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await IsWriterAsync())
        {
            return Forbid();
        }

        await outside.CheckAgainAsync(ct);
        TempData["done"] = "desk.links.done";
        return LocalRedirect(site.Link("/quan-tri/lien-ket-hong"));
    }

    private async Task<bool> IsWriterAsync() => (await authorization.AuthorizeAsync(User, Permission.Write)).Succeeded;

    /// <summary>Text of what an address answered.</summary>
    public static string AnswerOf(int status) => status switch
    {
        0 => "desk.links.answer.none",
        OutsideAddress.NotFound or OutsideAddress.Gone => "desk.links.answer.gone",
        _ => "desk.links.answer.fault",
    };
}
