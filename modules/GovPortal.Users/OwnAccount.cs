using GovPortal.Core.Checking;
using GovPortal.Core.Localization;
using GovPortal.Core.Security;
using GovPortal.Core.Tenancy;
using GovPortal.Storage;
using GovPortal.Storage.People;
using Microsoft.AspNetCore.Identity;

namespace GovPortal.Users;

/// <summary>What people change of themselves. Whoever changes how they sign in ends their other sessions.</summary>
public sealed class OwnAccount(UserManager<Person> people, SignInManager<Person> door, SessionRegister sessions, SignInLimits limits, KnownDevices devices, AuditTrail audit, Tenant site)
{
    public const int LongestName = 100;

    // Of ten, nobody runs out between two changes of telephone.
    private const int RecoveryCodes = 10;

    public static Refusal? NameRefused(string name) => name.Length switch
    {
        0 => new Refusal("check.required", "Name"),
        > LongestName => new Refusal("users.account.long-name", "Name", $"{LongestName}"),
        _ => null,
    };

    /// <summary>Whether the password is the person's. Wrong ones make the session wait that brings them, and lock nobody out.</summary>
    public async Task<Refusal?> PasswordRefusedAsync(Person person, string password)
    {
        var turn = limits.Begin(person.UserName!, ClientNetwork.Of(door.Context), door.Context.User.SessionId());
        if (turn.Wait is not null)
        {
            return new Refusal("users.sign-in.locked", "Password");
        }

        var result = await door.CheckPasswordSignInAsync(person, password, lockoutOnFailure: false);
        if (result.Succeeded)
        {
            turn.Succeeded();
            return null;
        }

        return new Refusal(result.IsLockedOut ? "users.sign-in.locked" : "users.account.wrong-password", "Password");
    }

    /// <param name="present">The session that goes on.</param>
    public async Task<Refusal?> ChangePasswordAsync(Person person, string password, string newPassword, Guid? present, CancellationToken ct)
    {
        if (await PasswordRefusedAsync(person, password) is { } refusal)
        {
            return refusal;
        }

        if (await people.ChangePasswordAsync(person, password, newPassword) is { Succeeded: false } refused)
        {
            return NewPasswordRefusal(refused, "NewPassword");
        }

        await sessions.EndAllAsync(person.Id, present, ct);
        await NoteAsync("people.password", person, ct);
        return null;
    }

    /// <summary>Gives somebody the password they chose with the link of a letter; every session and every lock ends.</summary>
    public async Task<Refusal?> ReplacePasswordAsync(Person person, string password, CancellationToken ct)
    {
        if (await people.ResetPasswordAsync(person, await people.GeneratePasswordResetTokenAsync(person), password) is { Succeeded: false } refused)
        {
            return NewPasswordRefusal(refused, "Password");
        }

        // Who has the mailbox is no stranger: guesses of others do not keep them out.
        devices.Remember(door.Context, person.UserName!);
        await people.SetLockoutEndDateAsync(person, null);
        await people.ResetAccessFailedCountAsync(person);
        await sessions.EndAllAsync(person.Id, but: null, ct);
        await NoteAsync("people.password-forgotten", person, ct);
        return null;
    }

    private static Refusal NewPasswordRefusal(IdentityResult refused, string field) =>
        new(refused.Errors.Any(error => error.Code == PasswordStrength.TooCommon) ? "users.password.common" : "users.create.short-password", field);

    /// <summary>Key that the person's authenticator is given.</summary>
    public async Task<string> AuthenticatorKeyAsync(Person person)
    {
        if (await people.GetAuthenticatorKeyAsync(person) is { Length: > 0 } known)
        {
            return known;
        }

        await people.ResetAuthenticatorKeyAsync(person);
        return (await people.GetAuthenticatorKeyAsync(person))!;
    }

    /// <summary>Switches the second factor on once the authenticator shows the right code.</summary>
    /// <returns>Recovery codes, to be shown this once; null when the code is wrong.</returns>
    public async Task<IReadOnlyList<string>?> SwitchOnAsync(Person person, string code, Guid? present, CancellationToken ct)
    {
        if (!await people.VerifyTwoFactorTokenAsync(person, people.Options.Tokens.AuthenticatorTokenProvider, SignInCode.Digits(code)))
        {
            return null;
        }

        await people.SetTwoFactorEnabledAsync(person, true);
        await sessions.EndAllAsync(person.Id, present, ct);
        await NoteAsync("people.second-factor-on", person, ct);
        return await MakeCodesAsync(person);
    }

    /// <summary>Makes new recovery codes; the former ones end.</summary>
    public async Task<IReadOnlyList<string>> RenewCodesAsync(Person person, CancellationToken ct)
    {
        await NoteAsync("people.recovery-codes", person, ct);
        return await MakeCodesAsync(person);
    }

    public async Task SwitchOffAsync(Person person, Guid? present, CancellationToken ct)
    {
        person.LastCodeStep = 0;
        await people.SetTwoFactorEnabledAsync(person, false);
        await people.ResetAuthenticatorKeyAsync(person);
        await sessions.EndAllAsync(person.Id, present, ct);
        await NoteAsync("people.second-factor-off", person, ct);
    }

    /// <summary>Changes what colleagues see of the person and what they are written.</summary>
    public async Task<Refusal?> DescribeAsync(Person person, string name, bool wantsLetters, string language, CancellationToken ct)
    {
        if (NameRefused(name) is { } refusal)
        {
            return refusal;
        }

        var before = new { person.Name, person.WantsLetters, person.Language };
        (person.Name, person.WantsLetters, person.Language) = (name, wantsLetters, language == Texts.English ? Texts.English : Texts.Vietnamese);
        var after = new { person.Name, person.WantsLetters, person.Language };
        if (!after.Equals(before))
        {
            await people.UpdateAsync(person);
            await audit.WriteAsync(site, "people.account", person.UserName!, person.Id, ct, before, after);
        }

        return null;
    }

    /// <summary>Signs the person out of one of their devices.</summary>
    public async Task EndSessionAsync(Person person, Guid session, CancellationToken ct) =>
        await NoteEndedAsync(person, await sessions.EndAsync(person.Id, session, ct), ct);

    /// <summary>Signs the person out everywhere else.</summary>
    /// <param name="present">The session that goes on.</param>
    public async Task EndOtherSessionsAsync(Person person, Guid? present, CancellationToken ct) =>
        await NoteEndedAsync(person, await sessions.EndAllAsync(person.Id, present, ct), ct);

    private async Task NoteEndedAsync(Person person, IReadOnlyList<PersonSession> ended, CancellationToken ct)
    {
        foreach (var session in ended)
        {
            await audit.WriteAsync(site, "people.session-ended", person.UserName!, person.Id, ct, before: new { session.Device, session.Address, session.CreatedAt });
        }
    }

    private async Task<IReadOnlyList<string>> MakeCodesAsync(Person person) => [.. (await people.GenerateNewTwoFactorRecoveryCodesAsync(person, RecoveryCodes))!];

    private Task NoteAsync(string act, Person person, CancellationToken ct) => audit.WriteAsync(site, act, person.UserName!, person.Id, ct);
}
