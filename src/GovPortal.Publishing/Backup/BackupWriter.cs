using System.Globalization;
using System.IO.Compression;
using GovPortal.Core.Files;
using GovPortal.Publishing.Files;
using GovPortal.Publishing.Transfer;
using GovPortal.Storage;
using GovPortal.Storage.Rows;

namespace GovPortal.Publishing.Backup;

/// <summary>
/// Writes the whole installation into one archive, as it is at one moment, while it serves: every row, the bytes of every file, and the keys
/// of sign-ins. What is derived, the search index and the widths of pictures, is made anew after restoring.
/// </summary>
public sealed class BackupWriter(DatabaseSetup database, DataFolder data, FileStore store, TimeProvider clock)
{
    /// <param name="path">Of the archive; nothing may be there.</param>
    /// <exception cref="IOException">It cannot be written, or is not what was written when it is read again.</exception>
    public async Task<BackupMade> WriteAsync(string path, IProgress<ArchiveProgress>? progress, CancellationToken ct)
    {
        await using var archive = new ArchiveWriter(path);
        await using var whole = await WholeDatabase.ReadAsync(database, ct);
        var numbers = new SortedDictionary<string, long>(StringComparer.Ordinal);
        TableShape[] tables = [.. whole.Shape.BackedUp];
        foreach (var (table, done) in tables.Select((table, done) => (table, done)))
        {
            progress?.Report(new ArchiveProgress(table.Name, done, tables.Length));
            await archive.AddAsync($"tables/{table.Name}.jsonl", CompressionLevel.Fastest, entry => WriteAsync(whole, table, entry, ct));
            if (table.NumberedBy is not null)
            {
                numbers[table.Name] = await whole.LastNumberAsync(table, ct);
            }
        }

        var missing = await ArchivedFiles.WriteAsync(archive, store, await ArchivedFiles.OfAsync(whole, tenantId: null, ct), progress, ct);
        foreach (var key in KeyFiles())
        {
            await archive.AddAsync($"keys/{Path.GetFileName(key)}", CompressionLevel.Fastest, entry => CopyAsync(key, entry, ct));
        }

        await archive.FinishAsync(new ArchiveManifest
        {
            Kind = ArchiveManifest.OfInstallation,
            Format = ArchiveManifest.Present,
            Program = ArchiveManifest.ThisProgram,
            MadeAt = clock.GetUtcNow(),
            Tables = whole.Shape.Print,
            Missing = missing,
            Numbers = numbers,
        }, ct);
        return new BackupMade(archive.Entries.Sum(entry => entry.Rows ?? 0), archive.Entries.Count(entry => entry.Name.StartsWith(ArchivedFiles.Folder, StringComparison.Ordinal)), new FileInfo(path).Length, missing);
    }

    private static async Task<long?> WriteAsync(WholeDatabase whole, TableShape table, Stream entry, CancellationToken ct)
    {
        var rows = 0L;
        await foreach (var row in whole.RowsAsync(table, tenantId: null, ct))
        {
            await entry.WriteAsync(RowLines.Write(table, row), ct);
            rows++;
        }

        return rows;
    }

    private static async Task<long?> CopyAsync(string path, Stream entry, CancellationToken ct)
    {
        await using var file = File.OpenRead(path);
        await file.CopyToAsync(entry, ct);
        return null;
    }

    private string[] KeyFiles()
    {
        var folder = Path.Combine(data.Path, "keys");
        return Directory.Exists(folder) ? [.. Directory.GetFiles(folder, "key-*.xml").Order(StringComparer.Ordinal)] : [];
    }
}

/// <summary>What a backup took along.</summary>
/// <param name="Bytes">Length of the archive.</param>
/// <param name="Missing">Hashes of files whose bytes are missing or damaged on the disk: no backup can hold them.</param>
public sealed record BackupMade(long Rows, int Files, long Bytes, IReadOnlyList<string> Missing)
{
    /// <summary>For people, in megabytes of 2^20 bytes.</summary>
    public string Size => (Bytes / 1048576.0).ToString("0.0", CultureInfo.InvariantCulture);
}
