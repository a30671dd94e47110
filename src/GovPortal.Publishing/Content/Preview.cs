using System.Globalization;
using System.Security.Cryptography;
using GovPortal.Core.Tenancy;
using GovPortal.Web.Pages;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;

namespace GovPortal.Publishing.Content;

/// <summary>One version of one item, shown before it is public to whoever has the link.</summary>
/// <param name="Until">When the link ends.</param>
public sealed record Preview(int TenantId, long ItemId, int Version, DateTimeOffset Until)
{
    public DateTimeOffset Made => Until - PreviewLinks.Life;
}

/// <summary>
/// Makes and reads the links under <see cref="Path"/>. What a link may show stands in the link itself, sealed with the installation's keys,
/// so nothing is stored, nothing can be guessed, and a link of one site opens nothing on another. An item remembers since when its links hold.
/// </summary>
public sealed class PreviewLinks(IDataProtectionProvider keys, IHttpContextAccessor http, TimeProvider clock)
{
    public const string Path = SecretAddresses.Preview;

    /// <summary>Long enough for a leader to come back from a journey.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromDays(7);

    public Preview Offer(Tenant tenant, long itemId, int version) => new(tenant.Id, itemId, version, clock.GetUtcNow() + Life);

    /// <summary>Address of the preview below its site's root.</summary>
    public string PathOf(Preview preview)
    {
        ArgumentNullException.ThrowIfNull(preview);
        return $"{Path}/{SealOf(preview.TenantId).Protect(string.Create(CultureInfo.InvariantCulture, $"{preview.ItemId} {preview.Version} {preview.Until.ToUnixTimeMilliseconds()}"))}";
    }

    /// <summary>What a link shows, ended or not; null when this site never gave it out.</summary>
    public Preview? Read(Tenant tenant, string token)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        try
        {
            return SealOf(tenant.Id).Unprotect(token).Split(' ') is [var item, var version, var until]
                ? new Preview(tenant.Id, Number(item), (int)Number(version), DateTimeOffset.FromUnixTimeMilliseconds(Number(until)))
                : null;
        }
        catch (CryptographicException)
        {
            // Cut off on its way, made up, or of another site.
            return null;
        }
    }

    public bool HasEnded(Preview preview) => preview.Until <= clock.GetUtcNow();

    /// <summary>The preview that the present request shows of a site; null for every other request.</summary>
    public Preview? Shown(Tenant tenant) => http.HttpContext?.Features.Get<Preview>() is { } preview && preview.TenantId == tenant.Id ? preview : null;

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);

    private IDataProtector SealOf(int tenantId) => keys.CreateProtector("preview", tenantId.ToString(CultureInfo.InvariantCulture));
}
