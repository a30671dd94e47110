using GovPortal.Core.Tenancy;

namespace GovPortal.Search.Teaching;

/// <summary>One thing that an editor taught search. The portal's entries hold for the whole province, a site's for its own search.</summary>
public sealed class SearchRule : ISiteRow
{
    public long Id { get; set; }

    public int TenantId { get; set; }

    public SearchRuleKind Kind { get; set; }

    /// <summary>Ways to say it, one a line: words in order, <c>..</c> for a few words between, <c>=</c> before a whole question.</summary>
    public required string Says { get; set; }

    /// <summary>Of a synonym the state's words, one wording a line, likeliest first; of an alias the procedure's code; of a best bet its address.</summary>
    public required string Means { get; set; }

    /// <summary>The item of a best bet; null for others.</summary>
    public long? ItemId { get; set; }

    /// <summary>A question that it must answer.</summary>
    public required string Question { get; set; }

    public DateTimeOffset UpdatedAt { get; set; }

    /// <summary>Name of who wrote it.</summary>
    public string? UpdatedBy { get; set; }

    public IReadOnlyList<string> SaidLines() => Says.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}

/// <summary>What an entry teaches.</summary>
public enum SearchRuleKind
{
    /// <summary>Other words for what titles say.</summary>
    Synonym,

    /// <summary>What people call a procedure, known by its code.</summary>
    Alias,

    /// <summary>An item that stands first for a question.</summary>
    BestBet,
}
