using System.Globalization;
using GovPortal.Core.Localization;
using GovPortal.Core.Security;
using GovPortal.Web.Pages;
using Microsoft.AspNetCore.Http;

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
        var refusal = letters.Refuse(Email ?? "", ClientNetwork.Of(HttpContext));
        if (refusal?.Code == PasswordLetters.TooOften)
        {
            Response.StatusCode = StatusCodes.Status429TooManyRequests;
            Response.Headers.RetryAfter = AskingLimits.Window.TotalSeconds.ToString(CultureInfo.InvariantCulture);
        }

        if (!ModelState.Refused(refusal, texts, site))
        {
            // Looked up and written when the answer is on its way: how long it takes must not tell which addresses are known.
            Response.OnCompleted(() => letters.WriteAsync(Email!, CancellationToken.None));
            IsAnswered = true;
        }

        return Page();
    }
}
