using GovPortal.Core.Localization;
using GovPortal.Core.Security;
using GovPortal.Web.Pages;

namespace GovPortal.Users.Admin;

/// <summary>Asks somebody by letter to work on the site.</summary>
[Authorize(Permission.ManageSite)]
public sealed class InvitePage(SiteMembers members, Invitations invitations, Texts texts, VisitedSite site) : PageModel
{
    [BindProperty]
    public string? Email { get; set; }

    public RoleChoice Choice { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken ct) => Choice = new RoleChoice(await members.GivableByAsync(User.PersonId()!.Value, ct), RoleChoice.Ticked(Request));

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid || ModelState.Refused(await invitations.InviteAsync(User.PersonId()!.Value, Email ?? "", RoleChoice.Ticked(Request), ct), texts, site))
        {
            await OnGetAsync(ct);
            return Page();
        }

        TempData["done"] = "users.invite.done.sent";
        return LocalRedirect(site.Link("/quan-tri/nguoi-dung"));
    }
}
