using System.Globalization;
using GovPortal.Core.Files;
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

/// <summary>Takes an exported site in, as a new site: all of it or, whatever happens, nothing.</summary>
public sealed class SiteImport(DatabaseSetup database, DataFolder data, FileStore store, TenantDirectory directory, PublicationLog log, AuditTrail audit, IEnumerable<ILiveTextObserver> observers, TimeProvider clock)
{
    /// <param name="site">The site as it shall be called and set here; whoever calls has checked it.</param>
    /// <exception cref="InvalidDataException">A row of the archive is none; the sentence names entry, line and field.</exception>
    /// <exception cref="DbUpdateException">A site of this name, host or code came in between.</exception>
    public async Task<ImportedSite> TakeInAsync(SiteArchive archive, ArchivedSite site, IProgress<ArchiveProgress>? progress, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(archive);
        ArgumentNullException.ThrowIfNull(site);
        var added = await ArchivedFiles.ReadAsync(archive.Reader, database, store, data, progress, ct);
        var isIn = false;
        try
        {
            await using var whole = await WholeDatabase.WriteAsync(database, ct);
            var (tenant, taken) = await AddAsync(whole, archive, site, added, progress, ct);
            var entries = await TellAsync(whole, tenant, ct);
            await whole.CommitAsync(ct);
            isIn = true;
            log.Signal(entries);
            await directory.ReloadAsync(tenant.Id, entries[^1].Position, ct);
            return taken;
        }
        finally
        {
            if (!isIn)
            {
                await ArchivedFiles.RemoveUnnamedAsync(database, store, added);
            }
        }
    }

    private async Task<(Tenant Tenant, ImportedSite Taken)> AddAsync(WholeDatabase whole, SiteArchive archive, ArchivedSite site, IReadOnlyCollection<string> added, IProgress<ArchiveProgress>? progress, CancellationToken ct)
    {
        var row = site.ToRow();
        whole.Context.Tenants.Add(row);
        await whole.Context.SaveChangesAsync(ct);
        var people = await ImportedPeople.MatchAsync(whole, archive.People, ct);
        var numbers = new RowNumbers();
        var rows = 0L;
        foreach (var table in whole.Shape.Exported.Where(table => archive.Reader.Entries.ContainsKey($"tables/{table.Name}.jsonl")))
        {
            progress?.Report(new ArchiveProgress(table.Name, 0, 0));
            rows += await AddAsync(whole, table, archive, row, numbers, people, ct);
        }

        row.Settings = BodyJson.Write(SiteSettingsNumbers.Renumber(site.Settings, whole, numbers));
        var tenant = row.ToTenant();
        whole.Context.Enter(DataScope.Site, tenant.Id);
        await new ImportedWork(whole.Context, tenant, observers, clock).AddAsync(added, ct);
        audit.Note(whole.Context, tenant, "site.import", tenant.Title, by: null, after: new { archive.Site.Name, archive.Reader.Manifest.MadeAt, Rows = rows });
        await whole.Context.SaveChangesAsync(ct);
        return (tenant, new ImportedSite(tenant.Name, rows, archive.Reader.Entries.Keys.Count(name => name.StartsWith(ArchivedFiles.Folder, StringComparison.Ordinal)), people.Unknown, people.LeftOut));
    }

    private static async Task<long> AddAsync(WholeDatabase whole, TableShape table, SiteArchive archive, TenantRow site, RowNumbers numbers, ImportedPeople people, CancellationToken ct)
    {
        var rows = 0L;
        int? own = table.NumberedBy is { } numbered ? table.PlaceOf(numbered) : null;
        await using var insertion = whole.InsertInto(table, isNumbering: true);
        await archive.Reader.ReadAsync($"tables/{table.Name}.jsonl", async entry =>
        {
            await foreach (var row in RowLines.ReadAsync(table, entry, (TableShape.SiteColumn, site.Id), ct))
            {
                if (!numbers.Renumber(table, row))
                {
                    throw new InvalidDataException($"row {rows + 1} tells of a row that is not in the archive");
                }

                rows++;
                if (people.Translate(table, row, site.Name))
                {
                    var number = await insertion.AddAsync(row, ct);
                    if (own is { } place)
                    {
                        numbers.Add(table.Name, Convert.ToInt64(row[place], CultureInfo.InvariantCulture), number);
                    }
                }
            }
        }, ct);
        return rows;
    }

    /// <summary>Tells the log of everything that readers see from now on.</summary>
    private async Task<IReadOnlyList<LogEntry>> TellAsync(WholeDatabase whole, Tenant tenant, CancellationToken ct)
    {
        var db = whole.Context;
        var now = clock.GetUtcNow();
        await PublicationLog.QueueWriterAsync(db, ct);
        var live = await db.Items.AsNoTracking().Where(item => item.State == ContentState.Published && item.LiveVersion != null).OrderBy(item => item.Id).Select(item => new { item.Id, item.Type, item.LiveVersion }).ToListAsync(ct);
        LogEntry[] entries =
        [
            .. live.Select(item => new LogEntry { TenantId = tenant.Id, ItemId = item.Id, Type = item.Type, Act = PublicationAct.Published, Version = item.LiveVersion, At = now }),
            new LogEntry { TenantId = tenant.Id, Type = "site", Act = PublicationAct.SiteChanged, At = now },
        ];
        db.Log.AddRange(entries);
        await db.SaveChangesAsync(ct);
        return entries;
    }
}

/// <summary>What was taken in.</summary>
/// <param name="Unknown">People whom its rows name and who have no account here: what they did stands, their roles do not.</param>
/// <param name="LeftOut">Roles that could not be given, each with who should have had it.</param>
public sealed record ImportedSite(string Name, long Rows, int Files, IReadOnlyList<SitePerson> Unknown, IReadOnlyList<string> LeftOut);
