using System.Globalization;
using GovPortal.Core.Localization;
using GovPortal.Core.Security;
using GovPortal.Storage;
using GovPortal.Storage.People;
using GovPortal.Web.Caching;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;

namespace GovPortal.Users.Site;

/// <summary>Lets a person in, and takes them back to where they wanted to go.</summary>
[AllowAnonymous]
public sealed class SignInPage(SignInManager<Person> door, UserManager<Person> people, PasskeySettings passkeys, OidcSignIn provider, SignInLimits limits, KnownDevices devices, AuditTrail audit, PostSignInRedirect homecoming, Texts texts, VisitedSite site) : PageModel
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

        var turn = limits.Begin(SignInName, ClientNetwork.Of(HttpContext), devices.Find(Request, SignInName));
        if (turn.Wait is { } wait)
        {
            return Slowed(wait);
        }

        // Nor may the time it takes tell which names exist: where no password is compared, one is worked through all the same.
        var person = await people.FindByNameAsync(SignInName.Trim());
        if (person is null || await people.IsLockedOutAsync(person))
        {
            people.PasswordHasher.HashPassword(new Person { Name = SignInName }, Password);
            return Wrong();
        }

        var result = await door.PasswordSignInAsync(person, Password, isPersistent: false, lockoutOnFailure: false);
        if (!result.Succeeded && !result.RequiresTwoFactor)
        {
            // Written down when the answer is on its way.
            Response.OnCompleted(() => audit.WriteAsync(site.Tenant, "people.sign-in-refused", person.UserName!, by: null, CancellationToken.None));
            return Wrong();
        }

        turn.Succeeded();
        return LocalRedirect(result.Succeeded ? homecoming.Of(User, Url.IsLocalUrl(ReturnTo) ? ReturnTo : null)
            : site.Link("/dang-nhap/xac-thuc") + new QueryWriter().Add("ve", Url.IsLocalUrl(ReturnTo) ? ReturnTo : null));
    }

    private string Destination => Url.IsLocalUrl(ReturnTo) ? ReturnTo! : site.Link("/quan-tri");

    // One sentence for a wrong name and a wrong password: it must not tell which names exist.
    private PageResult Wrong()
    {
        ModelState.AddModelError(nameof(SignInName), texts.In(site.Language, "users.sign-in.wrong"));
        return Page();
    }

    private PageResult Slowed(TimeSpan wait)
    {
        var seconds = (int)Math.Ceiling(wait.TotalSeconds);
        Response.StatusCode = StatusCodes.Status429TooManyRequests;
        Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        ModelState.AddModelError(nameof(SignInName), texts.Filled(site.Language, seconds < 60 ? "users.sign-in.slowed.seconds" : "users.sign-in.slowed.minutes", seconds < 60 ? seconds : (int)Math.Ceiling(wait.TotalMinutes)));
        return Page();
    }
}
