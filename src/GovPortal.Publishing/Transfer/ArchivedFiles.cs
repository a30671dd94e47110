using System.IO.Compression;
using GovPortal.Core.Files;
using GovPortal.Publishing.Files;
using GovPortal.Storage;
using GovPortal.Storage.Rows;

namespace GovPortal.Publishing.Transfer;

/// <summary>The bytes of files in an archive, each once, under their hash.</summary>
internal static class ArchivedFiles
{
    public const string Folder = "media/";

    /// <summary>Hashes and lengths of the files of a site, or of all.</summary>
    public static async Task<SortedDictionary<string, long>> OfAsync(WholeDatabase whole, int? tenantId, CancellationToken ct)
    {
        var table = whole.TableOf<StoredFile>();
        var hash = table.PlaceOf(nameof(StoredFile.Hash));
        var length = table.PlaceOf(nameof(StoredFile.Length));
        var found = new SortedDictionary<string, long>(StringComparer.Ordinal);
        await foreach (var row in whole.RowsAsync(table, tenantId, ct))
        {
            found[(string)row[hash]!] = (long)row[length]!;
        }

        return found;
    }

    /// <summary>Adds the bytes of files.</summary>
    /// <returns>Hashes of those whose bytes are missing or damaged.</returns>
    public static async Task<IReadOnlyList<string>> WriteAsync(ArchiveWriter archive, FileStore store, SortedDictionary<string, long> files, IProgress<ArchiveProgress>? progress, CancellationToken ct)
    {
        var missing = new List<string>();
        long done = 0, inAll = files.Values.Sum();
        foreach (var (hash, length) in files)
        {
            if (await store.CheckAsync(hash, length) == FileState.Sound)
            {
                // Pictures, PDF and Word files are packed already.
                await archive.AddAsync(NameOf(hash), CompressionLevel.NoCompression, async entry =>
                {
                    await using var file = new FileStream(store.PathOf(hash), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1 << 16, FileOptions.Asynchronous | FileOptions.SequentialScan);
                    await file.CopyToAsync(entry, ct);
                    return null;
                });
            }
            else
            {
                missing.Add(hash);
            }

            done += length;
            progress?.Report(new ArchiveProgress("files", done, inAll));
        }

        return missing;
    }

    /// <summary>Lays the bytes of an archive's files where the installation keeps them.</summary>
    /// <returns>Hashes of those that were not there before.</returns>
    /// <exception cref="IOException">There is not enough room for them.</exception>
    public static async Task<IReadOnlyCollection<string>> ReadAsync(ArchiveReader archive, DatabaseSetup database, FileStore store, DataFolder data, IProgress<ArchiveProgress>? progress, CancellationToken ct)
    {
        var files = archive.Manifest.Entries.Where(entry => entry.Name.StartsWith(Folder, StringComparison.Ordinal)).ToArray();
        var needed = files.Where(file => !File.Exists(store.PathOf(HashIn(file.Name)))).Sum(file => file.Length);
        if (new DriveInfo(data.Path).AvailableFreeSpace is var free && needed > free)
        {
            throw new IOException($"The files of the archive take {needed >> 20} MiB, and {free >> 20} MiB are free where {data.Path} lies. Nothing was changed.");
        }

        var added = new List<string>();
        try
        {
            var done = 0L;
            foreach (var file in files)
            {
                if (await TakeInAsync(archive, store, file, ct))
                {
                    added.Add(HashIn(file.Name));
                }

                progress?.Report(new ArchiveProgress("files", done += file.Length, files.Sum(f => f.Length)));
            }

            return added;
        }
        catch
        {
            await RemoveUnnamedAsync(database, store, added);
            throw;
        }
    }

    /// <summary>Takes away bytes that no site's file names.</summary>
    /// <returns>How many there were.</returns>
    public static async Task<int> RemoveUnnamedAsync(DatabaseSetup database, FileStore store, IEnumerable<string> hashes)
    {
        var removed = 0;
        foreach (var hash in hashes)
        {
            removed += await store.EraseAsync(hash, () => IsNamedAsync(database, hash)) ? 1 : 0;
        }

        return removed;
    }

    private static async Task<bool> IsNamedAsync(DatabaseSetup database, string hash)
    {
        await using var whole = await WholeDatabase.ReadAsync(database, CancellationToken.None);
        return await whole.HasAsync(whole.TableOf<StoredFile>(), nameof(StoredFile.Hash), hash, CancellationToken.None);
    }

    private static async Task<bool> TakeInAsync(ArchiveReader archive, FileStore store, ArchiveEntry file, CancellationToken ct)
    {
        var hash = HashIn(file.Name);
        if (hash != file.Sha256)
        {
            throw new InvalidDataException($"“{file.Name}” holds bytes of another hash ({file.Sha256}). Nothing was changed.");
        }

        var isNew = !File.Exists(store.PathOf(hash));
        using var bytes = new MemoryStream(checked((int)file.Length));
        await archive.ReadAsync(file.Name, entry => entry.CopyToAsync(bytes, ct), ct);
        await store.WriteOnceAsync(hash, bytes.GetBuffer(), ct);
        return isNew;
    }

    private static string NameOf(string hash) => $"{Folder}{hash[..2]}/{hash}";

    private static string HashIn(string name) => name[(name.LastIndexOf('/') + 1)..];
}
