using GovPortal.Core.Localization;
using GovPortal.Storage;
using GovPortal.Web.Pages;
using Microsoft.AspNetCore.Http;

namespace GovPortal.Users.Site;

/// <summary>Chooses a new password with the link of a letter.</summary>
[AllowAnonymous, ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class NewPasswordPage(PasswordLinks passwords, OwnAccount account, Texts texts, VisitedSite site) : PageModel
{
    [BindProperty]
    public string? Password { get; set; }

    /// <summary>Whose password it is; null when the link has ended.</summary>
    public Person? Person { get; private set; }

    public async Task OnGetAsync(string link) => await LoadAsync(link);

    public async Task<IActionResult> OnPostAsync(string link, CancellationToken ct)
    {
        await LoadAsync(link);
        if (Person is null || ModelState.Refused(await account.ReplacePasswordAsync(Person, Password ?? "", ct), texts, site))
        {
            return Page();
        }

        TempData["done"] = "users.forgotten.done";
        return LocalRedirect(site.Link("/dang-nhap"));
    }

    private async Task LoadAsync(string link)
    {
        Person = await passwords.ReadAsync(link);
        Response.StatusCode = Person is null ? StatusCodes.Status410Gone : StatusCodes.Status200OK;
    }
}
