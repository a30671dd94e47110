using System.Security.Claims;
using GovPortal.Core.Tenancy;
using GovPortal.Storage;
using GovPortal.Storage.People;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace GovPortal.Users;

/// <summary>Who of ours somebody is that the provider sends. It makes nobody an account: whom nobody invited stays out.</summary>
public sealed class ProviderLogins(UserManager<Person> people, SignInManager<Person> door, SessionRegister sessions, AuditTrail audit, IEnumerable<ProviderSettings> settings, Tenant site)
{
    /// <summary>Under which Identity looks for the provider's name in what was begun.</summary>
    internal const string LoginProvider = "LoginProvider";

    internal const string EmailVerified = "email_verified";

    private const string Email = "email";

    /// <summary>Lets in whom the provider has just sent.</summary>
    /// <returns>Null when they are in; else why not, see <see cref="SignInError"/>, or that the second factor is asked for.</returns>
    public async Task<(bool NeedsCode, string? Fault)> EnterAsync(CancellationToken ct)
    {
        var sent = await door.GetExternalLoginInfoAsync();
        await door.Context.SignOutAsync(IdentityConstants.ExternalScheme);
        if (sent is null)
        {
            return (false, SignInError.Stale);
        }

        var person = await people.FindByLoginAsync(sent.LoginProvider, sent.ProviderKey);
        var isNew = person is null;
        if (isNew)
        {
            if (EmailOf(sent.Principal) is not { } email)
            {
                return (false, SignInError.Unverified);
            }

            // What people sign in with here is their address, and nobody else's.
            person = await people.FindByNameAsync(email);
        }

        if (person?.Email is null && isNew)
        {
            return (false, SignInError.Unknown);
        }

        if (await people.IsLockedOutAsync(person!))
        {
            return (false, SignInError.Locked);
        }

        if (isNew)
        {
            await LinkAsync(person!, sent, ct);
        }

        return (await SignInAsync(person!, sent), null);
    }

    /// <summary>Names of the providers by which somebody may sign in.</summary>
    public async Task<IReadOnlyList<string>> OfAsync(Person person) =>
        [.. (await people.GetLoginsAsync(person)).Select(login => settings.FirstOrDefault(s => s.Authority.AbsoluteUri == login.LoginProvider)?.Name ?? login.LoginProvider).Distinct()];

    /// <param name="present">The session that goes on.</param>
    public async Task UnlinkAsync(Person person, Guid? present, CancellationToken ct)
    {
        foreach (var login in await people.GetLoginsAsync(person))
        {
            await people.RemoveLoginAsync(person, login.LoginProvider, login.ProviderKey);
            await audit.WriteAsync(site, "people.provider-unlinked", person.UserName!, person.Id, ct, before: new { login.LoginProvider });
        }

        await sessions.EndAllAsync(person.Id, present, ct);
    }

    // A new way in is a change of how one signs in: whoever is in by another begins anew.
    private async Task LinkAsync(Person person, ExternalLoginInfo sent, CancellationToken ct)
    {
        await people.AddLoginAsync(person, new UserLoginInfo(sent.LoginProvider, sent.ProviderKey, settings.Single().Name));
        await sessions.EndAllAsync(person.Id, but: null, ct);
        await audit.WriteAsync(site, "people.provider-linked", person.UserName!, person.Id, ct, after: new { sent.LoginProvider });
    }

    /// <returns>True when the second factor is asked for.</returns>
    private async Task<bool> SignInAsync(Person person, ExternalLoginInfo sent)
    {
        if (settings.Single().IsStrong)
        {
            await door.SignInWithClaimsAsync(person, isPersistent: false, StrongSignIn.ByProvider(sent.LoginProvider));
            return false;
        }

        return (await door.ExternalLoginSignInAsync(sent.LoginProvider, sent.ProviderKey, isPersistent: false, bypassTwoFactor: false)).RequiresTwoFactor;
    }

    /// <returns>The address the provider vouches for; null when it does not, or names two.</returns>
    private string? EmailOf(ClaimsPrincipal sent)
    {
        var verdicts = sent.FindAll(EmailVerified).Select(claim => claim.Value.Equals("true", StringComparison.OrdinalIgnoreCase)).ToArray();
        var isVerified = settings.Single().TrustsEmail ?? verdicts.Length > 0;
        return isVerified && verdicts.All(verdict => verdict) && sent.FindAll(Email).Select(claim => claim.Value).Distinct(StringComparer.OrdinalIgnoreCase).ToArray() is [{ Length: > 0 } email] ? email : null;
    }
}
