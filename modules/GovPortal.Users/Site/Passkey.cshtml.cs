using GovPortal.Core.Localization;

namespace GovPortal.Users.Site;

/// <summary>Lets a person in who shows a passkey. Its button stands on the page of sign-in.</summary>
[AllowAnonymous, ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class PasskeyPage(Passkeys passkeys, PostSignInRedirect homecoming, VisitedSite site) : PageModel
{
    [BindProperty]
    public string? Credential { get; set; }

    [BindProperty(SupportsGet = true, Name = "ve")]
    public string? ReturnTo { get; set; }

    public IActionResult OnGet() => LocalRedirect(SignInPage.Address(site, ReturnTo));

    /// <summary>What the browser is to show.</summary>
    public async Task<IActionResult> OnPostOptionsAsync() => Content(await passkeys.BeginSigningInAsync(), "application/json");

    public async Task<IActionResult> OnPostAsync() => await passkeys.SignInAsync(Credential ?? "") switch
    {
        null => LocalRedirect(homecoming.Of(User, Url.IsLocalUrl(ReturnTo) ? ReturnTo : null)),
        { Code: "users.sign-in.locked" } => LocalRedirect(SignInPage.Address(site, ReturnTo, SignInError.Locked)),
        _ => LocalRedirect(SignInPage.Address(site, ReturnTo, SignInError.Passkey)),
    };
}
