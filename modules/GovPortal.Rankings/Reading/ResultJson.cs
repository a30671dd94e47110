using System.Text.Encodings.Web;
using System.Text.Json;
using GovPortal.Rankings.Computing;

namespace GovPortal.Rankings.Reading;

/// <summary>Scores as JSON: <c>{"units":[{"name","block","groups":[{"name","score"}],"score","rank"}]}</c>; a unit without a score has null for both.</summary>
public static class ResultJson
{
    // Nulls are written: a unit that cannot be ranked says so.
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(IReadOnlyList<UnitScore> units) =>
        JsonSerializer.Serialize(new { Units = units.Select(unit => new { unit.Name, unit.Block, unit.Groups, unit.Score, unit.Rank }) }, Options);
}
