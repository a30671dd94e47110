using GovPortal.Core.Localization;
using GovPortal.Core.Security;
using GovPortal.Core.Tenancy;
using GovPortal.Core.Text;
using GovPortal.Storage;
using GovPortal.Storage.People;
using GovPortal.Storage.Tenancy;
using GovPortal.Web.Pages;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace GovPortal.Users.Admin;

/// <summary>What a person may see and change of themselves: name, password, roles, where they are signed in.</summary>
[Authorize]
public sealed class AccountPage(OwnAccount account, SignInManager<Person> door, UserManager<Person> people, SessionRegister sessions, ProviderLogins providers, Passkeys passkeys, PortalDb db, TenantDirectory directory, Texts texts, VisitedSite site) : PageModel
{
    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public bool WantsLetters { get; set; }

    [BindProperty]
    public string? Language { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    [BindProperty]
    public string? NewPassword { get; set; }

    [BindProperty]
    public string? UnlinkPassword { get; set; }

    public Person Me { get; private set; } = null!;

    public IReadOnlyList<(Tenant Site, IReadOnlyList<Role> Roles)> Places { get; private set; } = [];

    public IReadOnlyList<PersonSession> Sessions { get; private set; } = [];

    /// <summary>Names of their passkeys, the oldest first.</summary>
    public IReadOnlyList<string> Passkeys { get; private set; } = [];

    /// <summary>Names of the providers by which they may sign in.</summary>
    public IReadOnlyList<string> Providers { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await TryLoadAsync(ct) ? Page() : Challenge();

    public async Task<IActionResult> OnPostNameAsync(CancellationToken ct)
    {
        if (!await TryLoadAsync(ct))
        {
            return Challenge();
        }

        if (ModelState.Refused(await account.DescribeAsync(Me, VietnameseText.NormalizeLine(Name ?? ""), Me.Email is null ? Me.WantsLetters : WantsLetters, Language ?? Me.Language, ct), texts, site))
        {
            return Page();
        }

        await door.RefreshSignInAsync(Me);
        return Done("users.account.done.name");
    }

    public async Task<IActionResult> OnPostPasswordAsync(CancellationToken ct)
    {
        if (!await TryLoadAsync(ct))
        {
            return Challenge();
        }

        if (ModelState.Refused(await account.ChangePasswordAsync(Me, Password ?? "", NewPassword ?? "", User.SessionId(), ct), texts, site))
        {
            return Page();
        }

        return Done("users.account.done.password");
    }

    public async Task<IActionResult> OnPostUnlinkAsync(CancellationToken ct)
    {
        if (!await TryLoadAsync(ct))
        {
            return Challenge();
        }

        if (ModelState.Refused(await account.PasswordRefusedAsync(Me, UnlinkPassword ?? "") is { } refusal ? refusal with { Field = nameof(UnlinkPassword) } : null, texts, site))
        {
            return Page();
        }

        await providers.UnlinkAsync(Me, User.SessionId(), ct);
        return Done("users.provider.done.unlinked");
    }

    public async Task<IActionResult> OnPostSignOutAsync(Guid session, CancellationToken ct)
    {
        if (await people.GetUserAsync(User) is not { } me)
        {
            return Challenge();
        }

        await account.EndSessionAsync(me, session, ct);
        return Done("users.account.done.session");
    }

    public async Task<IActionResult> OnPostSignOutOthersAsync(CancellationToken ct)
    {
        if (await people.GetUserAsync(User) is not { } me)
        {
            return Challenge();
        }

        await account.EndOtherSessionsAsync(me, User.SessionId(), ct);
        return Done("users.account.done.sessions");
    }

    private LocalRedirectResult Done(string done)
    {
        TempData["done"] = done;
        return LocalRedirect(site.Link("/tai-khoan"));
    }

    private async Task<bool> TryLoadAsync(CancellationToken ct)
    {
        if (await people.GetUserAsync(User) is not { } me)
        {
            return false;
        }

        Me = me;
        var roles = await db.Memberships.AsNoTracking().Where(m => m.PersonId == me.Id).ToListAsync(ct);
        Places = [.. roles.GroupBy(m => m.TenantId).Select(g => (Site: directory.FindById(g.Key)!, Roles: (IReadOnlyList<Role>)[.. g.Select(m => m.Role).Order()]))
            .Where(p => p.Site is { IsEnabled: true }).OrderBy(p => p.Site.Id)];
        Sessions = await sessions.OfAsync(me.Id, ct);
        Providers = await providers.OfAsync(me);
        Passkeys = [.. (await passkeys.OfAsync(me)).OrderBy(p => p.CreatedAt).Select(p => p.Name ?? "")];
        return true;
    }
}
