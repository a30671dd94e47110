using System.Globalization;
using System.IO.Compression;
using System.Text;
using GovPortal.Core.Files;
using GovPortal.Core.Tenancy;
using GovPortal.Publishing.Files;
using GovPortal.Storage;
using GovPortal.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace GovPortal.Publishing.Transfer;

/// <summary>Writes one site with all it has into an archive, as it is at one moment, while people work on; docs/operations/export.md describes the form.</summary>
public sealed class SiteExport(DatabaseSetup database, FileStore store, TimeProvider clock)
{
    /// <param name="path">Of the archive; nothing may be there.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    public async Task<ExportedSite> WriteAsync(Tenant tenant, string path, IProgress<ArchiveProgress>? progress, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        await using var archive = new ArchiveWriter(path);
        await using var whole = await WholeDatabase.ReadAsync(database, ct);
        var numbers = new RowNumbers();
        var people = new HashSet<Guid>();
        var left = 0L;
        foreach (var table in whole.Shape.Exported)
        {
            await archive.AddAsync($"tables/{table.Name}.jsonl", CompressionLevel.Fastest, async entry =>
            {
                var (written, orphans) = await WriteAsync(whole, table, tenant, entry, numbers, people, ct);
                left += orphans;
                return written;
            });
        }

        await archive.AddAsync(ArchivedSite.EntryName, CompressionLevel.Fastest, entry => WriteSiteAsync(whole, tenant, entry, numbers, ct));
        await archive.AddAsync("people.jsonl", CompressionLevel.Fastest, entry => WritePeopleAsync(whole, people, entry, ct));
        var missing = await ArchivedFiles.WriteAsync(archive, store, await ArchivedFiles.OfAsync(whole, tenant.Id, ct), progress, ct);
        await archive.FinishAsync(new ArchiveManifest { Kind = ArchiveManifest.OfSite, Format = ArchiveManifest.Present, Program = ArchiveManifest.ThisProgram, MadeAt = clock.GetUtcNow(), Missing = missing }, ct);
        return new ExportedSite(archive.Entries.Sum(entry => entry.Rows ?? 0), archive.Entries.Count(entry => entry.Name.StartsWith(ArchivedFiles.Folder, StringComparison.Ordinal)), missing, left);
    }

    private static async Task<(long Written, long Orphans)> WriteAsync(WholeDatabase whole, TableShape table, Tenant tenant, Stream entry, RowNumbers numbers, HashSet<Guid> people, CancellationToken ct)
    {
        var (written, orphans) = (0L, 0L);
        int? own = table.NumberedBy is { } numbered ? table.PlaceOf(numbered) : null;
        int[] named = [.. table.People.Select(name => table.PlaceOf(name))];
        await foreach (var row in whole.RowsAsync(table, tenant.Id, ct))
        {
            if (!numbers.Renumber(table, row))
            {
                orphans++;
                continue;
            }

            written++;
            if (own is { } place)
            {
                numbers.Add(table.Name, Convert.ToInt64(row[place], CultureInfo.InvariantCulture), written);
                row[place] = Convert.ChangeType(written, table.Columns[place].Type, CultureInfo.InvariantCulture);
            }

            people.UnionWith(named.Select(n => row[n]).OfType<Guid>());
            await entry.WriteAsync(RowLines.Write(table, row, TableShape.SiteColumn), ct);
        }

        return (written, orphans);
    }

    private static async Task<long?> WriteSiteAsync(WholeDatabase whole, Tenant tenant, Stream entry, RowNumbers numbers, CancellationToken ct)
    {
        var row = await whole.Context.Tenants.AsNoTracking().SingleAsync(t => t.Id == tenant.Id, ct);
        var settings = SiteSettingsNumbers.Renumber(BodyJson.Read<TenantSettings>(row.Settings), whole, numbers);
        await entry.WriteAsync(Encoding.UTF8.GetBytes(BodyJson.Write(ArchivedSite.Of(row, settings))), ct);
        return null;
    }

    private static async Task<long?> WritePeopleAsync(WholeDatabase whole, HashSet<Guid> people, Stream entry, CancellationToken ct)
    {
        var written = 0L;
        foreach (var some in people.Order().Chunk(500))
        {
            var known = await whole.Context.Users.AsNoTracking().Where(person => some.Contains(person.Id)).OrderBy(person => person.Id).Select(person => new SitePerson(person.Id, person.UserName!, person.Email, person.Name)).ToListAsync(ct);
            foreach (var person in known)
            {
                await entry.WriteAsync(Encoding.UTF8.GetBytes(BodyJson.Write(person) + "\n"), ct);
                written++;
            }
        }

        return written;
    }
}

/// <summary>What an export took along.</summary>
/// <param name="Rows">Rows of all tables.</param>
/// <param name="Files">Files with their bytes.</param>
/// <param name="Missing">Hashes of files whose bytes are missing or damaged on the disk: the archive cannot hold them.</param>
/// <param name="Orphans">Rows left out because what they tell of is gone.</param>
public sealed record ExportedSite(long Rows, int Files, IReadOnlyList<string> Missing, long Orphans);
