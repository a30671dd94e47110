namespace GovPortal.Publishing.Content;

/// <summary>Where an item stands in its life.</summary>
public enum ContentState
{
    /// <summary>Never public so far.</summary>
    Draft,

    /// <summary>Public; a newer draft may wait behind the live version.</summary>
    Published,

    /// <summary>Taken back: the address still answers, with a notice instead of the text.</summary>
    Withdrawn,

    /// <summary>Its time ran out: the address still answers, and says since when.</summary>
    Expired,

    /// <summary>Kept for the record: the text still stands at its address, marked as old, and is in no list and no search.</summary>
    Archived,

    /// <summary>A draft thrown away; it can be brought back until <see cref="EditorialStatus.KeptAfterDeletion"/> has passed.</summary>
    Deleted,
}

/// <summary>How far the newest draft of an item has come on its way to the public.</summary>
public enum DraftStage
{
    /// <summary>Being written, or nothing waits.</summary>
    Writing,

    /// <summary>Waits for somebody else to approve it.</summary>
    Submitted,

    /// <summary>A reviewer wants something changed first, and said what.</summary>
    SentBack,

    /// <summary>Approved, and goes public by itself at its time.</summary>
    Scheduled,

    /// <summary>Never goes public itself: others begin as its copy.</summary>
    Template,
}
