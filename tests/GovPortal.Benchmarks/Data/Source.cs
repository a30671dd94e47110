using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Nodes;
using GovPortal.Core.Text;

namespace GovPortal.Benchmarks.Data;

/// <summary>Where records come from: what agencies really published where it is at hand (<c>GOVPORTAL_SHARED</c>, else <c>../shared</c>), else the generator.</summary>
internal static class Source
{
    private const int Seed = 20260701;

    public static bool IsReal { get; } = Folder() is not null;

    public static string Named => IsReal ? "real" : "generated";

    public static IEnumerable<string> Procedures() => Lines("procedures.jsonl.gz", 5_665, new Records(Seed).Procedure);

    public static IEnumerable<string> Documents() => Lines("documents.jsonl.gz", 8_134, new Records(Seed).Document);

    public static IEnumerable<string> Articles() => Generated(int.MaxValue, new Records(Seed).Article);

    /// <summary>What citizens asked; generated questions are words out of generated titles.</summary>
    public static IReadOnlyList<string> Questions()
    {
        if (Folder() is { } folder)
        {
            return [.. File.ReadLines(Path.Combine(folder, "queries", "procedure-questions.jsonl")).Select(line => JsonNode.Parse(line)!["q"]!.GetValue<string>())];
        }

        var words = new Words(Seed);
        return [.. Enumerable.Range(0, 185).Select(_ => words.Title()).Select(title => $"Tôi muốn {title.ToLowerInvariant()}")];
    }

    /// <summary>Codes of procedures and numbers of documents, as typed by those who know them.</summary>
    public static IReadOnlyList<string> Codes(int most) =>
        [.. Every(Procedures(), "code", 20).Where(code => ProcedureCode.TryParse(code, out _)).Take(most)];

    public static IReadOnlyList<string> Numbers(int most) =>
        [.. Every(Documents(), "number", 40).Where(number => DocumentNumber.TryParse(number, out _)).Take(most)];

    public static string Write(string folder, string name, IEnumerable<string> lines)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllLines(path, lines);
        return path;
    }

    private static IEnumerable<string> Every(IEnumerable<string> lines, string field, int step) =>
        lines.Where((_, index) => index % step == 0).Select(line => JsonNode.Parse(line)![field]?.GetValue<string>()).OfType<string>();

    private static IEnumerable<string> Lines(string file, int count, Func<int, JsonObject> make) =>
        Folder() is { } folder ? RealLines(Path.Combine(folder, file)) : Generated(count, make);

    private static IEnumerable<string> Generated(int count, Func<int, JsonObject> make) =>
        Enumerable.Range(1, count).Select(number => make(number).ToJsonString(Readable));

    private static IEnumerable<string> RealLines(string path)
    {
        using var lines = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        while (lines.ReadLine() is { } line)
        {
            yield return line;
        }
    }

    /// <summary>Where the real data lies; null where it is not at hand.</summary>
    public static string? Folder()
    {
        if (Environment.GetEnvironmentVariable("GOVPORTAL_SHARED") is { Length: > 0 } given)
        {
            return new[] { Path.Combine(given, "data"), given }.FirstOrDefault(HoldsData);
        }

        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "global.json")))
            {
                // A working copy may lie one folder deeper than the clone it belongs to.
                return new[] { Path.Combine(folder.FullName, "..", "shared", "data"), Path.Combine(folder.FullName, "..", "..", "shared", "data") }.FirstOrDefault(HoldsData);
            }
        }

        return null;
    }

    private static bool HoldsData(string folder) => File.Exists(Path.Combine(folder, "procedures.jsonl.gz"));

    private static JsonSerializerOptions Readable { get; } = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
