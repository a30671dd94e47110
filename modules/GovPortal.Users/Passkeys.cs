using System.Buffers.Text;
using GovPortal.Core.Checking;
using GovPortal.Core.Tenancy;
using GovPortal.Core.Text;
using GovPortal.Storage;
using GovPortal.Storage.People;
using Microsoft.AspNetCore.Identity;

namespace GovPortal.Users;

/// <summary>
/// People's passkeys: a key on a device of theirs that stands for password and second factor together. What was asked of the browser
/// lies sealed in the halfway cookie until it answers.
/// </summary>
public sealed class Passkeys(UserManager<Person> people, SignInManager<Person> door, SessionRegister sessions, AuditTrail audit, Tenant site)
{
    public const int LongestName = 60;

    // Devices of a person, with some to spare.
    private const int Most = 20;

    private static readonly Refusal NotTaken = new("users.passkey.not-taken");

    public Task<IList<UserPasskeyInfo>> OfAsync(Person person) => people.GetPasskeysAsync(person);

    /// <summary>What a form names a passkey by.</summary>
    public static string IdOf(UserPasskeyInfo passkey) => Base64Url.EncodeToString(passkey.CredentialId);

    /// <summary>What the browser is to make; whoever asks has shown the person's password.</summary>
    /// <returns>Options as JSON.</returns>
    public Task<string> BeginAddingAsync(Person person) =>
        door.MakePasskeyCreationOptionsAsync(new PasskeyUserEntity { Id = person.Id.ToString(), Name = person.UserName!, DisplayName = person.Name });

    /// <param name="credential">What the browser made, as JSON.</param>
    /// <param name="present">The session that goes on.</param>
    public async Task<Refusal?> AddAsync(Person person, string credential, string name, Guid? present, CancellationToken ct)
    {
        if (NameRefused(name) is { } refusal)
        {
            return refusal;
        }

        if ((await people.GetPasskeysAsync(person)).Count >= Most)
        {
            return new Refusal("users.passkey.too-many", Value: $"{Most}");
        }

        // It may have been begun by somebody else, on the same browser.
        if (await AnswerAsync(credential, door.PerformPasskeyAttestationAsync) is not { Succeeded: true } made || made.UserEntity.Id != person.Id.ToString())
        {
            return NotTaken;
        }

        made.Passkey.Name = name;
        await people.AddOrUpdatePasskeyAsync(person, made.Passkey);
        await sessions.EndAllAsync(person.Id, present, ct);
        await audit.WriteAsync(site, "people.passkey-on", person.UserName!, person.Id, ct, after: new { name });
        return null;
    }

    public async Task<Refusal?> RenameAsync(Person person, string id, string name, CancellationToken ct)
    {
        if (NameRefused(name) is { } refusal)
        {
            return refusal;
        }

        if (await FindAsync(person, id) is not { } passkey)
        {
            return new Refusal("users.passkey.gone");
        }

        var before = passkey.Name;
        passkey.Name = name;
        await people.AddOrUpdatePasskeyAsync(person, passkey);
        await audit.WriteAsync(site, "people.passkey-name", person.UserName!, person.Id, ct, new { name = before }, new { name });
        return null;
    }

    /// <param name="present">The session that goes on.</param>
    public async Task<Refusal?> RemoveAsync(Person person, string id, Guid? present, CancellationToken ct)
    {
        if (await FindAsync(person, id) is not { } passkey)
        {
            return new Refusal("users.passkey.gone");
        }

        await people.RemovePasskeyAsync(person, passkey.CredentialId);
        await sessions.EndAllAsync(person.Id, present, ct);
        await audit.WriteAsync(site, "people.passkey-off", person.UserName!, person.Id, ct, before: new { name = passkey.Name });
        return null;
    }

    /// <summary>What the browser is to show; whose passkey it is, it says itself.</summary>
    /// <returns>Options as JSON.</returns>
    public Task<string> BeginSigningInAsync() => door.MakePasskeyRequestOptionsAsync(user: null);

    /// <param name="credential">What the browser showed, as JSON.</param>
    public async Task<Refusal?> SignInAsync(string credential)
    {
        if (await AnswerAsync(credential, door.PerformPasskeyAssertionAsync) is not { Succeeded: true } shown)
        {
            return NotTaken;
        }

        if (await people.IsLockedOutAsync(shown.User))
        {
            return new Refusal("users.sign-in.locked");
        }

        await people.AddOrUpdatePasskeyAsync(shown.User, shown.Passkey);
        await door.SignInWithClaimsAsync(shown.User, isPersistent: false, [StrongSignIn.ByPasskey]);
        return null;
    }

    private static Refusal? NameRefused(string name) => name.Length switch
    {
        0 => new Refusal("users.passkey.no-name"),
        > LongestName => new Refusal("users.passkey.long-name", Value: $"{LongestName}"),
        _ => null,
    };

    private async Task<UserPasskeyInfo?> FindAsync(Person person, string id) =>
        Base64Url.IsValid(id) ? await people.GetPasskeyAsync(person, Base64Url.DecodeFromChars(id)) : null;

    private static async Task<T?> AnswerAsync<T>(string credential, Func<string, Task<T>> perform)
        where T : class
    {
        try
        {
            return credential.Length > 0 ? await perform(credential) : null;
        }
        catch (InvalidOperationException)
        {
            // Identity's only word for an answer to what it did not ask, or asked too long ago; any other fault is in its result.
            return null;
        }
    }

    public static string NameOf(string? typed) => VietnameseText.NormalizeLine(typed ?? "");
}
