using GovPortal.Web.Caching;

namespace GovPortal.Users.Site;

/// <summary>Sends people out to the provider, always from the root of the host: it knows one address a host to send them back to.</summary>
[AllowAnonymous, ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class OutsidePage(OidcSignIn provider) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "ve")]
    public string? ReturnTo { get; set; }

    /// <param name="returnTo">Where people want to go.</param>
    public static string Address(string? returnTo) => "/dang-nhap/ngoai" + new QueryWriter().Add("ve", returnTo);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!provider.IsOpen)
        {
            return NotFound();
        }

        var destination = Url.IsLocalUrl(ReturnTo) ? ReturnTo! : Request.PathBase + "/quan-tri";
        if (Request.PathBase.HasValue)
        {
            return LocalRedirect(Address(destination));
        }

        return await provider.AnswersAsync(ct) ? Challenge(provider.Begin(destination), OidcSignIn.Scheme) : LocalRedirect(provider.SignInAddress(destination, SignInError.Down));
    }
}
