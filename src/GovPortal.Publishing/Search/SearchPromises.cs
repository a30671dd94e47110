using GovPortal.Publishing.Content;

namespace GovPortal.Publishing.Search;

/// <summary>Finds published content. Implemented by the search module; pages that search ask this and nothing else.</summary>
public interface IFinder
{
    /// <summary>Answers a query; <see cref="SearchResults.IsResting"/> instead of an exception when the index cannot answer.</summary>
    SearchResults Find(SearchQuery query);

    /// <summary>True while the index is being built anew, or has not taken in everything yet: what is not found may be there all the same.</summary>
    bool IsIncomplete { get; }

    /// <summary>At most eight titles that begin with, or hold words beginning with, what was typed.</summary>
    IReadOnlyList<SearchSuggestion> Suggest(string typed, int? tenantId, int most = 8);
}

/// <summary>What a person asked.</summary>
/// <param name="Text">As typed; may lack diacritics, may be empty: then everything the filters allow, newest first.</param>
/// <param name="TenantId">The site to search; null searches every enabled site.</param>
public sealed record SearchQuery(string Text, int? TenantId)
{
    public string? Type { get; init; }

    /// <summary>Term filters by kind, for example <c>agency</c> → <c>H05.21</c>, <c>field</c>, <c>year</c>.</summary>
    public IReadOnlyDictionary<string, string> Terms { get; init; } = new Dictionary<string, string>();

    /// <summary>True takes the words as they were typed: no keys are read, no slips mended, no tales understood.</summary>
    public bool IsLiteral { get; init; }

    /// <summary>From 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>1 to 100.</summary>
    public int Size { get; init; } = 20;

    /// <summary>Kinds of terms to count for the filters, besides <c>type</c>.</summary>
    public IReadOnlyList<string> Facets { get; init; } = ["agency", "field", "year"];
}

/// <summary>The answer: one page of hits, how many there are, and counts for each filter.</summary>
public sealed record SearchResults(int Total, IReadOnlyList<SearchHit> Items)
{
    public static readonly SearchResults Resting = new(0, []) { IsResting = true };

    /// <summary>True when the index cannot answer just now; pages say so and go on.</summary>
    public bool IsResting { get; init; }

    /// <summary>As <see cref="IFinder.IsIncomplete"/>.</summary>
    public bool IsIncomplete { get; init; }

    /// <summary>A better spelling that would find something; null when there is none.</summary>
    public string? Suggestion { get; init; }

    /// <summary>What was searched instead of what was typed, where keys of a keyboard or a slip were read; null where nothing was.</summary>
    public string? Understood { get; init; }

    /// <summary>What the question wants to know of a procedure, so that it can be said beside the hit.</summary>
    public AskedFact Asks { get; init; }

    /// <summary>Counts by kind (<c>type</c>, <c>agency</c>, …), largest first; a filter in force does not shrink its own counts.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<FacetCount>> Facets { get; init; } =
        new Dictionary<string, IReadOnlyList<FacetCount>>();
}

/// <summary>What people ask of a procedure.</summary>
[Flags]
public enum AskedFact
{
    None = 0,
    Fee = 1,
    Time = 2,
    Papers = 4,
    Place = 8,
}

/// <param name="Path">Below its site's root, for example <c>/thu-tuc/1.001193</c>.</param>
/// <param name="SnippetHtml">HTML-encoded text in which only <c>&lt;mark&gt;</c> is markup.</param>
/// <param name="TitleHtml">The title, encoded and marked the same way.</param>
public sealed record SearchHit(long ItemId, int TenantId, string Type, string? Code, string Title, string TitleHtml, string Path, string SnippetHtml, DateTimeOffset PublishedAt)
{
    /// <summary>The same procedure as it is settled at other levels; empty for most.</summary>
    public IReadOnlyList<OtherLevel> OtherLevels { get; init; } = [];

    /// <summary>Number of the document that put this one out of force; null where none did.</summary>
    public string? ReplacedBy { get; init; }
}

/// <summary>A procedure that differs from the one shown by the level it is settled at only.</summary>
/// <param name="Level"><c>none</c>, <c>commune</c>, <c>province</c>, <c>ministry</c> or <c>district</c>.</param>
public sealed record OtherLevel(string Level, string Code, string Title, int TenantId, string Path);

public sealed record FacetCount(string Value, string Label, int Count);

public sealed record SearchSuggestion(string Text, int TenantId, string Path);

/// <summary>What the index holds of one published item.</summary>
/// <param name="Path">Below its site's root.</param>
public sealed record SearchEntry(long ItemId, int TenantId, string Type, string? Code, string Title, string Path, DateTimeOffset PublishedAt, SearchText Text, IReadOnlyList<ContentTerm> Terms);
