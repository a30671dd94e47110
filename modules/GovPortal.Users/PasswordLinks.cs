using System.Globalization;
using System.Security.Cryptography;
using GovPortal.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;

namespace GovPortal.Users;

/// <summary>
/// Links by which somebody who forgot their password chooses a new one. Whose they are stands in the link, sealed with the installation's
/// keys together with the stamp that every change of password renews: so a link is good once, and nothing is stored.
/// </summary>
public sealed class PasswordLinks(IDataProtectionProvider keys, UserManager<Person> people, TimeProvider clock)
{
    public static readonly TimeSpan Life = TimeSpan.FromHours(1);

    private readonly IDataProtector seal = keys.CreateProtector("forgotten-password");

    public string Make(Person person) =>
        seal.Protect(string.Create(CultureInfo.InvariantCulture, $"{person.Id} {(clock.GetUtcNow() + Life).ToUnixTimeSeconds()} {person.SecurityStamp}"));

    /// <summary>Whose link it is; null when it has ended, was used, or was never given out.</summary>
    public async Task<Person?> ReadAsync(string link)
    {
        try
        {
            return seal.Unprotect(link).Split(' ') is [var id, var until, var stamp] && long.Parse(until, CultureInfo.InvariantCulture) > clock.GetUtcNow().ToUnixTimeSeconds()
                && await people.FindByIdAsync(id) is { } person && person.SecurityStamp == stamp ? person : null;
        }
        catch (CryptographicException)
        {
            // Cut off on its way, or made up.
            return null;
        }
    }
}
