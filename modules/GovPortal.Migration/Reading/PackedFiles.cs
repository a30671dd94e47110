using System.IO.Compression;
using GovPortal.Publishing.Import;

namespace GovPortal.Migration.Reading;

/// <summary>The entries of a zip archive by their paths, read as a stranger's: nothing is unpacked to the disk, and each entry only as far as a file may go.</summary>
internal sealed class PackedFiles : IPackedFiles, IDisposable
{
    private const int MostEntries = 50_000;
    private const long LargestFile = 200L << 20;

    private readonly ZipArchive zip;
    private readonly long length;
    private readonly string prefix;
    private readonly Dictionary<string, ZipArchiveEntry> entries = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="prefix">What stands before the paths that <see cref="FindAsync"/> is asked for.</param>
    /// <exception cref="InvalidDataException">It is damaged, holds too much, or its paths climb out of it.</exception>
    public PackedFiles(string path, string prefix = "")
    {
        length = new FileInfo(path).Length;
        this.prefix = prefix;
        zip = ZipFile.OpenRead(path);
        if (zip.Entries.Count > MostEntries)
        {
            zip.Dispose();
            throw new InvalidDataException($"the archive has more than {MostEntries} entries");
        }

        foreach (var entry in zip.Entries)
        {
            var name = entry.FullName.Replace('\\', '/');
            if (name.StartsWith('/') || name.Contains(':', StringComparison.Ordinal) || name.Split('/').Contains(".."))
            {
                zip.Dispose();
                throw new InvalidDataException($"the archive holds a path that leads out of it: {ForeignRecord.Shorten(name)}");
            }

            entries.TryAdd(name, entry);
        }
    }

    /// <summary>Says under which other path an entry was known.</summary>
    public void Alias(string path, string entry)
    {
        if (entries.TryGetValue(entry.Replace('\\', '/').TrimStart('/'), out var known))
        {
            entries.TryAdd(path.TrimStart('/'), known);
        }
    }

    public IEnumerable<string> Names => entries.Keys;

    /// <summary>An entry as a stream that ends where it has unpacked to too much.</summary>
    public Stream Open(string name) => new BoundedStream(entries[name].Open(), Math.Max(entries[name].CompressedLength, 1));

    public long LengthOf(string name) => entries[name].Length;

    public async Task<byte[]?> FindAsync(string path, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(path);
        var wanted = path.TrimStart('/');
        wanted = prefix.Length > 0 && wanted.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) ? wanted[prefix.Length..] : wanted;
        if (!entries.TryGetValue(wanted, out var entry) && !entries.TryGetValue(prefix + wanted, out entry))
        {
            return null;
        }

        await using var stream = new BoundedStream(entry.Open(), length);
        using var bytes = new MemoryStream();
        var buffer = new byte[64 * 1024];
        while (await stream.ReadAsync(buffer, ct) is > 0 and var read)
        {
            bytes.Write(buffer, 0, read);
            if (bytes.Length > LargestFile)
            {
                return null;
            }
        }

        return bytes.ToArray();
    }

    public void Dispose() => zip.Dispose();
}
