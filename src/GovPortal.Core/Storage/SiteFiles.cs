using System.Security.Cryptography;
using GovPortal.Core.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace GovPortal.Core.Storage;

/// <summary>Where the installation keeps its data.</summary>
/// <param name="Path">The data folder: database, files, index, keys, logs.</param>
public sealed record DataFolder(string Path)
{
    public string Of(string part) => Directory.CreateDirectory(System.IO.Path.Combine(Path, part)).FullName;
}

/// <summary>A site's files. Bytes lie once for all sites under their SHA-256; a row says which site shows them under which name.</summary>
public sealed class SiteFiles(Tenant tenant, PortalDbFactory databases, DataFolder data, TimeProvider clock)
{
    /// <summary>Address of a stored file below its site's root.</summary>
    public static string PathOf(StoredFile file) => $"/tep/{file.Hash[..16]}/{Uri.EscapeDataString(file.Name)}";

    public async Task<StoredFile> StoreAsync(byte[] bytes, string name, string mediaType, CancellationToken ct)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        await using var db = databases.OpenFor(tenant);
        if (await db.Files.AsNoTracking().SingleOrDefaultAsync(f => f.Hash == hash && f.Name == name, ct) is { } known)
        {
            return known;
        }

        await WriteOnceAsync(PathOnDisk(hash), bytes, ct);
        var file = new StoredFile { TenantId = tenant.Id, Hash = hash, Name = name, MediaType = mediaType, Length = bytes.Length, CreatedAt = clock.GetUtcNow() };
        db.Files.Add(file);
        await db.SaveChangesAsync(ct);
        return file;
    }

    public async Task<(StoredFile File, string PathOnDisk)?> FindAsync(string shortHash, string name, CancellationToken ct)
    {
        await using var db = databases.OpenFor(tenant);
        var file = await db.Files.AsNoTracking().FirstOrDefaultAsync(f => f.Hash.StartsWith(shortHash) && f.Name == name, ct);
        return file is null ? null : (file, PathOnDisk(file.Hash));
    }

    private string PathOnDisk(string hash) => Path.Combine(data.Of(Path.Combine("media", hash[..2])), hash);

    private static async Task WriteOnceAsync(string path, byte[] bytes, CancellationToken ct)
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
