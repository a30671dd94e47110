using GovPortal.Search.Indexing;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace GovPortal.Search.Ranking;

/// <summary>Finds a term in every segment once, and reads its entries from there. For one search on one thread.</summary>
/// <param name="site">Null for all sites.</param>
internal sealed class TermLookup(IndexView view, SiteEntries? site = null)
{
    private readonly Dictionary<string, TermsEnum?[]> opened = [];
    private DocsEnum? postings;

    public IndexView View => view;

    /// <summary>Null when no entry holds the term.</summary>
    public FoundTerm? Find(string field, string text)
    {
        if (!view.KnownTerms.TryGetValue((field, text), out var found))
        {
            view.Know(field, text, found = LookUp(field, text));
        }

        return found;
    }

    private FoundTerm? LookUp(string field, string text)
    {
        var bytes = new BytesRef(text);
        FoundTerm? found = null;
        for (var segment = 0; segment < view.Segments.Length; segment++)
        {
            if (Open(field, segment) is { } terms && terms.SeekExact(bytes))
            {
                found ??= new FoundTerm(field, bytes, new TermState?[view.Segments.Length]);
                found.States[segment] = terms.GetTermState();
                found.Entries += terms.DocFreq;
            }
        }

        return found;
    }

    /// <summary>The segment's entries with the term that are still there, of this site or more; null when there are none.</summary>
    public DocsEnum? Postings(FoundTerm term, int segment)
    {
        if (term.States[segment] is not { } state)
        {
            return null;
        }

        var terms = Open(term.Field, segment)!;
        terms.SeekExact(term.Text, state);
        postings = terms.Docs(view.Segments[segment].Reader.LiveDocs, postings, DocsFlags.FREQS);
        return site is null ? postings : site.Within(postings, segment);
    }

    private TermsEnum? Open(string field, int segment)
    {
        if (!opened.TryGetValue(field, out var bySegment))
        {
            bySegment = [.. view.Segments.Select(each => each.Reader.GetTerms(field)?.GetEnumerator())];
            opened.Add(field, bySegment);
        }

        return bySegment[segment];
    }
}

/// <summary>Where a term stands in each segment, and in how many entries altogether. Made once for a view, and read by all searches.</summary>
internal sealed record FoundTerm(string Field, BytesRef Text, TermState?[] States)
{
    public int Entries { get; set; }
}
