using System.IO.Compression;
using System.Text.Json;
using GovPortal.Migration.Reading;
using GovPortal.Publishing.Import;

namespace GovPortal.Migration.Legacy;

/// <summary>The tables of the old one-stop portal: a folder or a zip archive of them, or one table beside the others.</summary>
internal sealed class LegacyTables
{
    private const int MostSmallRows = 200_000;

    private static readonly JsonDocumentOptions Limits = new() { MaxDepth = 32 };

    private readonly string folder;
    private readonly PackedFiles? packed;

    public LegacyTables(string path, PackedFiles? packed)
    {
        this.packed = packed;
        folder = Directory.Exists(path) ? path : Path.GetDirectoryName(Path.GetFullPath(path))!;
        var names = packed is not null ? packed.Names : Directory.EnumerateFiles(folder).Select(file => Path.GetFileName(file)!);
        Names = names.Select(NameOf).OfType<string>().Distinct().Order(StringComparer.Ordinal).ToArray();
    }

    /// <summary>Names of the tables there are, without endings.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>The rows of a table with their lines; none where the table is missing.</summary>
    /// <exception cref="InvalidDataException">It is damaged.</exception>
    public IEnumerable<(int Line, JsonElement Row)> Read(string table)
    {
        using var bytes = Open(table);
        if (bytes is null)
        {
            yield break;
        }

        using var reader = new StreamReader(bytes);
        var number = 0;
        while (reader.ReadLine() is { } line)
        {
            number++;
            ExportFile.Insist(line.Length);
            if (line.Trim().Length > 0)
            {
                using var json = JsonDocument.Parse(line, Limits);
                if (json.RootElement.ValueKind == JsonValueKind.Object)
                {
                    yield return (number, json.RootElement.Clone());
                }
            }
        }
    }

    /// <summary>A small table by a key, the first row of each.</summary>
    public Dictionary<string, JsonElement> ByKey(string table, string key)
    {
        var rows = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var (_, row) in Read(table).Take(MostSmallRows))
        {
            if (new RecordFields(row).Text(key) is { } value)
            {
                rows.TryAdd(value, row);
            }
        }

        return rows;
    }

    private Stream? Open(string table)
    {
        if (packed is not null)
        {
            var entry = packed.Names.FirstOrDefault(name => NameOf(name) == table);
            return entry is null ? null : Unpacked(packed.Open(entry), entry, packed.LengthOf(entry));
        }

        var file = Directory.EnumerateFiles(folder).FirstOrDefault(name => NameOf(name) == table);
        return file is null ? null : ExportFile.Open(file);
    }

    private static Stream Unpacked(Stream bytes, string name, long length) =>
        name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new BoundedStream(new GZipStream(bytes, CompressionMode.Decompress), length) : bytes;

    private static string? NameOf(string path)
    {
        var name = Path.GetFileName(path);
        name = name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? name[..^3] : name;
        return name.EndsWith(".jsonl", StringComparison.OrdinalIgnoreCase) && name.StartsWith("t_", StringComparison.Ordinal) ? name[..^6] : null;
    }
}
