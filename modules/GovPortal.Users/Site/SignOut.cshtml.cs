using GovPortal.Core.Localization;
using GovPortal.Storage;
using Microsoft.AspNetCore.Identity;

namespace GovPortal.Users.Site;

/// <summary>Ends the session of the person who asks.</summary>
[AllowAnonymous]
public sealed class SignOutPage(SignInManager<Person> door, VisitedSite site) : PageModel
{
    public IActionResult OnGet() => LocalRedirect(site.Link("/"));

    public async Task<IActionResult> OnPostAsync()
    {
        await door.SignOutAsync();
        return LocalRedirect(site.Link("/"));
    }
}
