using System.Text.Json;
using GovPortal.Rankings.Publishing;
using GovPortal.Rankings.Surveying;

namespace GovPortal.Rankings.Reading;

/// <summary>Reads what a survey has besides an index; what is no text is nothing, and missed afterwards by its name.</summary>
internal static class ExtrasReader
{
    public static SurveyExtras Read(JsonElement root)
    {
        var coverage = Findings.Find(root, "coverage") is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray().Select(fact => new CoverageFact(Text(fact, "key"), Text(fact, "indicator"))) : [];
        var measures = new Dictionary<string, string>();
        if (Findings.Find(root, "measures") is { ValueKind: JsonValueKind.Object } given)
        {
            foreach (var property in given.EnumerateObject())
            {
                measures[property.Name] = Findings.TextOf(property.Value) ?? "";
            }
        }

        return new SurveyExtras([.. coverage], measures);
    }

    private static string Text(JsonElement fact, string name) => Findings.Find(fact, name) is { } element ? Findings.TextOf(element) ?? "" : "";
}
