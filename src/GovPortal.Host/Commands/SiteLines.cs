using System.Text.Json;
using GovPortal.Core.Checking;
using GovPortal.Core.Files;
using GovPortal.Publishing.Import;
using GovPortal.Sites;

namespace GovPortal.Host.Commands;

/// <summary>Lines of <c>tenant create --file</c>: one site a line, as a JSON object.</summary>
internal static class SiteLines
{
    private static readonly string[] Needed = ["name", "title", "recipe"];

    /// <summary>The site of a line, or why it holds none: field, value and remedy.</summary>
    public static (NewSite? Site, IReadOnlyList<Refusal> Refusals) Read(string line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            return json.RootElement.ValueKind == JsonValueKind.Object ? Read(json.RootElement) : Refused("import.line.no-object", "(line)", line);
        }
        catch (JsonException)
        {
            return Refused("import.line.broken-json", "(line)", line);
        }
    }

    private static (NewSite?, IReadOnlyList<Refusal>) Read(JsonElement json)
    {
        Refusal[] missing = [.. Needed.Where(name => !json.TryGetProperty(name, out var given) || given.ValueKind == JsonValueKind.Null).Select(name => new Refusal("import.field.missing", name))];
        if (missing.Length > 0)
        {
            return (null, missing);
        }

        try
        {
            return (json.Deserialize<NewSite>(BodyJson.Options), []);
        }
        catch (JsonException odd)
        {
            var field = odd.Path?.TrimStart('$', '.') ?? "";
            return Refused("import.field.text", field, json.TryGetProperty(field, out var given) ? given.GetRawText() : json.GetRawText());
        }
    }

    private static (NewSite?, IReadOnlyList<Refusal>) Refused(string code, string field, string value) => (null, [new Refusal(code, field, ForeignRecord.Shorten(value))]);
}
