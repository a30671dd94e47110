using GovPortal.Core.Checking;
using GovPortal.Core.Localization;
using GovPortal.Core.Security;
using GovPortal.Web.Pages;

namespace GovPortal.Users.Admin;

/// <summary>Who works on the site and as what, and who has been asked to.</summary>
[Authorize(Permission.ManageSite)]
public sealed class MembersPage(SiteMembers members, Invitations invitations, Texts texts, VisitedSite site) : PageModel
{
    public IReadOnlyList<Member> Members { get; private set; } = [];

    public IReadOnlyList<Invitation> Pending { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        Members = await members.ListAsync(ct);
        Pending = await invitations.PendingAsync(ct);
    }

    public async Task<IActionResult> OnPostResendAsync(long number, CancellationToken ct) =>
        await DoneAsync(await invitations.ResendAsync(User.PersonId()!.Value, number, ct), "users.invite.done.sent", ct);

    public async Task<IActionResult> OnPostWithdrawAsync(long number, CancellationToken ct) =>
        await DoneAsync(await invitations.WithdrawAsync(User.PersonId()!.Value, number, ct), "users.invite.done.withdrawn", ct);

    public bool HasEnded(Invitation invitation) => invitations.HasEnded(invitation);

    private async Task<IActionResult> DoneAsync(Refusal? refusal, string done, CancellationToken ct)
    {
        if (ModelState.Refused(refusal, texts, site))
        {
            await OnGetAsync(ct);
            return Page();
        }

        TempData["done"] = done;
        return LocalRedirect(site.Link("/quan-tri/nguoi-dung"));
    }
}
