using GovPortal.Core.Localization;
using GovPortal.Web.Caching;

namespace GovPortal.Users.Site;

/// <summary>Takes people in whom the provider has sent back, on the site they wanted to go to.</summary>
[AllowAnonymous, ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class OutsideReturnPage(OidcSignIn provider, ProviderLogins logins, PostSignInRedirect homecoming, VisitedSite site) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "ve")]
    public string? ReturnTo { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!provider.IsOpen)
        {
            return NotFound();
        }

        var destination = Url.IsLocalUrl(ReturnTo) ? ReturnTo! : site.Link("/quan-tri");
        var (needsCode, fault) = await logins.EnterAsync(ct);
        return LocalRedirect(fault is not null ? SignInPage.Address(site, destination, fault)
            : needsCode ? site.Link("/dang-nhap/xac-thuc") + new QueryWriter().Add("ve", destination)
            : homecoming.Of(User, destination));
    }
}
