using GovPortal.Core.Localization;
using GovPortal.Core.Security;
using GovPortal.Web.Pages;

namespace GovPortal.Users.Admin;

/// <summary>Changes what somebody is on the site, or takes them off it.</summary>
[Authorize(Permission.ManageSite)]
public sealed class ChangePage(SiteMembers members, SecondFactorReset reset, Texts texts, VisitedSite site) : PageModel
{
    public Member Member { get; private set; } = null!;

    public RoleChoice Choice { get; private set; } = null!;

    /// <summary>False for somebody who stands above who looks.</summary>
    public bool CanChange { get; private set; }

    /// <summary>Whether who looks may take their second factor off, for they lost it.</summary>
    public bool CanReset { get; private set; }

    private Guid Me => User.PersonId()!.Value;

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken ct) => await TryLoadAsync(id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string id, CancellationToken ct)
    {
        if (!await TryLoadAsync(id, ct))
        {
            return NotFound();
        }

        var ticked = RoleChoice.Ticked(Request);
        if (!ModelState.IsValid || ModelState.Refused(await members.ChangeAsync(Me, Member.Id, ticked, ct), texts, site))
        {
            Choice = Choice with { Chosen = ticked };
            return Page();
        }

        return Done("users.members.done.changed");
    }

    public async Task<IActionResult> OnPostRemoveAsync(string id, bool endSessions, CancellationToken ct)
    {
        if (!await TryLoadAsync(id, ct))
        {
            return NotFound();
        }

        return ModelState.Refused(await members.RemoveAsync(Me, Member.Id, endSessions, ct), texts, site) ? Page() : Done("users.members.done.removed");
    }

    public async Task<IActionResult> OnPostResetAsync(string id, CancellationToken ct)
    {
        if (!await TryLoadAsync(id, ct))
        {
            return NotFound();
        }

        return ModelState.Refused(await reset.ResetAsync(Me, Member.Id, site.Tenant, ct), texts, site) ? Page() : Done("users.factor.reset.done");
    }

    private LocalRedirectResult Done(string done)
    {
        TempData["done"] = done;
        return LocalRedirect(site.Link("/quan-tri/nguoi-dung"));
    }

    private async Task<bool> TryLoadAsync(string id, CancellationToken ct)
    {
        if (!Guid.TryParse(id, out var person) || await members.FindAsync(person, ct) is not { } member)
        {
            return false;
        }

        var givable = await members.GivableByAsync(Me, ct);
        (Member, Choice, CanChange) = (member, new RoleChoice(givable, member.Roles.ToHashSet()), !member.Roles.Except(givable).Any());
        CanReset = member.HasSecondFactor && await reset.MayAsync(Me, person, ct);
        return true;
    }
}
