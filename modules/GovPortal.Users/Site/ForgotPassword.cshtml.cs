using GovPortal.Core.Web;

namespace GovPortal.Users.Site;

/// <summary>Sends a link to choose a new password; says the same whether or not the address is known.</summary>
[AllowAnonymous, ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class ForgotPasswordPage(PasswordLetters letters, VisitedSite site, Texts texts) : PageModel
{
    [BindProperty]
    public string? Email { get; set; }

    public bool IsAnswered { get; private set; }

    public IActionResult OnGet() => Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (ModelState.Refused(await letters.AskAsync(Email ?? "", HttpContext.Connection.RemoteIpAddress?.ToString() ?? "", ct), texts, site))
        {
            return Page();
        }

        IsAnswered = true;
        return Page();
    }
}
