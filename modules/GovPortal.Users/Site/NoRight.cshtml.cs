namespace GovPortal.Users.Site;

/// <summary>Says that the signed-in person has no role that allows this here.</summary>
[AllowAnonymous]
public sealed class NoRightPage : PageModel
{
    public void OnGet() => Response.StatusCode = 403;
}
