using GovPortal.Core.Text;
using GovPortal.Publishing.Search;
using GovPortal.Search.Asking;

namespace GovPortal.Search.Teaching;

/// <summary>Asks the questions that entries must answer, before an entry takes effect and after.</summary>
public sealed class Trial(SearchIndexFollower finder, SearchRuleCache words)
{
    private const int Seen = 3;

    private readonly QueryParser reader = new(Lexicon.Questions, Lexicon.Synonyms, Lexicon.Casual, Lexicon.Needs);

    /// <summary>What one question finds, and whether that is what its entry promises.</summary>
    public TrialLine Ask(SearchRule entry, SearchRules book, int? site)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var results = finder.Find(QueryOf(entry.Question, site), book);
        return new TrialLine(entry.Question, IsAnswered(entry, results, site, book), results.Items.Count > 0 ? results.Items[0].Title : null);
    }

    /// <summary>Tries an entry beside those there are.</summary>
    /// <param name="existing">All entries of all sites; one of the same number gives way to the tried one.</param>
    /// <param name="site">The site that it is for; null for the whole province.</param>
    public TrialResult Run(SearchRule candidate, IReadOnlyList<SearchRule> existing, int? site)
    {
        ArgumentNullException.ThrowIfNull(candidate);
        var (before, after) = (words.BookOf(existing), words.BookOf([.. existing.Where(entry => entry.Id != candidate.Id), candidate]));
        var alone = words.BookOf([candidate]);
        var others = existing.Where(entry => entry.Id != candidate.Id && (site is null || entry.TenantId == candidate.TenantId) && Touches(alone, entry.Question, site)).ToList();
        var broken = others.Where(entry => Ask(entry, before, site).IsAnswered).Select(entry => Ask(entry, after, site)).Where(line => !line.IsAnswered);
        var changed = Lexicon.NeedFile.Needs.Where(need => Touches(alone, need.Ask, site)).Select(need => Changed(need.Ask, before, after, site)).OfType<TrialLine>();
        return new TrialResult(Ask(candidate, after, site), [.. broken, .. changed.Where(line => line.Question != candidate.Question)]);
    }

    private TrialLine? Changed(string question, SearchRules before, SearchRules after, int? site)
    {
        var (was, now) = (First(question, before, site), First(question, after, site));
        return was is null || was.ItemId == now?.ItemId ? null : new TrialLine(question, false, now?.Title) { Before = was.Title };
    }

    private SearchHit? First(string question, SearchRules book, int? site) => finder.Find(QueryOf(question, site), book).Items is [var first, ..] ? first : null;

    // Only a question that says what the entry says can be answered otherwise by it.
    private bool Touches(SearchRules alone, string question, int? site) => alone.Find(site, reader.Read(question, readsNeeds: false).Words) is not null;

    private bool IsAnswered(SearchRule entry, SearchResults results, int? site, SearchRules book) => entry.Kind switch
    {
        SearchRuleKind.BestBet => results.Items is [var first, ..] && first.ItemId == entry.ItemId,
        SearchRuleKind.Alias => results.Items.Take(Seen).Any(hit => hit.Code == entry.Means || hit.OtherLevels.Any(level => level.Code == entry.Means)),
        _ => Meant(entry, site, book) is { } meant && results.Items.Take(Seen).Any(hit => hit.ItemId == meant.ItemId || VietnameseText.Fold(hit.Title) == VietnameseText.Fold(meant.Title)),
    };

    private SearchHit? Meant(SearchRule entry, int? site, SearchRules book) =>
        finder.Find(QueryOf(entry.Means.Split('\n')[0], site) with { IsLiteral = true }, book).Items is [var first, ..] ? first : null;

    private static SearchQuery QueryOf(string question, int? site) => new(question, site) { Size = Seen, Facets = [] };
}

/// <param name="First">Title of what stands first; null where nothing is found.</param>
public sealed record TrialLine(string Question, bool IsAnswered, string? First)
{
    /// <summary>What stood first before; null where that was not asked.</summary>
    public string? Before { get; init; }
}

/// <param name="Own">Its own question.</param>
/// <param name="Broken">Questions that would be answered otherwise.</param>
public sealed record TrialResult(TrialLine Own, IReadOnlyList<TrialLine> Broken)
{
    public bool IsGreen => Own.IsAnswered && Broken.Count == 0;
}
