using GovPortal.Publishing.Content;

namespace GovPortal.Publishing.Import;

/// <summary>An item that comes from elsewhere, ready to be published.</summary>
/// <param name="SourceKey">Who the item is at its source; the same key brings a new version, never a second item.</param>
/// <param name="PublishedAt">Its first publication; one to come schedules it. Null means now.</param>
public sealed record IncomingItem(string SourceKey, object Body, DateTimeOffset? PublishedAt = null, string? Slug = null)
{
    /// <summary>True when its source gives it no name of its own: the key says what it is called and of which day, and another item may be called so too.</summary>
    public bool IsKeyGuessed { get; init; }

    /// <summary>True when another item with this guessed key and other words came before it in the same file.</summary>
    public bool IsTwin { get; init; }

    /// <summary>True when it is to be written as a draft; what is public here stays so.</summary>
    public bool IsDraft { get; init; }
}

public enum IntakeOutcome
{
    Added,
    Changed,

    /// <summary>Readers see what they saw: the source says nothing new, or only in fields that were changed here.</summary>
    Unchanged,
}

/// <summary>What became of an incoming item.</summary>
public sealed record IntakeResult(IntakeOutcome Outcome)
{
    /// <summary>Fields that its source changed and people had changed here; they stand as they were.</summary>
    public IReadOnlyList<KeptField> Kept { get; init; } = [];

    /// <summary>When it goes public by itself; null when it is public or waits for somebody.</summary>
    public DateTimeOffset? GoesLiveAt { get; init; }

    /// <summary>Number of the item; 0 in a dry run of something new.</summary>
    public long ItemId { get; init; }

    /// <summary>Address of the item below its site's root; null in a dry run of something new.</summary>
    public string? Path { get; init; }
}
