using System.Security.Cryptography;
using System.Text;
using GovPortal.Core.Files;

namespace GovPortal.Publishing.Files;

/// <summary>The bytes of all sites' files, each once, under their SHA-256; beside a picture its renditions, each with its own SHA-256 in a file beside it.</summary>
public sealed class FileStore(DataFolder data, FileIntegrity integrity)
{
    private const string SumEnding = ".sha256";
    private const int HashLength = 64;

    /// <summary>Lower-case hexadecimal SHA-256.</summary>
    public static string HashOf(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    public string PathOf(string hash) => Path.Combine(FolderOf(hash), hash);

    /// <param name="ending">With its dot.</param>
    public string RenditionPathOf(string hash, int width, string ending) => Path.Combine(FolderOf(hash), $"{hash}.{width}{ending}");

    /// <summary>Sees to it that the bytes lie on the disk. What lies there under their hash and is something else is replaced.</summary>
    public async Task WriteOnceAsync(string hash, byte[] bytes, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        var path = PathOf(hash);
        if (File.Exists(path) && await integrity.CheckAsync(path, hash, bytes.Length) == FileState.Sound)
        {
            DurableFile.Confirm(path);
            return;
        }

        await DurableFile.WriteAsync(path, bytes, ct);
    }

    /// <summary>Whether a file's bytes are what was stored, read at the first question in this process.</summary>
    public Task<FileState> CheckAsync(StoredFile file) => integrity.CheckAsync(PathOf(file.Hash), file.Hash, file.Length);

    /// <summary>The same for bytes that several files may share.</summary>
    /// <param name="length">In bytes.</param>
    public Task<FileState> CheckAsync(string hash, long length) => integrity.CheckAsync(PathOf(hash), hash, length);

    /// <summary>The same, read in any case.</summary>
    public Task<FileState> ReadAsync(StoredFile file) => integrity.ReadAsync(PathOf(file.Hash), file.Hash, file.Length);

    /// <summary>What is known of a file without reading it.</summary>
    public FileState Look(StoredFile file) => integrity.Look(PathOf(file.Hash), file.Length);

    /// <summary>Hashes of the files that were found missing or damaged in this process, whoever met them, and are so still. Renditions are made again and do not count.</summary>
    public IReadOnlyList<string> UnsoundHashes => [.. integrity.Unsound.Select(path => Path.GetFileName(path)).Where(name => name.Length == HashLength)];

    /// <summary>Whether the bytes have been read in this process since they were written.</summary>
    public bool IsKnown(string hash) => integrity.Known(PathOf(hash)) is not null;

    /// <summary>Bytes that no site names are missed by nobody.</summary>
    public void Forget(string hash) => integrity.Forget(PathOf(hash));

    /// <summary>A rendition can be made again, so it is not waited for until it lies on the disk: a crash leaves one that is not sound.</summary>
    public async Task WriteRenditionAsync(string hash, int width, string ending, byte[] bytes, CancellationToken ct)
    {
        var path = RenditionPathOf(hash, width, ending);
        await DurableFile.WriteForNowAsync(path, bytes, ct);
        await DurableFile.WriteForNowAsync(path + SumEnding, Encoding.ASCII.GetBytes(HashOf(bytes)), ct);
    }

    /// <summary>Whether a rendition is there and is what was made.</summary>
    public async Task<bool> HasRenditionAsync(string hash, int width, string ending)
    {
        var path = RenditionPathOf(hash, width, ending);
        if (integrity.Known(path) is { } known)
        {
            return known == FileState.Sound;
        }

        return File.Exists(path) && File.Exists(path + SumEnding) && await integrity.CheckAsync(path, await File.ReadAllTextAsync(path + SumEnding)) == FileState.Sound;
    }

    /// <summary>Removes bytes and renditions, unless somebody turns out to name the hash: asked once more with the bytes put aside, so that whoever stores them meanwhile writes them anew.</summary>
    /// <returns>False when somebody names it.</returns>
    public async Task<bool> EraseAsync(string hash, Func<Task<bool>> isNamed)
    {
        ArgumentNullException.ThrowIfNull(isNamed);
        if (await isNamed())
        {
            return false;
        }

        var (path, aside) = (PathOf(hash), $"{PathOf(hash)}.gone");
        if (File.Exists(path))
        {
            File.Move(path, aside, overwrite: true);
        }

        if (await isNamed())
        {
            if (File.Exists(aside))
            {
                File.Move(aside, path, overwrite: true);
            }

            return false;
        }

        Forget(hash);
        foreach (var file in Directory.Exists(FolderOf(hash)) ? Directory.GetFiles(FolderOf(hash), $"{hash}.*") : [])
        {
            File.Delete(file);
        }

        return true;
    }

    private string FolderOf(string hash) => Path.Combine(data.Path, "media", hash[..2]);
}
