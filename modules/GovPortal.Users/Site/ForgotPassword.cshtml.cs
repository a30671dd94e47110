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

    public IActionResult OnPost()
    {
        if (!ModelState.Refused(letters.Refuse(Email ?? "", ClientNetwork.Of(HttpContext)), texts, site))
        {
            // Looked up and written when the answer is on its way: how long it takes must not tell which addresses are known.
            Response.OnCompleted(() => letters.WriteAsync(Email!, CancellationToken.None));
            IsAnswered = true;
        }

        return Page();
    }
}
