using GovPortal.Publishing.Search;
using GovPortal.Search.Indexing;

namespace GovPortal.Search.Ranking;

/// <summary>Filters what was found and counts it by every term in the same walk, so that a filter in force does not shrink its own counts.</summary>
internal sealed class FacetCounter
{
    private readonly int[] filterOf;
    private readonly int[] kindOf;
    private readonly int[] counts;
    private readonly TermTable.Entry[] terms;
    private readonly string[] kinds;
    private readonly int allFilters;
    private readonly int[] kindOfFilter;

    public FacetCounter(TermTable table, SearchQuery query)
    {
        (terms, var count) = table.Snapshot();
        kinds = [.. query.Facets.Prepend(FieldName.Type).Distinct()];
        counts = new int[count];
        filterOf = new int[count];
        kindOf = new int[count];
        Array.Fill(filterOf, -1);
        for (var term = 0; term < count; term++)
        {
            kindOf[term] = Array.IndexOf(kinds, terms[term].Kind);
        }

        var filters = query.Terms.Select(term => (Kind: term.Key, term.Value)).ToList();
        if (query.Type is not null)
        {
            filters.Add((FieldName.Type, query.Type));
        }

        filters = [.. filters.Distinct()];

        // Thirty filters are more than any page offers; the rest of a forged query is refused by matching nothing.
        allFilters = filters.Count > 30 ? int.MaxValue : (1 << filters.Count) - 1;
        kindOfFilter = [.. filters.Select(filter => Array.IndexOf(kinds, filter.Kind))];
        for (var filter = 0; filter < filters.Count; filter++)
        {
            var term = table.Find(filters[filter].Kind, filters[filter].Value);
            if (term >= 0 && term < count)
            {
                filterOf[term] = filter;
            }
        }
    }

    /// <summary>True when an entry passes every filter; counts nothing.</summary>
    public bool Passes(ReadOnlySpan<int> entryTerms) => Missed(entryTerms) == 0;

    /// <summary>Counts an entry by its terms; true when it passes every filter.</summary>
    public bool Count(ReadOnlySpan<int> entryTerms) => CountBeyond(entryTerms, null);

    /// <summary>As <see cref="Count(ReadOnlySpan{int})"/> for an entry that stands beneath others: what they were counted for is not counted again.</summary>
    public bool CountBeyond(ReadOnlySpan<int> entryTerms, HashSet<int>? counted)
    {
        var missed = Missed(entryTerms);
        if (missed == 0)
        {
            Count(entryTerms, onlyKind: -1, counted);
            return true;
        }

        // Missed by one filter only: without that filter the entry would be there, so it counts for that filter's own list.
        if ((missed & (missed - 1)) == 0 && allFilters != int.MaxValue && kindOfFilter[int.Log2(missed)] is >= 0 and var kind)
        {
            Count(entryTerms, kind, counted);
        }

        return false;
    }

    public IReadOnlyDictionary<string, IReadOnlyList<FacetCount>> Facets()
    {
        var lists = kinds.ToDictionary(kind => kind, _ => new List<FacetCount>());
        for (var term = 0; term < counts.Length; term++)
        {
            if (counts[term] > 0)
            {
                lists[terms[term].Kind].Add(new FacetCount(terms[term].Value, terms[term].Label, counts[term]));
            }
        }

        return lists.ToDictionary(list => list.Key, list => (IReadOnlyList<FacetCount>)
            [.. list.Value.OrderByDescending(facet => facet.Count).ThenBy(facet => facet.Value, StringComparer.Ordinal)]);
    }

    /// <summary>The filters an entry does not pass, a bit each.</summary>
    private int Missed(ReadOnlySpan<int> entryTerms)
    {
        var passed = 0;
        if (allFilters != 0)
        {
            foreach (var term in entryTerms)
            {
                passed |= filterOf[term] >= 0 ? 1 << filterOf[term] : 0;
            }
        }

        return allFilters & ~passed;
    }

    private void Count(ReadOnlySpan<int> entryTerms, int onlyKind, HashSet<int>? counted)
    {
        foreach (var term in entryTerms)
        {
            if (counted?.Contains(term) != true && kindOf[term] >= 0 && (onlyKind < 0 || kindOf[term] == onlyKind))
            {
                counts[term]++;
            }
        }
    }
}
