using System.Collections.Concurrent;
using GovPortal.Core.Text;
using GovPortal.Publishing.Search;
using GovPortal.Search.Asking;
using GovPortal.Search.Indexing;
using GovPortal.Search.Ranking;
using GovPortal.Search.Showing;
using GovPortal.Search.Teaching;
using Microsoft.Extensions.Logging;

namespace GovPortal.Search;

/// <summary>Finds published content in the search index; rests, instead of failing, when the index cannot answer.</summary>
/// <param name="isVisible">Whether a site is open to the public; asked for each search that spans sites.</param>
/// <param name="hasEnded">Whether a site is that of an agency that works no more; null where none is.</param>
/// <param name="failed">Told when the index could not answer.</param>
/// <param name="taught">What editors taught; nothing where it is null.</param>
public sealed class LuceneFinder(SearchIndex index, Func<int, bool> isVisible, ILogger<LuceneFinder> logger, Action? failed = null, Func<int, bool>? hasEnded = null, Func<SearchRules>? taught = null) : IFinder
{
    // Fewer hits than this may mean a slip of the finger.
    private const int FewHits = 10;

    // Who tells little of a life and much of something else asks for that.
    private const float LeastOfGuide = 0.45f;

    private const string ProcedureType = "procedure";

    private readonly QueryParser reader = new(Lexicon.Questions, Lexicon.Synonyms, Lexicon.Casual, Lexicon.Needs);
    private readonly ConcurrentBag<Ranker> rankers = [];

    /// <summary>Of one index alone; whoever follows the publication log knows whether it has taken in everything.</summary>
    public bool IsIncomplete => false;

    public SearchResults Find(SearchQuery query) => Find(query, taught?.Invoke() ?? SearchRules.Empty);

    /// <param name="book">What editors taught, as it is or as it would be.</param>
    public SearchResults Find(SearchQuery query, SearchRules book)
    {
        ArgumentNullException.ThrowIfNull(query);
        try
        {
            using var loan = index.Lend();
            return loan is null ? SearchResults.Resting : Find(loan.View, query, book);
        }
        // An index can break in as many ways as a disk can; none of them may take a page down.
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            logger.LogError(new EventId(10, "SearchFailed"), failure, "The search index could not answer");
            failed?.Invoke();
            return SearchResults.Resting;
        }
    }

    public IReadOnlyList<SearchSuggestion> Suggest(string typed, int? tenantId, int most = 8)
    {
        ArgumentNullException.ThrowIfNull(typed);
        try
        {
            using var loan = index.Lend();
            return loan is null ? [] : Suggest(loan.View, typed, tenantId, Math.Clamp(most, 0, 8));
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            logger.LogError(new EventId(11, "SuggestFailed"), failure, "The search index could not suggest");
            failed?.Invoke();
            return [];
        }
    }

    // What most people mean first, then titles by their letters.
    private SearchSuggestion[] Suggest(IndexView view, string typed, int? tenantId, int most)
    {
        var wanted = Wanted.By(typed).Select(need => Find(view, new SearchQuery(need, tenantId) { Type = ProcedureType, Size = 1, Facets = [] }, SearchRules.Empty)).SelectMany(found => found.Items);
        return [.. wanted.Select(hit => new SearchSuggestion(hit.Title, hit.TenantId, hit.Path)).Concat(new Suggester(view).Suggest(typed, Sites(tenantId), most)).DistinctBy(line => line.Text).Take(most)];
    }

    private SearchResults Find(IndexView view, SearchQuery query, SearchRules book)
    {
        var lookup = new TermLookup(view, query.TenantId is { } site ? new SiteEntries(view, site) : null);
        var typed = VietnameseText.NormalizeLine(query.Text);
        var read = query.IsLiteral ? typed : new Understanding(view, lookup, reader).Read(typed);
        var plain = reader.Read(read, readsNeeds: false);
        var heard = query.IsLiteral ? Heard.Nothing : Hear(view, query, plain, book);
        var tale = query.IsLiteral ? plain : reader.Read(read, taught: heard.Need);
        var answer = Answer(lookup, query, plain, countsTyped: tale.HasNeed || heard.Guide is not null);
        if (tale.Told > answer.LongestTitleSaid && Answer(lookup, query, tale) is { Found.Total: > 0 } told)
        {
            answer = told with { LongestTitleSaid = answer.LongestTitleSaid };
        }

        PutFirst(lookup, answer, heard, tale.Told);
        if (answer.Found.Total == 0 && read != typed)
        {
            (answer, read) = (Answer(lookup, query, reader.Read(typed)), typed);
        }

        return Show(view, query, answer) with { Understood = read == typed ? null : read, Asks = Lexicon.Facts.In(plain.Words) };
    }

    /// <summary>What was heard in a question besides its words.</summary>
    /// <param name="Need">Words or procedures that an editor taught.</param>
    /// <param name="Bet">The item that an editor put first; null where none did.</param>
    /// <param name="Guide">An entry that names the question as its own.</param>
    private readonly record struct Heard(Need? Need, string? Bet, Saying<AnsweringEntry>? Guide)
    {
        public static readonly Heard Nothing = new(null, null, null);
    }

    private Heard Hear(IndexView view, SearchQuery query, ParsedQuery plain, SearchRules book)
    {
        var isVisibleHere = Sites(query.TenantId);
        var guide = view.Answers.Find(plain.Words, entry => isVisibleHere(entry.TenantId));
        guide = guide is not null && QueryParser.TellsEnough(guide.Said, plain.Words, LeastOfGuide) ? guide : null;
        if (book.Find(query.TenantId, plain.Words) is not { } said || !QueryParser.TellsEnough(said.Said, plain.Words))
        {
            return new Heard(null, null, guide);
        }

        return said.Meaning.ItemId is { } item
            ? new Heard(null, new AnsweringEntry(item, 0).IdTerm, guide)
            : new Heard(new Need(said.Meaning.Meanings, said.Meaning.Codes, said.Said, said.IsWhole), null, guide);
    }

    // A code is asked for itself; a guide gives way to whoever says more: a title, a need told in more words.
    private static void PutFirst(TermLookup lookup, Answered answer, Heard heard, int told)
    {
        if (answer.IsByKey)
        {
            return;
        }

        if (heard.Guide is { } guide && guide.Said.Count >= told && guide.Said.Count > answer.LongestTitleSaid && lookup.Find(FieldName.Id, guide.Meaning.IdTerm) is { } own)
        {
            answer.Collector.PutFirst(own, Ranker.PutFirst);
        }

        if (heard.Bet is { } bet && lookup.Find(FieldName.Id, bet) is { } chosen)
        {
            answer.Collector.PutFirst(chosen, 2 * Ranker.PutFirst);
        }
    }

    /// <summary>A question as it was read, and what it found.</summary>
    /// <param name="LongestTitleSaid">Words of the longest title of a procedure that the question says wholly.</param>
    private readonly record struct Answered(ParsedQuery Ask, FoundList Found, FacetCounter Tally, HitCollector Collector, bool IsByKey, int LongestTitleSaid);

    private Answered Answer(TermLookup lookup, SearchQuery query, ParsedQuery ask, bool countsTyped = false)
    {
        var own = Known(lookup, FieldName.Key, ask);
        var cited = Known(lookup, FieldName.Cited, ask);
        if (own.Count + cited.Count > 0)
        {
            ask = reader.Without(ask);
        }

        var needed = ask.NeededCodes.Select(code => lookup.Find(FieldName.Key, code)).OfType<FoundTerm>();
        var weighed = new QueryWeigher(lookup).Weigh(ask, [.. own, .. needed], cited) with { CountsTyped = countsTyped };
        var found = new FoundList(foldsCopies: query.TenantId is null, ask.AsksLevel);
        var tally = new FacetCounter(lookup.View.Terms, query);
        var collector = new HitCollector(lookup, Sites(query.TenantId), query.TenantId is null && hasEnded is not null ? Remembered(hasEnded) : _ => false, tally, found);
        collector.Run(ask.IsEmpty ? null : weighed, rankers);
        return new Answered(ask, found, tally, collector, own.Count > 0, collector.LongestTitleSaid);
    }

    private static SearchResults Show(IndexView view, SearchQuery query, Answered answer)
    {
        var size = Math.Clamp(query.Size, 1, 100);
        var skip = (Math.Max(query.Page, 1) - 1L) * size;
        var hits = new Hits(view, new Highlighter(answer.Ask));
        return new SearchResults(answer.Found.Total, [.. answer.Found.Page(skip, size).Select(each => hits.Read(each, answer.Found.OtherLevelsOf(each)))])
        {
            Facets = answer.Tally.Facets(),
            Suggestion = answer.Found.Total < FewHits && !answer.IsByKey ? new Speller(view.Vocabulary).Correct(answer.Ask.Words) : null,
        };
    }

    private static List<FoundTerm> Known(TermLookup lookup, string field, ParsedQuery ask) =>
        [.. ask.Keys.Select(key => lookup.Find(field, key.Key)).OfType<FoundTerm>()];

    private Func<int, bool> Sites(int? tenantId)
    {
        if (tenantId is { } only)
        {
            return site => site == only;
        }

        return Remembered(isVisible);
    }

    /// <summary>Asked once for each site in a search.</summary>
    private static Func<int, bool> Remembered(Func<int, bool> ask)
    {
        var known = new Dictionary<int, bool>();
        return site =>
        {
            if (!known.TryGetValue(site, out var answer))
            {
                known.Add(site, answer = ask(site));
            }

            return answer;
        };
    }
}
