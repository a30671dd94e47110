using GovPortal.Core.Checking;
using GovPortal.Core.Localization;
using GovPortal.Core.Security;
using GovPortal.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;

namespace GovPortal.Users.Admin;

/// <summary>Adds, renames and removes a passkey of one's own; its forms stand on the page of the second factor.</summary>
[Authorize, ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class PasskeysPage(Passkeys passkeys, OwnAccount account, UserManager<Person> people, Texts texts, VisitedSite site) : PageModel
{
    [BindProperty]
    public string? Id { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    [BindProperty]
    public string? Credential { get; set; }

    public IActionResult OnGet() => Back();

    /// <summary>What the browser is to make, once the password is shown; what is wrong is said as <c>said</c>.</summary>
    public async Task<IActionResult> OnPostOptionsAsync()
    {
        if (await people.GetUserAsync(User) is not { } me)
        {
            return Challenge();
        }

        return await account.PasswordRefusedAsync(me, Password ?? "") is { } refusal
            ? new JsonResult(new { said = texts.Sentence(site.Language, refusal) }) { StatusCode = StatusCodes.Status400BadRequest }
            : Content(await passkeys.BeginAddingAsync(me), "application/json");
    }

    public Task<IActionResult> OnPostAddAsync(CancellationToken ct) =>
        ChangeAsync(me => passkeys.AddAsync(me, Credential ?? "", Passkeys.NameOf(Name), User.SessionId(), ct), "users.passkey.done.added");

    public Task<IActionResult> OnPostRenameAsync(CancellationToken ct) =>
        ChangeAsync(me => passkeys.RenameAsync(me, Id ?? "", Passkeys.NameOf(Name), ct), "users.passkey.done.renamed");

    public Task<IActionResult> OnPostRemoveAsync(CancellationToken ct) => ChangeAsync(
        async me => await account.PasswordRefusedAsync(me, Password ?? "") ?? await passkeys.RemoveAsync(me, Id ?? "", User.SessionId(), ct), "users.passkey.done.removed");

    private async Task<IActionResult> ChangeAsync(Func<Person, Task<Refusal?>> change, string done)
    {
        if (await people.GetUserAsync(User) is not { } me)
        {
            return Challenge();
        }

        if (await change(me) is { } refusal)
        {
            TempData["refused"] = new[] { texts.Sentence(site.Language, refusal) };
        }
        else
        {
            TempData["done"] = done;
        }

        return Back();
    }

    private LocalRedirectResult Back() => LocalRedirect(site.Link("/tai-khoan/xac-thuc"));
}
