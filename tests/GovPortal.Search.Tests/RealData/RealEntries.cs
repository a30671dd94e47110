using System.IO.Compression;
using System.Text.Json;
using GovPortal.Core.Text;
using GovPortal.Publishing.Content;
using GovPortal.Publishing.Search;

namespace GovPortal.Search.Tests.RealData;

/// <summary>What Vietnamese agencies published, as entries of the index; see the data's own README.</summary>
internal static class RealEntries
{
    private static readonly DateTimeOffset unknown = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The folder with the data; null where it is not at hand.</summary>
    public static string? Folder { get; } = Find();

    public static IEnumerable<SearchEntry> Procedures() => Lines("procedures.jsonl.gz", Procedure);

    public static IEnumerable<SearchEntry> Documents() => Lines("documents.jsonl.gz", Document);

    public static IEnumerable<(string Question, string[] Codes)> Questions() =>
        File.ReadLines(Path.Combine(Folder!, "queries", "procedure-questions.jsonl")).Select(line =>
        {
            using var json = JsonDocument.Parse(line);
            return (json.RootElement.GetProperty("q").GetString()!,
                json.RootElement.GetProperty("relevant").EnumerateArray().Select(code => code.GetString()!).ToArray());
        });

    private static SearchEntry Procedure(JsonElement from, int number)
    {
        var code = VietnameseText.NormalizeLine(Text(from, "code"));
        var fields = Named(from, "fields", "field").ToList();
        var agencies = Named(from, "executing_agencies", "agency").ToList();
        var summary = $"{string.Join(", ", fields.Select(field => field.Label))}. {string.Join("; ", agencies.Select(agency => agency.Label))}";
        var body = string.Join('\n', Strings(from, "steps", "methods", "dossier_cases", "requirements", "results", "legal_bases"));
        return new SearchEntry(number + 1, 1 + number % 100, "procedure", code, VietnameseText.NormalizeLine(Text(from, "name")), $"/thu-tuc/{code}",
            Day(Text(from, "publication_date")), new SearchText { Keywords = Text(from, "keywords"), Summary = summary, Body = body }, [.. fields, .. agencies, .. Strings(from, "levels").Select(level => new ContentTerm("level", level, level))]);
    }

    private static SearchEntry Document(JsonElement from, int number)
    {
        var (issued, agency, summary) = (Day(Text(from, "issued")), Text(from, "agency"), Text(from, "summary"));
        var title = Text(from, "title") is { Length: > 0 } given ? given : $"{Text(from, "type")} {Text(from, "number")} {summary}";
        ContentTerm[] terms = [new("agency", VietnameseText.Slug(agency), agency), new("year", $"{issued.Year}", $"{issued.Year}")];
        return new SearchEntry(1_000_000 + number, 1 + number % 100, "document", Text(from, "number"), VietnameseText.NormalizeLine(title), $"/van-ban/{number}",
            issued, new SearchText { Summary = summary, Body = Text(from, "text") }, terms);
    }

    private static IEnumerable<ContentTerm> Named(JsonElement from, string property, string kind) =>
        from.GetProperty(property).EnumerateArray().Select(each => new ContentTerm(kind, Text(each, "code"), Text(each, "name")));

    private static IEnumerable<string> Strings(JsonElement from, params string[] properties) =>
        properties.SelectMany(property => Strings(from.GetProperty(property)));

    private static IEnumerable<string> Strings(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => [value.GetString()!],
        JsonValueKind.Array => value.EnumerateArray().SelectMany(Strings),
        JsonValueKind.Object => value.EnumerateObject().Where(each => each.Name is "name" or "text").SelectMany(each => Strings(each.Value))
            .Concat(value.EnumerateObject().Where(each => each.Name is "components" or "fees").SelectMany(each => Strings(each.Value))),
        _ => [],
    };

    private static IEnumerable<SearchEntry> Lines(string file, Func<JsonElement, int, SearchEntry> read)
    {
        using var lines = new StreamReader(new GZipStream(File.OpenRead(Path.Combine(Folder!, file)), CompressionMode.Decompress));
        for (var number = 0; lines.ReadLine() is { } line; number++)
        {
            using var json = JsonDocument.Parse(line);
            yield return read(json.RootElement, number);
        }
    }



    private static string Text(JsonElement from, string property) =>
        from.TryGetProperty(property, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    private static DateTimeOffset Day(string text) =>
        DateOnly.TryParse(text, out var day) ? new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero) : unknown;

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("GOVPORTAL_SHARED") is { Length: > 0 } given)
        {
            var data = Path.Combine(given, "data");
            return Directory.Exists(data) ? data : Directory.Exists(given) ? given : null;
        }

        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "global.json")))
            {
                var data = Path.Combine(folder.FullName, "..", "shared", "data");
                return Directory.Exists(data) ? data : null;
            }
        }

        return null;
    }
}
