using GovPortal.Core.Localization;
using GovPortal.Core.Security;
using GovPortal.Web.Pages;
using Microsoft.AspNetCore.Http;

namespace GovPortal.Feedback.Site;

/// <summary>
/// Takes whether a page was of use. The form stands on kept pages, which hold nothing of who reads them and so no token either; a forged one could add
/// one answer of a visitor who has given none.
/// </summary>
[IgnoreAntiforgeryToken]
public sealed class UsefulPage(UsefulVotes votes, AnonymousForms strangers, Texts texts, VisitedSite site) : PageModel
{
    /// <summary>Address of the page below the site's root.</summary>
    [BindProperty(SupportsGet = true, Name = "trang")]
    public string? Path { get; set; }

    [BindProperty(Name = "co")]
    public bool? IsUseful { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public string? FormKey { get; set; }

    public (long Id, string Title, string Path) Item { get; private set; }

    /// <summary>True once an answer was given, or a sentence sent.</summary>
    public bool IsDone { get; private set; }

    public bool IsTold { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await FindAsync(ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct) || IsUseful is not { } isUseful)
        {
            return NotFound();
        }

        if (!await votes.TryCountAsync(site.Tenant, Item.Id, isUseful, ClientNetwork.Of(HttpContext), Request.Headers.UserAgent, ct))
        {
            ModelState.Refused(new Core.Checking.Refusal("strangers.often"), texts, site);
            Response.StatusCode = StatusCodes.Status429TooManyRequests;
        }

        IsDone = ModelState.IsValid;
        return Page();
    }

    public async Task<IActionResult> OnPostMissingAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct))
        {
            return NotFound();
        }

        IsDone = true;
        IsTold = !ModelState.Refused(strangers.Check(HttpContext), texts, site) && !ModelState.Refused(await votes.AddMissingAsync(site.Tenant, Item.Id, Text, ct), texts, site);
        return Page();
    }

    private async Task<bool> FindAsync(CancellationToken ct)
    {
        Response.Headers.CacheControl = "no-store";
        FormKey = strangers.NameOf(FormKey) is null ? strangers.NewKey() : FormKey;
        if (await votes.FindAsync(site.Tenant, Path, ct) is not { } found)
        {
            return false;
        }

        Item = found;
        return true;
    }
}
