using GovPortal.Search.Indexing;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace GovPortal.Search.Ranking;

/// <summary>Reads lists of entries of one segment and writes what each finding is worth (BM25) to a sheet.</summary>
internal readonly struct SegmentReading(TermLookup lookup, int segment)
{
    public DocsEnum? Postings(FoundTerm term) => lookup.Postings(term, segment);

    public void Add(WeightedTerm term, ScoreSheet sheet, float share, bool isTyped)
    {
        sheet.BeginTerm();
        foreach (var list in term.Lists)
        {
            if (Postings(list.Term) is { } postings)
            {
                var worth = new Worth(lookup, segment, list);
                for (var entry = postings.NextDoc(); entry != DocIdSetIterator.NO_MORE_DOCS; entry = postings.NextDoc())
                {
                    sheet.Add(entry, worth.Of(entry, postings.Freq), share, list.InTitle, isTyped ? list.InTitle : 0);
                }
            }
        }
    }

    public void Reward(IReadOnlyList<WeightedTerm> pairs, ScoreSheet sheet)
    {
        foreach (var pair in pairs)
        {
            foreach (var list in pair.Lists)
            {
                if (Postings(list.Term) is { } postings)
                {
                    var worth = new Worth(lookup, segment, list);
                    for (var entry = postings.NextDoc(); entry != DocIdSetIterator.NO_MORE_DOCS; entry = postings.NextDoc())
                    {
                        sheet.Reward(entry, worth.Of(entry, postings.Freq));
                    }
                }
            }
        }
    }

    private readonly struct Worth(TermLookup lookup, int segment, WeightedList list)
    {
        private readonly int[] lengths = lookup.View.Segments[segment].Columns.Lengths[list.Zone];
        private readonly float most = list.Weight * (Weights.Saturation + 1);
        private readonly float perWord = Weights.Saturation * Weights.LengthPenalty[list.Zone] / lookup.View.AverageLengths[list.Zone];
        private readonly float always = Weights.Saturation * (1 - Weights.LengthPenalty[list.Zone]);

        // A name that says a word twice is no better an answer; a long text that does is.
        private readonly bool counts = list.Zone == Zone.Body.Number;

        public float Of(int entry, int times)
        {
            var often = counts ? times : 1;
            return most * often / (often + always + perWord * lengths[entry]);
        }
    }
}
