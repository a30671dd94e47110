using GovPortal.Core.Localization;
using GovPortal.Storage;
using GovPortal.Storage.People;
using GovPortal.Web.Caching;
using Microsoft.AspNetCore.Identity;
using SignInResult = Microsoft.AspNetCore.Identity.SignInResult;

namespace GovPortal.Users.Site;

/// <summary>The second step of sign-in: a code of the person's authenticator, or one of their recovery codes.</summary>
[AllowAnonymous, ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class ConfirmPage(SignInManager<Person> door, UserManager<Person> people, AuditTrail audit, PostSignInRedirect homecoming, Texts texts, VisitedSite site) : PageModel
{
    [BindProperty, Required(ErrorMessage = "check.required")]
    public string Code { get; set; } = "";

    [BindProperty]
    public bool Remember { get; set; }

    [BindProperty(SupportsGet = true, Name = "ve")]
    public string? ReturnTo { get; set; }

    public async Task<IActionResult> OnGetAsync() => await door.GetTwoFactorAuthenticationUserAsync() is null ? BackToPassword() : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await door.GetTwoFactorAuthenticationUserAsync() is not { } person)
        {
            return BackToPassword();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        // Tries at a locked door are not written down, as with passwords.
        var isOpen = !await people.IsLockedOutAsync(person);
        var result = SignInCode.IsAuthenticators(Code)
            ? await door.TwoFactorAuthenticatorSignInAsync(SignInCode.Digits(Code), isPersistent: false, Remember)
            : await UseRecoveryCodeAsync(person);
        if (result.Succeeded)
        {
            return LocalRedirect(homecoming.Of(User, Url.IsLocalUrl(ReturnTo) ? ReturnTo : null));
        }

        if (isOpen)
        {
            await audit.WriteAsync(site.Tenant, "people.code-refused", person.UserName!, by: null, ct, after: new { IsLockedOut = await people.IsLockedOutAsync(person) });
        }

        ModelState.AddModelError(nameof(Code), texts.In(site.Language, result.IsLockedOut ? "users.sign-in.locked" : "users.factor.wrong-code"));
        return Page();
    }

    // Identity itself counts wrong codes of authenticators only.
    private async Task<SignInResult> UseRecoveryCodeAsync(Person person)
    {
        if (await people.IsLockedOutAsync(person))
        {
            return SignInResult.LockedOut;
        }

        SignInWay.IsByRecoveryCode(HttpContext);
        var result = await door.TwoFactorRecoveryCodeSignInAsync(SignInCode.Recovery(Code));
        if (!result.Succeeded)
        {
            await people.AccessFailedAsync(person);
        }
        else if (Remember)
        {
            await door.RememberTwoFactorClientAsync(person);
        }

        return result;
    }

    private LocalRedirectResult BackToPassword() => LocalRedirect(site.Link("/dang-nhap") + new QueryWriter().Add("ve", Url.IsLocalUrl(ReturnTo) ? ReturnTo : null));
}
