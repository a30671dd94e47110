using System.Globalization;
using GovPortal.Core.Files;
using GovPortal.Core.Publication;
using GovPortal.Publishing.Files;
using GovPortal.Publishing.Publication;
using GovPortal.Publishing.Transfer;
using GovPortal.Storage;
using GovPortal.Storage.Publication;
using GovPortal.Storage.Rows;
using GovPortal.Storage.Tenancy;

namespace GovPortal.Publishing.Backup;

/// <summary>
/// Puts what a backup holds into the place of everything there is: in one step, on either database, also while the server runs. Readers see
/// what was there before until the step is done. Who was signed in signs in again.
/// </summary>
public sealed class BackupReader(DatabaseSetup database, DataFolder data, FileStore store, TenantDirectory directory, PublicationLog log, TimeProvider clock)
{
    /// <exception cref="InvalidDataException">It is no backup, was cut short or edited, or of another version; nothing was changed.</exception>
    public async Task<BackupRestored> RestoreAsync(string path, IProgress<ArchiveProgress>? progress, CancellationToken ct)
    {
        await using var archive = await ArchiveReader.OpenAsync(path, ArchiveManifest.OfInstallation, ct);
        await InsistOnSameTablesAsync(path, archive, ct);
        await archive.VerifyAsync(progress, ct);
        var added = await ArchivedFiles.ReadAsync(archive, database, store, data, progress, ct);
        var isIn = false;
        try
        {
            var rows = 0L;
            await using (var whole = await WholeDatabase.WriteAsync(database, ct))
            {
                rows = await ReplaceAsync(whole, archive, progress, ct);
                var entry = new LogEntry { Type = "installation", Act = PublicationAct.Restored, At = clock.GetUtcNow() };
                whole.Context.Log.Add(entry);
                await whole.Context.SaveChangesAsync(ct);
                await whole.AnalyseAsync(ct);
                await whole.CommitAsync(ct);
                isIn = true;
                log.Signal([entry]);
            }

            await WriteKeysAsync(archive, ct);
            await directory.ReloadAsync(ct);
            return new BackupRestored(rows, archive.Entries.Keys.Count(name => name.StartsWith(ArchivedFiles.Folder, StringComparison.Ordinal)), archive.Manifest.MadeAt, archive.Manifest.Missing);
        }
        finally
        {
            if (!isIn)
            {
                await ArchivedFiles.RemoveUnnamedAsync(database, store, added);
            }
        }
    }

    private async Task InsistOnSameTablesAsync(string path, ArchiveReader archive, CancellationToken ct)
    {
        await using var whole = await WholeDatabase.ReadAsync(database, ct);
        if (archive.Manifest.Tables != whole.Shape.Print)
        {
            throw ArchiveReader.Wrong(path, $"it was made by another version of this program ({archive.Manifest.Program}, tables {archive.Manifest.Tables}; this one is {ArchiveManifest.ThisProgram}, tables {whole.Shape.Print}). Restore it with the version that made it, then bring that up to date");
        }
    }

    private static async Task<long> ReplaceAsync(WholeDatabase whole, ArchiveReader archive, IProgress<ArchiveProgress>? progress, CancellationToken ct)
    {
        await whole.HoldWritersAsync(ct);
        await whole.LiftAppendOnlyAsync(isLifted: true, ct);
        foreach (var table in whole.Shape.Tables.Reverse())
        {
            await whole.DeleteAsync(table, tenantId: null, ct);
        }

        var rows = 0L;
        TableShape[] tables = [.. whole.Shape.BackedUp];
        foreach (var (table, done) in tables.Select((table, done) => (table, done)))
        {
            progress?.Report(new ArchiveProgress(table.Name, done, tables.Length));
            rows += await AddAsync(whole, table, archive, ct);
            if (table.NumberedBy is not null)
            {
                // Above what was given here as well: whoever follows the log has seen those numbers.
                await whole.NumberFromAsync(table, archive.Manifest.Numbers.GetValueOrDefault(table.Name), ct);
            }
        }

        await whole.LiftAppendOnlyAsync(isLifted: false, ct);
        return rows;
    }

    private static async Task<long> AddAsync(WholeDatabase whole, TableShape table, ArchiveReader archive, CancellationToken ct)
    {
        var rows = 0L;
        await using var insertion = whole.InsertInto(table, isNumbering: false);
        await archive.ReadAsync($"tables/{table.Name}.jsonl", async entry =>
        {
            await foreach (var row in RowLines.ReadAsync(table, entry, given: null, ct))
            {
                await insertion.AddAsync(row, ct);
                rows++;
            }
        }, ct);
        return rows;
    }

    /// <summary>Keys that are here already stay as they are: this process and others use them.</summary>
    private async Task WriteKeysAsync(ArchiveReader archive, CancellationToken ct)
    {
        foreach (var name in archive.Entries.Keys.Where(name => name.StartsWith("keys/", StringComparison.Ordinal)))
        {
            var path = Path.Combine(data.OfSecrets("keys"), name["keys/".Length..]);
            if (!File.Exists(path))
            {
                using var bytes = new MemoryStream();
                await archive.ReadAsync(name, entry => entry.CopyToAsync(bytes, ct), ct);
                await DurableFile.WriteAsync(path, bytes.ToArray(), ct);
            }
        }
    }
}

/// <summary>What was restored.</summary>
/// <param name="MadeAt">When the backup was made: what came later is gone.</param>
/// <param name="Missing">Hashes of files whose bytes the backup could not hold.</param>
public sealed record BackupRestored(long Rows, int Files, DateTimeOffset MadeAt, IReadOnlyList<string> Missing)
{
    /// <summary>In local time, for people.</summary>
    public string Moment => MadeAt.ToLocalTime().ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
