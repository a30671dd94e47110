using GovPortal.Storage;
using Microsoft.AspNetCore.Identity;
using OtpNet;

namespace GovPortal.Users;

/// <summary>Takes each code of an authenticator once: whoever looked over the shoulder comes too late (RFC 6238, 5.2).</summary>
internal sealed class OnceOnlyCodes(TimeProvider clock) : AuthenticatorTokenProvider<Person>
{
    // Telephones that set their clock by hand are up to a minute off.
    private static readonly VerificationWindow Window = new(previous: 2, future: 2);

    public override async Task<bool> ValidateAsync(string purpose, string token, UserManager<Person> manager, Person user)
    {
        ArgumentNullException.ThrowIfNull(manager);
        ArgumentNullException.ThrowIfNull(user);
        if (await manager.GetAuthenticatorKeyAsync(user) is not { Length: > 0 } key
            || !new Totp(Base32Encoding.ToBytes(key)).VerifyTotp(clock.GetUtcNow().UtcDateTime, token, out var step, Window)
            || step <= user.LastCodeStep)
        {
            return false;
        }

        // Of two who send one code at the same moment, the database takes the first.
        user.LastCodeStep = step;
        return (await manager.UpdateAsync(user)).Succeeded;
    }
}
