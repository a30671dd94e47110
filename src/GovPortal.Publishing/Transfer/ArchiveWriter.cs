using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using GovPortal.Core.Files;

namespace GovPortal.Publishing.Transfer;

/// <summary>
/// Writes an archive: a zip whose manifest names every entry with length and hash. It is written beside its name and moved there once it
/// is whole, lies on the disk and has been read again.
/// </summary>
internal sealed class ArchiveWriter : IAsyncDisposable
{
    private readonly string path;
    private readonly string aside;
    private readonly FileStream file;
    private readonly ZipArchive zip;
    private readonly List<ArchiveEntry> entries = [];

    /// <exception cref="IOException">Nothing can be written there, or there is a file of this name already.</exception>
    public ArchiveWriter(string path)
    {
        this.path = Path.GetFullPath(path);
        if (File.Exists(this.path) || Directory.Exists(this.path))
        {
            throw new IOException($"{path} is there already. Name another file, or move that one away.");
        }

        if (!Directory.Exists(Path.GetDirectoryName(this.path)))
        {
            throw new IOException($"There is no folder {Path.GetDirectoryName(this.path)}. Make it, or name a file elsewhere.");
        }

        aside = $"{this.path}.{Guid.NewGuid():n}{DurableFile.PartEnding}";
        file = new FileStream(aside, OwnerOnly());
        zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8);
    }

    public IReadOnlyList<ArchiveEntry> Entries => entries;

    /// <param name="fill">Writes the entry's bytes; tells how many rows they hold, null where they are none.</param>
    public async Task AddAsync(string name, CompressionLevel level, Func<Stream, Task<long?>> fill)
    {
        await using var sum = new SummedStream(await zip.CreateEntry(name, level).OpenAsync(), long.MaxValue);
        var rows = await fill(sum);
        entries.Add(new ArchiveEntry(name, sum.Length, sum.Sha256(), rows));
    }

    /// <summary>Adds the manifest, puts the archive under its name, and reads it again as a whole.</summary>
    /// <exception cref="InvalidDataException">What lies on the disk is not what was written.</exception>
    public async Task FinishAsync(ArchiveManifest manifest, CancellationToken ct)
    {
        var json = Encoding.UTF8.GetBytes(BodyJson.Write(manifest with { Entries = [.. entries] }));
        await WriteAsync(ArchiveManifest.EntryName, json, ct);
        await WriteAsync(ArchiveManifest.SumName, Encoding.ASCII.GetBytes(Convert.ToHexStringLower(SHA256.HashData(json))), ct);
        await zip.DisposeAsync();
        await file.FlushAsync(ct);
        file.Flush(flushToDisk: true);
        await file.DisposeAsync();
        await using (var written = await ArchiveReader.OpenAsync(aside, manifest.Kind, ct))
        {
            await written.VerifyAsync(progress: null, ct);
        }

        File.Move(aside, path, overwrite: false);
        DurableFile.Confirm(path);
    }

    public async ValueTask DisposeAsync()
    {
        if (file.CanWrite)
        {
            // What was begun is not finished: entries that are still open make the zip complain, and it is thrown away in any case.
            await file.DisposeAsync();
        }

        File.Delete(aside);
    }

    private async Task WriteAsync(string name, byte[] bytes, CancellationToken ct)
    {
        await using var entry = await zip.CreateEntry(name, CompressionLevel.Fastest).OpenAsync(ct);
        await entry.WriteAsync(bytes, ct);
    }

    // An archive holds what nobody else on the machine may read: drafts, addresses, hashes of passwords.
    private static FileStreamOptions OwnerOnly()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.Read, BufferSize = 1 << 16, Options = FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return options;
    }
}
