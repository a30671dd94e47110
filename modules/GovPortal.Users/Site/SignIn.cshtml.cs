using GovPortal.Core.Security;
using GovPortal.Core.Web;
using Microsoft.AspNetCore.Identity;

namespace GovPortal.Users.Site;

/// <summary>Lets a person in, and takes them back to where they wanted to go.</summary>
[AllowAnonymous]
public sealed class SignInPage(SignInManager<Person> door, UserManager<Person> people, AuditTrail audit, Texts texts, VisitedSite site) : PageModel
{
    [BindProperty, Required(ErrorMessage = "check.required")]
    public string SignInName { get; set; } = "";

    [BindProperty, Required(ErrorMessage = "check.required"), DataType(DataType.Password)]
    public string Password { get; set; } = "";

    [BindProperty(SupportsGet = true, Name = "ve")]
    public string? ReturnTo { get; set; }

    public IActionResult OnGet() => User.Identity?.IsAuthenticated == true && ReturnTo is null ? LocalRedirect(Destination) : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        // Tries at a locked door are not written down: whoever makes thousands of them would fill the log.
        var person = await people.FindByNameAsync(SignInName.Trim());
        var isOpen = person is not null && !await people.IsLockedOutAsync(person);
        var result = await door.PasswordSignInAsync(SignInName.Trim(), Password, isPersistent: false, lockoutOnFailure: true);
        if (result.Succeeded)
        {
            return LocalRedirect(Destination);
        }

        if (result.RequiresTwoFactor)
        {
            return LocalRedirect(site.Link("/dang-nhap/xac-thuc") + new QueryWriter().Add("ve", Url.IsLocalUrl(ReturnTo) ? ReturnTo : null));
        }

        if (isOpen)
        {
            await audit.WriteAsync(site.Tenant, "people.sign-in-refused", person!.UserName!, by: null, ct, after: new { result.IsLockedOut });
        }

        // One sentence for a wrong name and a wrong password: it must not tell which names exist.
        ModelState.AddModelError(nameof(SignInName), texts.In(site.Language, result.IsLockedOut ? "users.sign-in.locked" : "users.sign-in.wrong"));
        return Page();
    }

    private string Destination => Url.IsLocalUrl(ReturnTo) ? ReturnTo! : site.Link("/quan-tri");
}
