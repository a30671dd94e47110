using System.Security.Cryptography;
using System.Text;
using GovPortal.Core.Files;
using Microsoft.AspNetCore.DataProtection;

namespace GovPortal.Core.Security;

/// <summary>Seals what of people is kept, and the secrets they follow their matters by, with the installation's keys.</summary>
/// <param name="purpose">What it is kept for; what was sealed for one purpose opens for no other.</param>
public class Seals(IDataProtectionProvider keys, string purpose)
{
    /// <summary>Signs nobody mistakes for one another when a receipt is read aloud.</summary>
    public const string SecretSigns = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    public const int SecretLength = 6;

    private readonly IDataProtector seal = keys.CreateProtector(purpose);
    private readonly Lazy<string> decoy = new(() => keys.CreateProtector(purpose).Protect(NewSecret()));

    public string Seal<T>(T record) where T : class => seal.Protect(BodyJson.Write(record));

    /// <exception cref="CryptographicException">The installation's keys are not those it was sealed with.</exception>
    public T Open<T>(string sealedRecord) where T : class => BodyJson.Read<T>(seal.Unprotect(sealedRecord));

    public string SealText(string text) => seal.Protect(text);

    public string OpenText(string sealedText) => seal.Unprotect(sealedText);

    public static string NewSecret() => RandomNumberGenerator.GetString(SecretSigns, SecretLength);

    /// <summary>Whether somebody typed the secret, in capitals or not, with spaces or without.</summary>
    /// <param name="sealedSecret">Null where there is nothing to compare with: that costs the same time, and is wrong.</param>
    public bool IsSecret(string? sealedSecret, string? typed)
    {
        var bare = string.Concat((typed ?? "").Where(char.IsLetterOrDigit)).ToUpperInvariant();
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(OpenText(sealedSecret ?? decoy.Value)), Encoding.UTF8.GetBytes(bare)) & sealedSecret is not null;
    }
}
