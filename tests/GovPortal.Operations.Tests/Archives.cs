using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace GovPortal.Operations.Tests;

/// <summary>Looks into archives, and makes faulty ones.</summary>
internal static class Archives
{
    /// <summary>Every entry with its bytes.</summary>
    public static SortedDictionary<string, byte[]> Read(string path)
    {
        using var zip = ZipFile.OpenRead(path);
        return new(zip.Entries.ToDictionary(entry => entry.FullName, Bytes), StringComparer.Ordinal);
    }

    public static string Text(this IReadOnlyDictionary<string, byte[]> entries, string name) => Encoding.UTF8.GetString(entries[name]);

    /// <summary>Writes entries as they are.</summary>
    public static void Write(string path, IEnumerable<KeyValuePair<string, byte[]>> entries)
    {
        using var zip = ZipFile.Open(path, ZipArchiveMode.Create);
        foreach (var (name, bytes) in entries)
        {
            using var entry = zip.CreateEntry(name).Open();
            entry.Write(bytes);
        }
    }

    /// <summary>Writes a copy with some things changed, and the manifest's own hash set right.</summary>
    public static string Changed(string path, Action<SortedDictionary<string, byte[]>, JsonObject> change)
    {
        var entries = Read(path);
        var manifest = JsonNode.Parse(entries["manifest.json"])!.AsObject();
        change(entries, manifest);
        entries["manifest.json"] = Encoding.UTF8.GetBytes(manifest.ToJsonString());
        entries["manifest.sha256"] = Encoding.ASCII.GetBytes(Convert.ToHexStringLower(SHA256.HashData(entries["manifest.json"])));
        var changed = $"{path}.{Guid.NewGuid():n}.zip";
        Write(changed, entries);
        return changed;
    }

    private static byte[] Bytes(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
