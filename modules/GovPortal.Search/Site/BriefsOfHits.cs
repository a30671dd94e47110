using GovPortal.Publishing.Reading;
using GovPortal.Publishing.Search;

namespace GovPortal.Search.Site;

/// <summary>What the first procedures of an answer take, cost and need.</summary>
internal static class BriefsOfHits
{
    // More are not read before people ask again.
    private const int Most = 3;

    private static readonly Dictionary<long, ProcedureBrief> none = [];

    public static async Task<IReadOnlyDictionary<long, ProcedureBrief>> OfHitsAsync(this IEnumerable<IProcedureBriefs> briefs, SearchResults results, CancellationToken ct)
    {
        long[] ids = [.. results.Items.Where(hit => hit.Type == "procedure").Take(Most).Select(hit => hit.ItemId)];
        return ids.Length > 0 && briefs.FirstOrDefault() is { } known ? await known.ReadAsync(ids, ct) : none;
    }
}
