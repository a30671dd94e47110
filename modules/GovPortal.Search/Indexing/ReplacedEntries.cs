using GovPortal.Search.Ranking;
using GovPortal.Search.Showing;
using Lucene.Net.Search;

namespace GovPortal.Search.Indexing;

/// <summary>Documents that others in the index put out of force, with the number of the one that did.</summary>
internal static class ReplacedEntries
{
    public static IReadOnlyDictionary<(int Segment, int Entry), string> Read(IndexView view)
    {
        var replaced = new Dictionary<(int Segment, int Entry), string>();
        var lookup = new TermLookup(view);
        foreach (var key in KeysOf(view))
        {
            if (lookup.Find(FieldName.Replaces, key) is { } by && lookup.Find(FieldName.Key, key) is { } own && First(view, lookup, by) is { } newer)
            {
                foreach (var place in Places(view, lookup, own))
                {
                    replaced[place] = newer;
                }
            }
        }

        return replaced;
    }

    private static HashSet<string> KeysOf(IndexView view)
    {
        var keys = new HashSet<string>();
        foreach (var segment in view.Segments)
        {
            if (segment.Reader.GetTerms(FieldName.Replaces)?.GetEnumerator() is { } terms)
            {
                while (terms.MoveNext())
                {
                    keys.Add(terms.Term.Utf8ToString());
                }
            }
        }

        return keys;
    }

    private static string? First(IndexView view, TermLookup lookup, FoundTerm term)
    {
        foreach (var (segment, entry) in Places(view, lookup, term))
        {
            return view.Segments[segment].Reader.Document(entry).Shown(FieldName.Code);
        }

        return null;
    }

    private static List<(int Segment, int Entry)> Places(IndexView view, TermLookup lookup, FoundTerm term)
    {
        var places = new List<(int Segment, int Entry)>();
        for (var segment = 0; segment < view.Segments.Length; segment++)
        {
            var postings = lookup.Postings(term, segment);
            for (var entry = postings?.NextDoc() ?? DocIdSetIterator.NO_MORE_DOCS; entry != DocIdSetIterator.NO_MORE_DOCS; entry = postings!.NextDoc())
            {
                places.Add((segment, entry));
            }
        }

        return places;
    }
}
