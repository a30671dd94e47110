using System.Security.Cryptography;
using GovPortal.Core.Checking;
using GovPortal.Core.Localization;
using GovPortal.Core.Security;
using GovPortal.Storage;
using GovPortal.Storage.People;
using GovPortal.Storage.Tenancy;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace GovPortal.Users;

/// <summary>Takes people in and gives them roles on sites.</summary>
public sealed class UserAccounts(UserManager<Person> people, PortalDb db, TenantDirectory directory, AuditTrail audit, TimeProvider clock)
{
    /// <summary>Whom the first set-up makes; nobody else signs in with anything but an e-mail address.</summary>
    public const string FirstAdministrator = "admin";

    // 20 letters and digits without look-alikes: 115 bits.
    private const string PasswordLetters = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    public static string RandomPassword() => RandomNumberGenerator.GetString(PasswordLetters, 20);

    /// <summary>Takes a person in, or gives a known one a further role.</summary>
    /// <param name="signInName">What they sign in with: an e-mail address, or <see cref="FirstAdministrator"/>.</param>
    /// <param name="name">Of somebody new; a known one keeps theirs.</param>
    /// <param name="password">Of somebody new; a known one keeps theirs.</param>
    /// <returns>What was done, null where it was refused.</returns>
    public async Task<(TakenIn? Done, IReadOnlyList<Refusal> Refusals)> TakeInAsync(string signInName, string name, string password, string siteName, Role role, CancellationToken ct)
    {
        if (directory.FindByName(siteName) is not { } site)
        {
            return (null, [new Refusal("users.create.unknown-site", "tenant", siteName)]);
        }

        var person = await people.FindByNameAsync(signInName);
        var done = person is null ? TakenIn.New : TakenIn.Already;
        if (person is null)
        {
            if (signInName != FirstAdministrator && !EmailAddress.IsOne(signInName))
            {
                return (null, [new Refusal("users.create.bad-name", "email", signInName)]);
            }

            if (Checks.Required(name, "name").Concat(Checks.NotLonger(name, OwnAccount.LongestName, "name")).ToArray() is { Length: > 0 } mistakes)
            {
                return (null, mistakes);
            }

            (person, var refusals) = await EnrolAsync(signInName, name.Trim(), password, Texts.Vietnamese);
            if (person is null)
            {
                return (null, refusals);
            }
        }

        if (!await db.Memberships.AnyAsync(m => m.PersonId == person.Id && m.TenantId == site.Id && m.Role == role, ct))
        {
            db.Memberships.Add(new Membership { PersonId = person.Id, TenantId = site.Id, Role = role });
            await db.SaveChangesAsync(ct);
            await audit.WriteAsync(site, "people.take-in", signInName, by: null, ct, after: new { person.Name, Roles = role.ToString() });
            done = done == TakenIn.New ? done : TakenIn.FurtherRole;
        }

        return (done, []);
    }

    /// <summary>Why somebody cannot be given a password; empty when they can.</summary>
    public async Task<IReadOnlyList<Refusal>> CheckPasswordAsync(string signInName, string name, string password)
    {
        var person = new Person { UserName = signInName, Name = name };
        var results = new List<IdentityResult>();
        foreach (var validator in people.PasswordValidators)
        {
            results.Add(await validator.ValidateAsync(people, person, password));
        }

        return [.. results.SelectMany(result => result.Errors).Select(e => RefusalOf(e.Code, signInName))];
    }

    /// <summary>Gives a person another password; for a set-up that was cut off before theirs was shown.</summary>
    public async Task<IReadOnlyList<Refusal>> SetPasswordAsync(string signInName, string password)
    {
        var person = await people.FindByNameAsync(signInName) ?? throw new InvalidOperationException($"Nobody signs in as {signInName}.");
        if (await people.CheckPasswordAsync(person, password))
        {
            return [];
        }

        var result = await people.RemovePasswordAsync(person) is { Succeeded: false } failed ? failed : await people.AddPasswordAsync(person, password);
        return [.. result.Errors.Select(e => RefusalOf(e.Code, signInName))];
    }

    /// <summary>Makes an account that has no role yet.</summary>
    /// <returns>The person, or why there is none.</returns>
    public async Task<(Person? Person, IReadOnlyList<Refusal> Refusals)> EnrolAsync(string signInName, string name, string password, string language)
    {
        var person = new Person { Id = Guid.CreateVersion7(), UserName = signInName, Email = signInName.Contains('@') ? signInName : null, Name = name, Language = language, CreatedAt = clock.GetUtcNow() };
        var result = await people.CreateAsync(person, password);
        return result.Succeeded ? (person, []) : (null, [.. result.Errors.Select(e => RefusalOf(e.Code, signInName))]);
    }

    private static Refusal RefusalOf(string code, string signInName) => code switch
    {
        nameof(IdentityErrorDescriber.PasswordTooShort) => new Refusal("users.create.short-password", "password"),
        PasswordStrength.TooCommon => new Refusal("users.password.common", "password"),
        nameof(IdentityErrorDescriber.InvalidUserName) => new Refusal("users.create.bad-name", "email", signInName),
        nameof(IdentityErrorDescriber.InvalidEmail) => new Refusal("users.create.bad-name", "email", signInName),
        _ => new Refusal("users.create.refused", "password", code),
    };
}

/// <summary>What became of somebody who was to be taken in.</summary>
public enum TakenIn
{
    /// <summary>They have an account now, with the role.</summary>
    New,

    /// <summary>They had an account; the role is added, all else stands as it was.</summary>
    FurtherRole,

    /// <summary>They had account and role; nothing was changed.</summary>
    Already,
}
