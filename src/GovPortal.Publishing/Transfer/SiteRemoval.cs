using GovPortal.Core.Publication;
using GovPortal.Core.Tenancy;
using GovPortal.Publishing.Content;
using GovPortal.Publishing.Files;
using GovPortal.Publishing.Publication;
using GovPortal.Storage;
using GovPortal.Storage.People;
using GovPortal.Storage.Publication;
using GovPortal.Storage.Rows;
using GovPortal.Storage.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace GovPortal.Publishing.Transfer;

/// <summary>
/// Takes a site away with all it has: the rows of every module, files that no other site names, roles. What was done on it stays in the
/// audit log, and what it published in the publication log: both are only added to, and the law asks for the first.
/// </summary>
public sealed class SiteRemoval(DatabaseSetup database, FileStore store, TenantDirectory directory, PublicationLog log, AuditTrail audit, TimeProvider clock)
{
    /// <summary>How many rows a site has in each table that has any; what would be taken away.</summary>
    public async Task<IReadOnlyDictionary<string, long>> CountAsync(Tenant tenant, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        await using var whole = await WholeDatabase.ReadAsync(database, ct);
        var counts = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var table in Removed(whole))
        {
            if (await whole.CountAsync(table, tenant.Id, ct) is > 0 and var count)
            {
                counts[table.Name] = count;
            }
        }

        return counts;
    }

    /// <summary>Takes the site away; sites below it come to stand below the one above it.</summary>
    public async Task<RemovedSite> RemoveAsync(Tenant tenant, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        IReadOnlyList<LogEntry> entries;
        IReadOnlyList<string> children;
        ICollection<string> hashes;
        var rows = 0L;
        await using (var whole = await WholeDatabase.WriteAsync(database, ct))
        {
            hashes = (await ArchivedFiles.OfAsync(whole, tenant.Id, ct)).Keys;
            whole.Context.Enter(DataScope.Site, tenant.Id);
            var items = await whole.Context.Items.AsNoTracking().Where(item => item.LiveVersion != null).OrderBy(item => item.Id).Select(item => new { item.Id, item.Type }).ToListAsync(ct);
            foreach (var table in Removed(whole).Reverse())
            {
                rows += await whole.DeleteAsync(table, tenant.Id, ct);
            }

            (entries, children) = await TellAsync(whole.Context, tenant, [.. items.Select(item => (item.Id, item.Type))], ct);
            await whole.CommitAsync(ct);
        }

        log.Signal(entries);
        await directory.ReloadAsync([.. entries.Where(entry => entry.Act == PublicationAct.SiteChanged).Select(entry => entry.TenantId)], ct);
        return new RemovedSite(rows, await ArchivedFiles.RemoveUnnamedAsync(database, store, hashes), children);
    }

    private async Task<(IReadOnlyList<LogEntry> Entries, IReadOnlyList<string> Children)> TellAsync(PortalDb db, Tenant tenant, IReadOnlyList<(long Id, string Type)> items, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var children = await db.Tenants.Where(row => row.ParentName == tenant.Name).ToListAsync(ct);
        children.ForEach(child => child.ParentName = tenant.ParentName);
        db.Tenants.Remove(await db.Tenants.SingleAsync(row => row.Id == tenant.Id, ct));
        audit.Note(db, directory.Portal ?? tenant, "site.delete", tenant.Title, by: null, before: new { tenant.Name, tenant.Host, tenant.AgencyCode, Items = items.Count });
        await PublicationLog.QueueWriterAsync(db, ct);
        await db.SaveChangesAsync(ct);
        LogEntry[] entries =
        [
            .. items.Select(item => new LogEntry { TenantId = tenant.Id, ItemId = item.Id, Type = item.Type, Act = PublicationAct.Withdrawn, At = now }),
            .. children.Select(child => child.Id).Append(tenant.Id).Select(id => new LogEntry { TenantId = id, Type = "site", Act = PublicationAct.SiteChanged, At = now }),
        ];
        db.Log.AddRange(entries);
        await db.SaveChangesAsync(ct);
        return (entries, [.. children.Select(child => child.Name)]);
    }

    private static IEnumerable<TableShape> Removed(WholeDatabase whole) => whole.Shape.Tables.Where(table => table.IsOfSites && !AppendOnly.Tables.Contains(table.Name));
}

/// <summary>What was taken away.</summary>
/// <param name="Files">Files whose bytes no other site names.</param>
/// <param name="Children">Names of sites that stood below it.</param>
public sealed record RemovedSite(long Rows, int Files, IReadOnlyList<string> Children);
