using System.Text.Json.Serialization;
using GovPortal.Publishing.Reading;
using GovPortal.Publishing.Search;

namespace GovPortal.Search.Site;

/// <summary>What a question asks of a procedure; what it does not ask is absent.</summary>
/// <param name="Papers">The first papers to bring.</param>
internal sealed record ApiAnswer(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Fee,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Time,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Where,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<string>? Papers)
{
    /// <returns>Null where nothing is asked, or nothing known.</returns>
    public static ApiAnswer? Of(AskedFact asked, ProcedureBrief? brief) => brief is null || asked == AskedFact.None ? null : new ApiAnswer(
        asked.HasFlag(AskedFact.Fee) ? brief.Fee : null,
        asked.HasFlag(AskedFact.Time) ? brief.Time : null,
        asked.HasFlag(AskedFact.Place) ? brief.Where : null,
        asked.HasFlag(AskedFact.Papers) ? brief.Papers : null);
}
