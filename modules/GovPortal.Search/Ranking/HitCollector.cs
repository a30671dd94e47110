using System.Collections.Concurrent;
using GovPortal.Search.Indexing;
using Lucene.Net.Search;

namespace GovPortal.Search.Ranking;

/// <summary>Walks through everything that answers a question: leaves out other sites, filters, counts, keeps what is left.</summary>
internal sealed class HitCollector(TermLookup lookup, Func<int, bool> isVisible, Func<int, bool> hasEnded, FacetCounter tally, FoundList found)
{
    /// <summary>Words of the longest title all of which was said; 0 where there is none.</summary>
    public int LongestTitleSaid { get; private set; }

    /// <param name="ask">Null asks for everything.</param>
    public void Run(WeightedQuery? ask, ConcurrentBag<Ranker> rankers)
    {
        var ranker = rankers.TryTake(out var free) ? free : new Ranker();
        for (var segment = 0; segment < lookup.View.Segments.Length; segment++)
        {
            if (ask is null)
            {
                TakeAll(segment);
            }
            else
            {
                Take(ask, segment, ranker.Rank(lookup, ask, segment));
            }
        }

        rankers.Add(ranker);
    }

    /// <summary>Puts an entry before all others, whatever its words; where filters leave it out, it stays out.</summary>
    public void PutFirst(FoundTerm id, float score)
    {
        for (var segment = 0; segment < lookup.View.Segments.Length; segment++)
        {
            var columns = lookup.View.Segments[segment].Columns;
            var postings = lookup.Postings(id, segment);
            for (var entry = postings?.NextDoc() ?? DocIdSetIterator.NO_MORE_DOCS; entry != DocIdSetIterator.NO_MORE_DOCS; entry = postings!.NextDoc())
            {
                if (!found.Raise(columns.Ids[entry], score))
                {
                    Take(columns, segment, entry, score);
                }
            }
        }
    }

    private void TakeAll(int segment)
    {
        var (reader, columns) = (lookup.View.Segments[segment].Reader, lookup.View.Segments[segment].Columns);
        var live = reader.LiveDocs;
        for (var entry = 0; entry < reader.MaxDoc; entry++)
        {
            if (live is null || live.Get(entry))
            {
                Take(columns, segment, entry, score: 0);
            }
        }
    }

    private void Take(WeightedQuery ask, int segment, ScoreSheet scores)
    {
        var columns = lookup.View.Segments[segment].Columns;
        var lengths = columns.Lengths[Zone.Title.Number];
        var enough = ask.Enough;
        foreach (var entry in scores.Touched)
        {
            if (scores.Share[entry] >= enough || scores.InTitle[entry] >= Weights.WholeTitleSaid * lengths[entry])
            {
                if (ask.CountsTyped && scores.Typed[entry] >= Weights.WholeTitleSaid * lengths[entry] && columns.CodeOrders[entry] != Keys.NoOrder)
                {
                    LongestTitleSaid = Math.Max(LongestTitleSaid, lengths[entry]);
                }

                Take(columns, segment, entry, scores.Score[entry] * Favour(columns, segment, entry, ask));
            }
        }
    }

    // What people meet first goes first; of laws, those that are called one, and the newest.
    private float Favour(SegmentColumns columns, int segment, int entry, WeightedQuery ask)
    {
        var favour = columns.Levels[entry] switch { Level.Commune => Weights.Commune, Level.Province => Weights.Province, _ => 1 };
        favour *= lookup.View.Replaced is { Count: > 0 } replaced && replaced.ContainsKey((segment, entry)) ? Weights.Replaced : 1;
        favour *= columns.Again[entry] && !ask.AsksAgain ? Weights.Again : 1;
        return ask.Kind != DocumentKind.None && columns.Kinds[entry] == ask.Kind ? favour * Weights.Kind * Weights.Newer(columns.Published[entry]) : favour;
    }

    private void Take(SegmentColumns columns, int segment, int entry, float score)
    {
        var tenant = columns.Tenants[entry];
        if (!isVisible(tenant))
        {
            return;
        }

        score *= hasEnded(tenant) ? Weights.Ended : 1;
        var one = new Found(segment, entry, tenant, score, columns.TitleHashes[entry], columns.CodeOrders[entry], columns.Published[entry], columns.Ids[entry], columns.NamedLevels[entry]);
        var terms = columns.TermsOf(entry);
        if (found.HasCopyOf(one.Code))
        {
            if (tally.Passes(terms))
            {
                found.Fold(one);
            }
        }
        else if (score > 0 && lookup.View.NamesOfLevels.Contains(one.Title) && found.SameAtOtherLevels(one) is { Count: > 0 } same)
        {
            if (tally.CountBeyond(terms, same.SelectMany(each => TermsOf(each).ToArray()).ToHashSet()))
            {
                found.TakeIn(one);
            }
        }
        else if (tally.Count(terms))
        {
            found.Add(one, hasLevels: score > 0 && lookup.View.NamesOfLevels.Contains(one.Title));
        }
    }

    private ReadOnlySpan<int> TermsOf(Found one) => lookup.View.Segments[one.Segment].Columns.TermsOf(one.Entry);
}
