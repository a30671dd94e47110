using GovPortal.Search.Indexing;
using Lucene.Net.Search;

namespace GovPortal.Search.Ranking;

/// <summary>
/// Scores the entries of one segment. A word counts in the strongest zone it stands in, a part of the question by its best wording, an
/// entry by all parts together; neighbours in the question that are neighbours in the entry are rewarded. Holds buffers: one thread.
/// </summary>
internal sealed class Ranker
{
    // Above anything words can reach.
    private const float FoundByKey = 10_000;
    public const float FoundByCitation = 1_000;

    /// <summary>What names the question as its own.</summary>
    public const float PutFirst = 100_000;

    private readonly ScoreSheet wordings = new();
    private readonly ScoreSheet parts = new();
    private readonly ScoreSheet totals = new();

    /// <summary>The scores of the segment; cleared by the next call.</summary>
    public ScoreSheet Rank(TermLookup lookup, WeightedQuery ask, int segment)
    {
        totals.Clear();
        foreach (var sheet in new[] { wordings, parts, totals })
        {
            sheet.CountsTyped = ask.CountsTyped;
            sheet.MakeRoom(lookup.View.Segments[segment].Reader.MaxDoc);
        }

        var reading = new SegmentReading(lookup, segment);
        foreach (var part in ask.Parts)
        {
            if (part.Wordings is [{ Terms: [var only] } alone])
            {
                reading.Add(only, totals, part.Cover, alone.IsTyped);
            }
            else
            {
                AddBestWording(reading, part);
            }
        }

        reading.Reward(ask.Pairs, totals);
        FavourWhole(lookup.View.Segments[segment].Columns.Lengths[Zone.Title.Number], ask.Whole);
        AddKeys(reading, ask.Own, FoundByKey, ask.Whole);
        AddKeys(reading, ask.Cited, FoundByCitation, ask.Whole);
        return totals;
    }

    private void AddBestWording(SegmentReading reading, WeightedPart part)
    {
        foreach (var wording in part.Wordings)
        {
            foreach (var term in wording.Terms)
            {
                reading.Add(term, wordings, term.Cover, wording.IsTyped);
            }

            reading.Reward(wording.Pairs, wordings);
            foreach (var entry in wordings.Touched)
            {
                // Half a wording means something else: a red book is neither red nor a book.
                var held = wordings.Share[entry];
                parts.Keep(entry, wordings.Score[entry] * wording.Weight * held, held, wordings.InTitle[entry], wordings.Typed[entry]);
            }

            wordings.Clear();
        }

        totals.BeginTerm();
        foreach (var entry in parts.Touched)
        {
            totals.Add(entry, parts.Score[entry], parts.Share[entry] * part.Cover, parts.InTitle[entry], parts.Typed[entry]);
        }

        parts.Clear();
    }

    // "Thông báo lưu trú" is meant when all of it was said, however much else was.
    private void FavourWhole(int[] lengths, float whole)
    {
        foreach (var entry in totals.Touched)
        {
            var said = MathF.Min(1, totals.InTitle[entry] / Math.Max(1, lengths[entry]));
            totals.Score[entry] *= (1 + Weights.WholeTitle * said * said) * (1 + Weights.WholeQuestion * totals.Share[entry] / whole);
        }
    }

    private void AddKeys(SegmentReading reading, IReadOnlyList<FoundTerm> keys, float score, float share)
    {
        foreach (var key in keys)
        {
            totals.BeginTerm();
            if (reading.Postings(key) is { } postings)
            {
                for (var entry = postings.NextDoc(); entry != DocIdSetIterator.NO_MORE_DOCS; entry = postings.NextDoc())
                {
                    totals.Add(entry, score, share, 0, 0);
                }
            }
        }
    }
}
