using GovPortal.Core.Security;
using GovPortal.Core.Web;
using Microsoft.AspNetCore.Identity;

namespace GovPortal.Users.Site;

/// <summary>Lets a person in, and takes them back to where they wanted to go.</summary>
[AllowAnonymous]
public sealed class SignInPage(SignInManager<Person> door, UserManager<Person> people, PasskeySettings passkeys, OidcSignIn provider, AuditTrail audit, PostSignInRedirect homecoming, Texts texts, VisitedSite site) : PageModel
{
    [BindProperty, Required(ErrorMessage = "check.required")]
    public string SignInName { get; set; } = "";

    [BindProperty, Required(ErrorMessage = "check.required"), DataType(DataType.Password)]
    public string Password { get; set; } = "";

    [BindProperty(SupportsGet = true, Name = "ve")]
    public string? ReturnTo { get; set; }

    /// <summary>Why somebody was sent back here, see <see cref="SignInError"/>.</summary>
    [BindProperty(SupportsGet = true, Name = "loi")]
    public string? Fault { get; set; }

    /// <summary>Key of the sentence that says so; null when there is nothing to say.</summary>
    public string? Said { get; private set; }

    /// <summary>Whether a passkey can be shown at this host.</summary>
    public bool TakesPasskeys => passkeys.AreTakenAt(Request.Host);

    /// <summary>What people call the provider by which they may sign in; null where there is none.</summary>
    public string? Provider => provider.Name;

    /// <summary>Where the provider's door is: one address a host, whatever the site.</summary>
    public string ProviderAddress => OutsidePage.Address(Destination);

    /// <summary>Address of this page, to say why somebody is not let in.</summary>
    public static string Address(VisitedSite site, string? returnTo, string? fault = null) => site.Link("/dang-nhap") + new QueryWriter().Add("loi", fault).Add("ve", returnTo);

    public IActionResult OnGet()
    {
        if (User.Identity?.IsAuthenticated == true && ReturnTo is null && Fault is null)
        {
            return LocalRedirect(homecoming.Of(User, asked: null));
        }

        Said = SignInError.Sentence(Fault);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        // Tries at a locked door are not written down: whoever makes thousands of them would fill the log.
        var person = await people.FindByNameAsync(SignInName.Trim());
        var isOpen = person is not null && !await people.IsLockedOutAsync(person);
        if (!isOpen)
        {
            // Nor may the time it takes tell which names exist: where no password is compared, one is worked through all the same.
            people.PasswordHasher.HashPassword(new Person { Name = SignInName }, Password);
        }

        var result = await door.PasswordSignInAsync(SignInName.Trim(), Password, isPersistent: false, lockoutOnFailure: true);
        if (result.Succeeded)
        {
            return LocalRedirect(homecoming.Of(User, Url.IsLocalUrl(ReturnTo) ? ReturnTo : null));
        }

        if (result.RequiresTwoFactor)
        {
            return LocalRedirect(site.Link("/dang-nhap/xac-thuc") + new QueryWriter().Add("ve", Url.IsLocalUrl(ReturnTo) ? ReturnTo : null));
        }

        if (isOpen)
        {
            await audit.WriteAsync(site.Tenant, "people.sign-in-refused", person!.UserName!, by: null, ct, after: new { result.IsLockedOut });
        }

        // One sentence for a wrong name, a wrong password and a locked door: it must not tell which names exist.
        ModelState.AddModelError(nameof(SignInName), texts.In(site.Language, "users.sign-in.wrong"));
        return Page();
    }

    private string Destination => Url.IsLocalUrl(ReturnTo) ? ReturnTo! : site.Link("/quan-tri");
}
