using GovPortal.Core.Checking;
using GovPortal.Core.Localization;
using GovPortal.Core.Security;
using GovPortal.Core.Tenancy;
using GovPortal.Storage;
using GovPortal.Storage.Tenancy;
using GovPortal.Web.Pages;
using Microsoft.AspNetCore.Identity;

namespace GovPortal.Users.Admin;

/// <summary>Sets up an authenticator as a second factor of sign-in, renews recovery codes, switches it off.</summary>
[Authorize]
public sealed class SecondFactorPage(OwnAccount account, UserManager<Person> people, Passkeys passkeys, PasskeySettings passkeySettings, SecondFactorRule rule, OidcSignIn provider, PortalDbFactory databases, TenantDirectory directory, Texts texts, VisitedSite site) : PageModel
{
    private const int Group = 4;

    [BindProperty]
    public string? Code { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    public Person Me { get; private set; } = null!;

    /// <summary>Shown once, right after they were made.</summary>
    public IReadOnlyList<string> Codes { get; private set; } = [];

    public int CodesLeft { get; private set; }

    /// <summary>True when the desk stays closed until the second factor is set up.</summary>
    public bool IsOwed { get; private set; }

    /// <summary>The authenticator's key in groups that can be typed.</summary>
    public string Key { get; private set; } = "";

    public string Picture { get; private set; } = "";

    public PasskeyList Passkeys { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await TryLoadAsync() ? await ShowAsync(ct) : Challenge();

    public async Task<IActionResult> OnPostOnAsync(CancellationToken ct)
    {
        if (!await TryLoadAsync())
        {
            return Challenge();
        }

        // Whoever finds a session open must not bind the account to a telephone of their own.
        if (Me.TwoFactorEnabled || ModelState.Refused(await account.PasswordRefusedAsync(Me, Password ?? ""), texts, site))
        {
            return await ShowAsync(ct);
        }

        if (await account.SwitchOnAsync(Me, Code ?? "", User.SessionId(), ct) is { } codes)
        {
            Codes = codes;
        }
        else
        {
            ModelState.Refused(new Refusal("users.factor.wrong-code", nameof(Code)), texts, site);
        }

        return await ShowAsync(ct);
    }

    public async Task<IActionResult> OnPostRenewAsync(CancellationToken ct)
    {
        if (!await TryLoadAsync())
        {
            return Challenge();
        }

        if (Me.TwoFactorEnabled && !ModelState.Refused(await account.PasswordRefusedAsync(Me, Password ?? ""), texts, site))
        {
            Codes = await account.RenewCodesAsync(Me, ct);
        }

        return await ShowAsync(ct);
    }

    public async Task<IActionResult> OnPostOffAsync(CancellationToken ct)
    {
        if (!await TryLoadAsync())
        {
            return Challenge();
        }

        if (!Me.TwoFactorEnabled || ModelState.Refused(await account.PasswordRefusedAsync(Me, Password ?? ""), texts, site))
        {
            return await ShowAsync(ct);
        }

        await account.SwitchOffAsync(Me, User.SessionId(), ct);
        TempData["done"] = "users.factor.done.off";
        return LocalRedirect(site.Link("/tai-khoan"));
    }

    private async Task<PageResult> ShowAsync(CancellationToken ct)
    {
        Passkeys = new PasskeyList([.. (await passkeys.OfAsync(Me)).OrderBy(p => p.CreatedAt)], Device.Of(Request.Headers.UserAgent.ToString()), passkeySettings.AreTakenAt(Request.Host));
        if (Me.TwoFactorEnabled)
        {
            CodesLeft = await people.CountRecoveryCodesAsync(Me);
            return Page();
        }

        var key = await account.AuthenticatorKeyAsync(Me);
        Key = string.Join(' ', key.Chunk(Group).Select(group => new string(group)));
        Picture = QrCode.Draw(QrCode.AddressOf((directory.Portal ?? site.Tenant).Title, Me.UserName!, key));
        IsOwed = !provider.VouchesFor(User) && await rule.IsOwedByAsync(User, databases, ct);
        return Page();
    }

    private async Task<bool> TryLoadAsync()
    {
        var me = await people.GetUserAsync(User);
        Me = me!;
        return me is not null;
    }
}
