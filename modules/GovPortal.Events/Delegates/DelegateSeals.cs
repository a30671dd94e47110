using System.Security.Cryptography;
using GovPortal.Core.Files;
using Microsoft.AspNetCore.DataProtection;

namespace GovPortal.Events.Delegates;

/// <summary>Seals what people say of themselves with the installation's keys, and makes the codes of badges.</summary>
public sealed class DelegateSeals(IDataProtectionProvider keys)
{
    // Signs nobody mistakes for one another when a badge is read aloud.
    private const string Signs = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    private const int CodeLength = 8;

    private readonly IDataProtector seal = keys.CreateProtector("events.delegates");

    public string Seal(DelegateData data) => seal.Protect(BodyJson.Write(data));

    /// <exception cref="CryptographicException">The installation's keys are not those it was sealed with.</exception>
    public DelegateData Open(string sealedData) => BodyJson.Read<DelegateData>(seal.Unprotect(sealedData));

    public static string NewCode() => RandomNumberGenerator.GetString(Signs, CodeLength);

    /// <summary>A code as it was typed or scanned, without spaces and dashes.</summary>
    public static string Bare(string? typed) => string.Concat((typed ?? "").Where(char.IsLetterOrDigit).Take(CodeLength * 2)).ToUpperInvariant();

    /// <summary>As people read it: <c>K7M4-2XQP</c>.</summary>
    public static string Written(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return code.Length == CodeLength ? $"{code[..4]}-{code[4..]}" : code;
    }
}
