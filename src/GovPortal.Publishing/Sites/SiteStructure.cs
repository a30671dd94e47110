using System.Security.Cryptography;
using System.Text;
using GovPortal.Core.Checking;
using GovPortal.Core.Files;
using GovPortal.Core.Tenancy;
using GovPortal.Publishing.Publication;
using GovPortal.Storage;
using GovPortal.Storage.People;
using GovPortal.Storage.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace GovPortal.Publishing.Sites;

/// <summary>How the visited site is arranged: its menus, home page, banners, pages, categories and fields. Every change is written down.</summary>
public sealed class SiteStructure(Tenant tenant, PortalDbFactory databases, TenantDirectory directory, PublicationLog log, AuditTrail audit, TimeProvider clock)
{
    /// <summary>Tells one state of a part of the settings from another, for forms that stay open a while.</summary>
    public static string PrintOf<TPart>(TPart part) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(BodyJson.Write(part))))[..16];

    /// <summary>Changes a part of the settings; refuses when somebody else changed that part since the form was opened.</summary>
    /// <param name="act">Name of the act for the audit log.</param>
    /// <param name="seen">Print of the part as the form showed it; null changes it whatever it is now.</param>
    /// <param name="retell">Changes what items say of their categories and fields together with the settings, and tells which; null where there are none.</param>
    /// <param name="told">The part as the audit log is to tell it; null tells it as it is.</param>
    public async Task<Refusal?> ChangeAsync<TPart>(string act, Func<TenantSettings, TPart> part, string? seen, Func<TenantSettings, TenantSettings> change, Guid? by, CancellationToken ct, Func<PortalDb, Task<IReadOnlyCollection<long>>>? retell = null, Func<TPart, object?>? told = null)
    {
        ArgumentNullException.ThrowIfNull(part);
        ArgumentNullException.ThrowIfNull(change);
        await using var db = databases.OpenFor(tenant);
        var row = await db.Tenants.SingleAsync(t => t.Id == tenant.Id, ct);
        var before = BodyJson.Read<TenantSettings>(row.Settings);
        if (seen is not null && seen != PrintOf(part(before)))
        {
            return new Refusal("structure.stale");
        }

        var after = change(before);
        if (PrintOf(after) == PrintOf(before))
        {
            return null;
        }

        row.Settings = BodyJson.Write(after);
        return await CommitAsync(db, row, act, by, Told(part(before)), Told(part(after)), ct, retell);

        object? Told(TPart one) => told is null ? one : told(one);
    }

    /// <summary>Has the site wear another theme.</summary>
    public async Task<Refusal?> WearAsync(string theme, Guid? by, CancellationToken ct)
    {
        await using var db = databases.OpenFor(tenant);
        var row = await db.Tenants.SingleAsync(t => t.Id == tenant.Id, ct);
        var before = row.Theme;
        row.Theme = theme;
        return before == theme ? null : await CommitAsync(db, row, "site.theme", by, before, theme, ct);
    }

    private async Task<Refusal?> CommitAsync(PortalDb db, TenantRow row, string act, Guid? by, object? before, object? after, CancellationToken ct, Func<PortalDb, Task<IReadOnlyCollection<long>>>? retell = null)
    {
        audit.Note(db, tenant, act, tenant.Title, by, before, after);
        try
        {
            var position = await log.AppendSiteChangeAsync(db, row, clock.GetUtcNow(), ct, retell);
            await directory.ReloadAsync(row.Id, position, ct);
            return null;
        }
        catch (DbUpdateConcurrencyException)
        {
            return new Refusal("structure.stale");
        }
    }
}

/// <summary>How a site is arranged, for recipes.</summary>
public delegate SiteStructure SiteStructureOf(Tenant tenant);
