using System.Buffers.Binary;
using GovPortal.Storage;
using Microsoft.AspNetCore.Cryptography.KeyDerivation;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace GovPortal.Users;

/// <summary>
/// Identity's own hasher (PBKDF2 with HMAC-SHA512), except that comparing with a hash of a time when fewer rounds were usual takes as long as
/// any other: the time must tell neither which accounts exist nor which are old.
/// </summary>
internal sealed class StaffPasswordHasher(IOptions<PasswordHasherOptions> options) : PasswordHasher<Person>(options)
{
    /// <summary>Rounds; OWASP Password Storage Cheat Sheet, 2023: 210,000 for PBKDF2-HMAC-SHA512. Hashes of fewer are made anew at the next sign-in.</summary>
    public const int Rounds = 210_000;

    // Identity's format 3: one byte of format, four of the function, then four of the rounds.
    private const int RoundsAt = 5;

    private readonly int wanted = options.Value.IterationCount;

    public override PasswordVerificationResult VerifyHashedPassword(Person user, string hashedPassword, string providedPassword)
    {
        var result = base.VerifyHashedPassword(user, hashedPassword, providedPassword);
        if (result == PasswordVerificationResult.Failed && wanted - RoundsOf(hashedPassword) is > 0 and var missing)
        {
            KeyDerivation.Pbkdf2(providedPassword, new byte[16], KeyDerivationPrf.HMACSHA512, missing, 32);
        }

        return result;
    }

    private static int RoundsOf(string hash)
    {
        var bytes = Convert.FromBase64String(hash);
        return bytes.Length > RoundsAt + 4 && bytes[0] == 1 ? (int)Math.Min(int.MaxValue, BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(RoundsAt))) : 0;
    }
}
