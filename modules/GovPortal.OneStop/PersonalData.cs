using System.Security.Cryptography;
using System.Text;
using GovPortal.Core.Files;
using GovPortal.Core.Security;
using Microsoft.AspNetCore.DataProtection;

namespace GovPortal.OneStop;

/// <summary>What of an applicant is kept sealed. Null where it was not given.</summary>
public sealed record PersonalData(string? Identity, string? Phone, string? Email, string? Address)
{
    /// <summary>The last three signs alone, for lists and for pages that everybody may see.</summary>
    public static string? Masked(string? value) => value is null ? null : value.Length <= 3 ? "***" : new string('•', value.Length - 3) + value[^3..];
}

/// <summary>Seals personal data with the installation's keys, and makes prints of it that can be looked up but not read.</summary>
public sealed class DossierSeals(IDataProtectionProvider keys, DataFolder data) : Seals(keys, "dossiers.personal")
{
    private readonly Lazy<byte[]> printKey = new(() => PrintKey(keys.CreateProtector("dossiers.prints"), Path.Combine(data.OfSecrets("onestop"), "prints.key")));

    /// <exception cref="CryptographicException">The installation's keys are not those it was sealed with.</exception>
    public PersonalData Open(string seal) => Open<PersonalData>(seal);

    /// <summary>The same value always gives the same print; without the key nobody can tell of what.</summary>
    public string? PrintOf(string? value) => string.IsNullOrWhiteSpace(value) ? null : Convert.ToHexStringLower(HMACSHA256.HashData(printKey.Value, Encoding.UTF8.GetBytes(Bare(value))))[..32];

    // Numbers are typed with and without spaces and dots.
    private static string Bare(string value) => string.Concat(value.Where(char.IsLetterOrDigit)).ToUpperInvariant();

    // Keys of data protection are renewed every few months; a print must stay the same for as long as dossiers are kept.
    private static byte[] PrintKey(IDataProtector seal, string path)
    {
        if (!File.Exists(path))
        {
            var fresh = Path.Combine(Path.GetDirectoryName(path)!, $"{Guid.NewGuid():n}.tmp");
            File.WriteAllBytes(fresh, seal.Protect(RandomNumberGenerator.GetBytes(32)));
            try
            {
                File.Move(fresh, path, overwrite: false);
            }
            catch (IOException) when (File.Exists(path))
            {
                // Another server made one at the same moment.
                File.Delete(fresh);
            }
        }

        return seal.Unprotect(File.ReadAllBytes(path));
    }
}
