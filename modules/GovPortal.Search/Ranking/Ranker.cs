using GovPortal.Search.Indexing;
using Lucene.Net.Search;

namespace GovPortal.Search.Ranking;

/// <summary>
/// Scores the entries of one segment. A word counts in every zone it stands in, a part of the question by its best wording, an entry by
/// all parts together; neighbours in the question that are neighbours in the entry are rewarded.
/// </summary>
internal sealed class Ranker
{
    // Above anything words can reach.
    private const float FoundByKey = 10_000;
    private const float FoundByCitation = 1_000;

    private readonly ScoreSheet wordings = new();
    private readonly ScoreSheet parts = new();
    private readonly ScoreSheet totals = new();

    /// <summary>The scores of the segment; cleared by the next call.</summary>
    public ScoreSheet Rank(TermLookup lookup, WeighedAsk ask, int segment)
    {
        totals.Clear();
        foreach (var sheet in new[] { wordings, parts, totals })
        {
            sheet.MakeRoom(lookup.View.Segments[segment].Reader.MaxDoc);
        }

        var reading = new Reading(lookup, segment);
        foreach (var part in ask.Parts)
        {
            if (part.Wordings is [{ Terms: [var only] }])
            {
                Add(reading, only, totals, part.Cover);
            }
            else
            {
                AddBestWording(reading, part);
            }
        }

        Reward(reading, ask.Pairs, totals);
        FavourWholeTitles(lookup.View.Segments[segment].Columns.Lengths[Zone.Title.Number]);
        AddKeys(reading, ask);
        return totals;
    }

    // "Thông báo lưu trú" is meant when all of it was said, however much else was.
    private void FavourWholeTitles(int[] lengths)
    {
        foreach (var entry in totals.Touched)
        {
            var said = MathF.Min(1, totals.InTitle[entry] / Math.Max(1, lengths[entry]));
            totals.Score[entry] *= 1 + Weights.WholeTitle * MathF.Pow(said, Weights.WholeTitlePower);
        }
    }

    private void AddBestWording(Reading reading, WeighedPart part)
    {
        foreach (var wording in part.Wordings)
        {
            foreach (var term in wording.Terms)
            {
                Add(reading, term, wordings, term.Cover);
            }

            Reward(reading, wording.Pairs, wordings);
            foreach (var entry in wordings.Touched)
            {
                parts.Keep(entry, wordings.Score[entry] * wording.Weight, wordings.Share[entry], wordings.InTitle[entry]);
            }

            wordings.Clear();
        }

        totals.BeginTerm();
        foreach (var entry in parts.Touched)
        {
            totals.Add(entry, parts.Score[entry], parts.Share[entry] * part.Cover, parts.InTitle[entry]);
        }

        parts.Clear();
    }

    private static void Add(Reading reading, WeighedTerm term, ScoreSheet sheet, float share)
    {
        sheet.BeginTerm();
        foreach (var list in term.Lists)
        {
            foreach (var (entry, score) in reading.Scores(list))
            {
                sheet.Add(entry, score, share, list.InTitle);
            }
        }
    }

    private static void Reward(Reading reading, IReadOnlyList<WeighedTerm> pairs, ScoreSheet sheet)
    {
        foreach (var list in pairs.SelectMany(pair => pair.Lists))
        {
            foreach (var (entry, score) in reading.Scores(list))
            {
                sheet.Reward(entry, score);
            }
        }
    }

    private void AddKeys(Reading reading, WeighedAsk ask)
    {
        foreach (var (terms, score) in new[] { (ask.Own, FoundByKey), (ask.Cited, FoundByCitation) })
        {
            foreach (var term in terms)
            {
                totals.BeginTerm();
                foreach (var entry in reading.Entries(term))
                {
                    totals.Add(entry, score, ask.Whole, 0);
                }
            }
        }
    }

    /// <summary>Reads lists of one segment.</summary>
    private readonly struct Reading(TermLookup lookup, int segment)
    {
        public IEnumerable<int> Entries(FoundTerm term)
        {
            if (lookup.Postings(term, segment) is { } postings)
            {
                for (var entry = postings.NextDoc(); entry != DocIdSetIterator.NO_MORE_DOCS; entry = postings.NextDoc())
                {
                    yield return entry;
                }
            }
        }

        public IEnumerable<(int Entry, float Score)> Scores(WeighedList list)
        {
            if (lookup.Postings(list.Term, segment) is not { } postings)
            {
                yield break;
            }

            var lengths = lookup.View.Segments[segment].Columns.Lengths[list.Zone];
            var penalty = Weights.LengthPenalty[list.Zone];
            var perWord = Weights.Saturation * penalty / lookup.View.AverageLengths[list.Zone];
            var fixedPart = Weights.Saturation * (1 - penalty);
            for (var entry = postings.NextDoc(); entry != DocIdSetIterator.NO_MORE_DOCS; entry = postings.NextDoc())
            {
                float often = postings.Freq;
                yield return (entry, list.Weight * often * (Weights.Saturation + 1) / (often + fixedPart + perWord * lengths[entry]));
            }
        }
    }
}
