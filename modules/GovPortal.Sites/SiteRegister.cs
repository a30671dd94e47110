using GovPortal.Core.Checking;
using GovPortal.Core.Files;
using GovPortal.Core.Tenancy;
using GovPortal.Publishing.Publication;
using GovPortal.Publishing.Transfer;
using GovPortal.Storage;
using GovPortal.Storage.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace GovPortal.Sites;

/// <summary>The register of sites: what they are called, how they are set, whether they are on.</summary>
public sealed class SiteRegister(PortalDbFactory databases, TenantDirectory directory, PublicationLog log, SiteRemoval removal, TimeProvider clock)
{
    public Task<Refusal?> EnableAsync(string name, CancellationToken ct) => ChangeAsync(name, row => row.IsEnabled = true, ct);

    public Task<Refusal?> DisableAsync(string name, CancellationToken ct) =>
        name == Tenant.PortalName
            ? Task.FromResult<Refusal?>(new Refusal("sites.disable.portal"))
            : ChangeAsync(name, row => row.IsEnabled = false, ct);

    /// <summary>Changes how a site is set; colours that cannot be read are refused.</summary>
    public async Task<IReadOnlyList<Refusal>> SetAsync(string name, Func<TenantSettings, TenantSettings> change, CancellationToken ct)
    {
        IReadOnlyList<Refusal> refusals = [];
        var missing = await ChangeAsync(name, row =>
        {
            var settings = change(BodyJson.Read<TenantSettings>(row.Settings));
            refusals = [.. SiteRules.Check(settings)];
            row.Settings = refusals.Count == 0 ? BodyJson.Write(settings) : row.Settings;
        }, ct);
        return missing is null ? refusals : [missing];
    }

    /// <summary>Changes the names and codes of a site that is open already, from a recipe that fills it.</summary>
    public Task<Refusal?> RenameAsync(NewSite site, CancellationToken ct) => ChangeAsync(site.Name, row =>
    {
        row.Title = site.Title;
        row.TitleEn = site.TitleEn;
        row.AgencyCode = site.AgencyCode ?? row.AgencyCode;
        row.OldAgencyCode = site.OldAgencyCode ?? row.OldAgencyCode;
    }, ct);

    private async Task<Refusal?> ChangeAsync(string name, Action<TenantRow> change, CancellationToken ct)
    {
        await using var db = databases.OpenInstallation();
        if (await db.Tenants.SingleOrDefaultAsync(t => t.Name == name, ct) is not { } row)
        {
            return new Refusal("sites.unknown", "name", name);
        }

        change(row);
        try
        {
            await CommitAsync(db, row, ct);
            return null;
        }
        catch (DbUpdateConcurrencyException)
        {
            return new Refusal("structure.stale");
        }
    }

    internal async Task SaveAsync(TenantRow row, CancellationToken ct)
    {
        await using var db = databases.OpenInstallation();
        db.Tenants.Add(row);
        await CommitAsync(db, row, ct);
    }

    private async Task CommitAsync(PortalDb db, TenantRow row, CancellationToken ct)
    {
        if (db.ChangeTracker.HasChanges())
        {
            var position = await log.AppendSiteChangeAsync(db, row, clock.GetUtcNow(), ct);
            await directory.ReloadAsync(row.Id, position, ct);
        }
    }

    /// <param name="openedAt">Milliseconds since 1970; a site of this name that was opened at another time is another.</param>
    internal async Task<bool> RemoveAsync(string name, long openedAt, CancellationToken ct)
    {
        await using var db = databases.OpenInstallation();
        var row = await db.Tenants.AsNoTracking().SingleOrDefaultAsync(t => t.Name == name, ct);
        if (row is null || row.CreatedAt.ToUnixTimeMilliseconds() != openedAt)
        {
            return false;
        }

        await RemoveAsync(row.Id, ct);
        return true;
    }

    internal Task RemoveAsync(int id, CancellationToken ct) => removal.RemoveAsync(directory.FindById(id)!, ct);
}
