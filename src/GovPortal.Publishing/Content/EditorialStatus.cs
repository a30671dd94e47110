using GovPortal.Core.Tenancy;
using GovPortal.Storage;

namespace GovPortal.Publishing.Content;

/// <summary>
/// What the desk knows of an item besides its text: how far its draft has come, and what is to happen when. Kept apart from
/// <see cref="ContentItem"/>, which every reader's page reads; an item nobody has submitted, dated or deleted has no card.
/// </summary>
public sealed class EditorialStatus : ISiteRow
{
    /// <summary>How long a deleted draft can be brought back.</summary>
    public static readonly TimeSpan KeptAfterDeletion = TimeSpan.FromDays(30);

    public long ItemId { get; set; }
    public int TenantId { get; set; }
    public DraftStage Stage { get; set; }
    public DateTimeOffset? SubmittedAt { get; set; }
    public Guid? SubmittedById { get; set; }

    /// <summary>What the reviewer wants changed; stands until the draft is submitted again.</summary>
    public string? SentBackReason { get; set; }

    /// <summary>When the approved version goes public by itself.</summary>
    public DateTimeOffset? GoesLiveAt { get; set; }
    public Guid? ScheduledById { get; set; }

    /// <summary>What readers are told of a scheduled correction.</summary>
    public string? ScheduledNote { get; set; }

    /// <summary>When it leaves the public by itself.</summary>
    public DateTimeOffset? ExpiresAt { get; set; }

    /// <summary>The day on which somebody is to look whether it still holds.</summary>
    public DateOnly? ReviewOn { get; set; }

    /// <summary>Published in an emergency by one person alone, and not yet approved by another.</summary>
    public DateTimeOffset? UrgentAt { get; set; }
    public Guid? UrgentById { get; set; }
    public string? UrgentReason { get; set; }

    /// <summary>The version a second person had approved before the haste; 0 when none was. What came since waits for approval.</summary>
    public int UrgentSince { get; set; }

    /// <summary>Links to previews that were given out before show nothing any more.</summary>
    public DateTimeOffset? PreviewsFrom { get; set; }
    public DateTimeOffset? DeletedAt { get; set; }

    /// <summary>Counts changes; of two at once the second is refused.</summary>
    public int Changes { get; set; }

    /// <summary>True when it says nothing that an item without a card would not say.</summary>
    internal bool IsBlank => this is { Stage: DraftStage.Writing, SentBackReason: null, ExpiresAt: null, ReviewOn: null, UrgentAt: null, PreviewsFrom: null, DeletedAt: null };
}

/// <summary>What somebody said about a version; only the desk sees it.</summary>
public sealed class Remark : ISiteRow
{
    public const int LongestText = 2_000;

    public long Id { get; set; }
    public int TenantId { get; set; }
    public long ItemId { get; set; }
    public int Version { get; set; }
    public required string Text { get; set; }
    public DateTimeOffset At { get; set; }
    public Guid? ById { get; set; }
}

/// <summary>Something that is to happen to an item at its time. Holds nothing of the item, so that one question finds what is due on all sites.</summary>
public sealed class ScheduledAction : ISiteRow
{
    public long ItemId { get; set; }
    public ScheduledActionKind Kind { get; set; }
    public int TenantId { get; set; }
    public DateTimeOffset At { get; set; }
}

public enum ScheduledActionKind
{
    GoLive,
    Expire,

    /// <summary>A deleted draft is gone for good.</summary>
    Purge,

    /// <summary>Somebody is reminded to look whether an item still holds.</summary>
    Review,
}
