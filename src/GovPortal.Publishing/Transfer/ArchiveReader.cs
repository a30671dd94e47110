using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using GovPortal.Core.Files;
using GovPortal.Storage;

namespace GovPortal.Publishing.Transfer;

/// <summary>
/// Reads an archive that anybody may have made: only entries of known names, each as long as the manifest says and with the hash it says,
/// none unpacking to far more than it takes. Nothing is ever written under a name that stands in it.
/// </summary>
internal sealed partial class ArchiveReader : IAsyncDisposable
{
    // Tables pack to a tenth or a fiftieth, pictures to themselves; a bomb to a thousandth.
    private const int MostUnpacked = 200;
    private const long AlwaysUnpacked = 1 << 20;

    // An entry takes some 150 bytes of the manifest.
    private const long LongestManifest = 256L << 20;
    private const int MostEntries = 1_500_000;

    private static readonly JsonSerializerOptions OfManifest = new(BodyJson.Options) { MaxDepth = 8 };

    private readonly ZipArchive zip;
    private readonly string path;
    private readonly Dictionary<string, ZipArchiveEntry> packed;

    private ArchiveReader(ZipArchive zip, string path, Dictionary<string, ZipArchiveEntry> packed, ArchiveManifest manifest)
    {
        (this.zip, this.path, this.packed, Manifest) = (zip, path, packed, manifest);
        Entries = manifest.Entries.ToDictionary(entry => entry.Name, StringComparer.Ordinal);
    }

    public ArchiveManifest Manifest { get; }

    public IReadOnlyDictionary<string, ArchiveEntry> Entries { get; }

    /// <summary>Opens an archive of a kind; what its entries hold is read by <see cref="VerifyAsync"/>.</summary>
    /// <exception cref="InvalidDataException">It is no such archive, was cut short or edited, or is of another version; the sentence says which.</exception>
    public static async Task<ArchiveReader> OpenAsync(string path, string kind, CancellationToken ct)
    {
        var zip = await OpenZipAsync(path, ct);
        try
        {
            if (zip.Entries.Count > MostEntries)
            {
                throw Wrong(path, $"it has {zip.Entries.Count} entries; at most {MostEntries} are read");
            }

            var packed = new Dictionary<string, ZipArchiveEntry>(StringComparer.Ordinal);
            foreach (var entry in zip.Entries)
            {
                if (!EntryName().IsMatch(entry.FullName))
                {
                    throw Wrong(path, $"it holds “{Shown(entry.FullName)}”, and no archive of this program has such a name in it");
                }

                if (!packed.TryAdd(entry.FullName, entry))
                {
                    throw Wrong(path, $"it holds “{entry.FullName}” twice");
                }
            }

            var manifest = await ReadManifestAsync(path, kind, packed, ct);
            Compare(path, manifest, packed);
            return new ArchiveReader(zip, path, packed, manifest);
        }
        catch
        {
            await zip.DisposeAsync();
            throw;
        }
    }

    /// <summary>Reads every entry to its end.</summary>
    /// <exception cref="InvalidDataException">One of them is not what the manifest says.</exception>
    public async Task VerifyAsync(IProgress<ArchiveProgress>? progress, CancellationToken ct)
    {
        long read = 0, inAll = Manifest.Entries.Sum(entry => entry.Length);
        foreach (var entry in Manifest.Entries)
        {
            await ReadAsync(entry.Name, stream => stream.CopyToAsync(Stream.Null, ct), ct);
            read += entry.Length;
            progress?.Report(new ArchiveProgress("reading", read, inAll));
        }
    }

    /// <summary>Reads an entry; afterwards its bytes have been what the manifest says.</summary>
    /// <exception cref="InvalidDataException">They were not.</exception>
    public async Task ReadAsync(string name, Func<Stream, Task> read, CancellationToken ct)
    {
        var entry = Entries.GetValueOrDefault(name) ?? throw Wrong(path, $"“{name}” is missing");
        try
        {
            await using var stream = new SummedStream(await packed[name].OpenAsync(ct), entry.Length);
            await read(stream);
            await stream.CopyToAsync(Stream.Null, ct);
            if (stream.Length != entry.Length || stream.Sha256() != entry.Sha256)
            {
                throw Wrong(path, $"“{name}” is not what was written: it has {stream.Length} bytes where {entry.Length} are named, or others");
            }
        }
        catch (InvalidDataException damaged) when (!damaged.Message.StartsWith(path, StringComparison.Ordinal))
        {
            throw Wrong(path, $"“{name}”: {damaged.Message}", damaged);
        }
    }

    public ValueTask DisposeAsync() => zip.DisposeAsync();

    /// <summary>A sentence on what is wrong with an archive.</summary>
    internal static InvalidDataException Wrong(string path, string why, Exception? inner = null) =>
        new($"{path} cannot be taken in: {why}. Nothing was changed.", inner);

    private static async Task<ZipArchive> OpenZipAsync(string path, CancellationToken ct)
    {
        if (!File.Exists(path))
        {
            throw new FileNotFoundException($"There is no file {path}.", path);
        }

        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.Asynchronous);
        try
        {
            return await ZipArchive.CreateAsync(file, ZipArchiveMode.Read, leaveOpen: false, Encoding.UTF8, ct);
        }
        catch (Exception fault) when (fault is InvalidDataException or EndOfStreamException)
        {
            await file.DisposeAsync();
            throw Wrong(path, $"it is no zip, or was cut short ({fault.Message.TrimEnd('.')})", fault);
        }
    }

    private static async Task<ArchiveManifest> ReadManifestAsync(string path, string kind, Dictionary<string, ZipArchiveEntry> packed, CancellationToken ct)
    {
        if (!packed.TryGetValue(ArchiveManifest.EntryName, out var entry) || !packed.TryGetValue(ArchiveManifest.SumName, out var sum) || entry.Length > LongestManifest || sum.Length > 200)
        {
            throw Wrong(path, "it has no manifest, so it was not made by this program");
        }

        var json = await BytesOfAsync(entry, ct);
        if (Convert.ToHexStringLower(SHA256.HashData(json)) != Encoding.ASCII.GetString(await BytesOfAsync(sum, ct)).Trim())
        {
            throw Wrong(path, "its manifest was edited after it was made");
        }

        var manifest = Parse(path, json);
        return manifest.Kind != kind ? throw Wrong(path, $"it is “{Shown(manifest.Kind)}”, where {(kind == ArchiveManifest.OfSite ? "the export of a site (tenant export)" : "a backup (backup create)")} is expected")
            : manifest.Format > ArchiveManifest.Present ? throw Wrong(path, $"it was made by a newer program ({Shown(manifest.Program)}): its format is {manifest.Format}, and this program reads {ArchiveManifest.Present}. Bring this program up to date first")
            : manifest.Format < ArchiveManifest.Present ? throw Wrong(path, $"it was made by an older program ({Shown(manifest.Program)}): its format is {manifest.Format}, and this program reads {ArchiveManifest.Present}. Take it in with that program, bring it up to date, and export it again")
            : manifest;
    }

    private static ArchiveManifest Parse(string path, byte[] json)
    {
        try
        {
            return JsonSerializer.Deserialize<ArchiveManifest>(json, OfManifest) ?? throw Wrong(path, "its manifest is empty");
        }
        catch (JsonException odd)
        {
            throw Wrong(path, $"its manifest cannot be read ({odd.Message})", odd);
        }
    }

    private static async Task<byte[]> BytesOfAsync(ZipArchiveEntry entry, CancellationToken ct)
    {
        await using var stream = new SummedStream(await entry.OpenAsync(ct), LongestManifest);
        using var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes, ct);
        return bytes.ToArray();
    }

    /// <summary>Manifest and zip name the same entries, and none is a bomb.</summary>
    private static void Compare(string path, ArchiveManifest manifest, Dictionary<string, ZipArchiveEntry> packed)
    {
        var named = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in manifest.Entries)
        {
            if (!named.Add(entry.Name) || !packed.TryGetValue(entry.Name, out var there))
            {
                throw Wrong(path, $"“{Shown(entry.Name)}” is named in its manifest and missing: it was cut short or edited");
            }

            if (there.Length != entry.Length || entry.Length < 0)
            {
                throw Wrong(path, $"“{entry.Name}” has {there.Length} bytes where its manifest says {entry.Length}: it was edited");
            }

            if (entry.Length > AlwaysUnpacked + (there.CompressedLength * MostUnpacked))
            {
                throw Wrong(path, string.Create(CultureInfo.InvariantCulture, $"“{entry.Name}” would unpack {there.CompressedLength} bytes to {entry.Length}, which is more than {MostUnpacked} times as much"));
            }
        }

        if (packed.Keys.FirstOrDefault(name => !named.Contains(name) && name is not (ArchiveManifest.EntryName or ArchiveManifest.SumName)) is { } stranger)
        {
            throw Wrong(path, $"it holds “{stranger}”, which its manifest does not name: it was edited");
        }
    }

    private static string Shown(string value) => value.Length > 80 ? value[..80] + "…" : value;

    [GeneratedRegex(@"\A(?:manifest\.json|manifest\.sha256|site\.json|people\.jsonl|tables/[A-Za-z0-9_]{1,100}\.jsonl|media/[0-9a-f]{2}/[0-9a-f]{64}|keys/key-[0-9a-f-]{36}\.xml)\z")]
    private static partial Regex EntryName();
}

/// <summary>How far the making or reading of an archive is.</summary>
/// <param name="What">What is being done, for people.</param>
public sealed record ArchiveProgress(string What, long Done, long InAll);
