using System.Security.Cryptography;

namespace GovPortal.Core.Storage;

/// <summary>The bytes of all sites' files, each once, under their SHA-256; beside a picture its renditions.</summary>
public sealed class FileStore(DataFolder data)
{
    /// <summary>Lower-case hexadecimal SHA-256.</summary>
    public static string HashOf(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    public string PathOf(string hash) => Path.Combine(FolderOf(hash), hash);

    /// <param name="ending">With its dot.</param>
    public string RenditionPathOf(string hash, int width, string ending) => Path.Combine(FolderOf(hash), $"{hash}.{width}{ending}");

    public Task WriteOnceAsync(string hash, byte[] bytes, CancellationToken ct) => WriteAsync(PathOf(hash), bytes, ct);

    public Task WriteRenditionAsync(string hash, int width, string ending, byte[] bytes, CancellationToken ct) => WriteAsync(RenditionPathOf(hash, width, ending), bytes, ct);

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

        foreach (var file in Directory.EnumerateFiles(FolderOf(hash), $"{hash}.*"))
        {
            File.Delete(file);
        }

        return true;
    }

    private string FolderOf(string hash) => data.Of(Path.Combine("media", hash[..2]));

    private static async Task WriteAsync(string path, byte[] bytes, CancellationToken ct)
    {
        if (File.Exists(path))
        {
            return;
        }

        // Written aside and moved, so that a full disk never leaves half a file under a whole file's name.
        var aside = $"{path}.{Guid.NewGuid():n}";
        await File.WriteAllBytesAsync(aside, bytes, ct);
        File.Move(aside, path, overwrite: true);
    }
}
