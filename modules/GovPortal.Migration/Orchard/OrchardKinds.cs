using System.Text.Json;
using GovPortal.Core.Localization;
using GovPortal.Publishing.Import;

namespace GovPortal.Migration.Orchard;

/// <summary>Which content types become what. A site of Orchard Core defines its own; <c>--map</c> says what they are: <c>{ "types": { "Notice": "articles" } }</c>.</summary>
internal static class OrchardKinds
{
    private static readonly string[] Known = ["articles", "pages"];

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { ReadCommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <exception cref="WrongFileException">The file of the map is none.</exception>
    public static IReadOnlyDictionary<string, string> Read(string? map, Texts texts)
    {
        var kinds = new Dictionary<string, string>(StringComparer.Ordinal) { ["Article"] = "articles", ["BlogPost"] = "articles", ["Page"] = "pages", ["LiquidPage"] = "pages" };
        if (map is null)
        {
            return kinds;
        }

        try
        {
            foreach (var (type, kind) in JsonSerializer.Deserialize<Map>(File.ReadAllText(map), Options)?.Types ?? [])
            {
                kinds[type] = Known.Contains(kind) ? kind : throw new WrongFileException(texts.Filled(Texts.English, "migration.table.as", kind, string.Join(", ", Known)));
            }
        }
        catch (JsonException broken)
        {
            throw new WrongFileException(texts.Filled(Texts.English, "migration.table.map", broken.Message));
        }

        return kinds;
    }

    private sealed record Map(Dictionary<string, string>? Types);
}
