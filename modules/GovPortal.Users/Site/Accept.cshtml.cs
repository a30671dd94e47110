using GovPortal.Core.Checking;
using GovPortal.Core.Localization;
using GovPortal.Core.Security;
using GovPortal.Core.Text;
using GovPortal.Storage;
using GovPortal.Web.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;

namespace GovPortal.Users.Site;

/// <summary>Takes up an invitation: with a new account, or with the one that has the invited address.</summary>
[AllowAnonymous, ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class AcceptPage(Invitations invitations, UserAccounts office, UserManager<Person> people, SignInManager<Person> door, PostSignInRedirect homecoming, Texts texts, VisitedSite site) : PageModel
{
    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    /// <summary>Null when the link has ended.</summary>
    public Invitation? Invitation { get; private set; }

    /// <summary>Who has the invited address already.</summary>
    public Person? Known { get; private set; }

    /// <summary>Whether the one who is signed in is the one invited.</summary>
    public bool IsMe => Known is not null && User.PersonId() == Known.Id;

    public async Task OnGetAsync(string link, CancellationToken ct) => await LoadAsync(link, ct);

    public async Task<IActionResult> OnPostAsync(string link, CancellationToken ct)
    {
        await LoadAsync(link, ct);
        if (Invitation is null || (Known is not null && !IsMe))
        {
            return Page();
        }

        var isNew = Known is null;
        if (isNew && ModelState.Refused(await SignUpAsync(Invitation.Email), texts, site))
        {
            return Page();
        }

        if (!await invitations.AcceptAsync(Invitation, Known!.Id, ct))
        {
            await LoadAsync(link, ct);
            return Page();
        }

        if (isNew)
        {
            await door.SignInAsync(Known, isPersistent: false);
        }

        TempData["done"] = "users.accept.done";
        return LocalRedirect(homecoming.Of(User, asked: null));
    }

    private async Task<IReadOnlyList<Refusal>> SignUpAsync(string email)
    {
        var name = VietnameseText.NormalizeLine(Name ?? "");
        if (OwnAccount.NameRefused(name) is { } refusal)
        {
            return [refusal];
        }

        var (person, refusals) = await office.EnrolAsync(email, name, Password ?? "", site.Language);
        Known = person;
        return [.. refusals.Select(r => r with { Field = "Password" })];
    }

    private async Task LoadAsync(string link, CancellationToken ct)
    {
        Invitation = await invitations.FindAsync(link, ct);
        Known = Invitation is null ? null : await people.FindByNameAsync(Invitation.Email);
        Response.StatusCode = Invitation is null ? StatusCodes.Status410Gone : StatusCodes.Status200OK;
    }
}
