using GovPortal.Publishing.Content;

namespace GovPortal.Publishing.Import;

/// <summary>An incoming item on its way in: who it is here, and what is to be written of it.</summary>
internal sealed record IncomingWork(IncomingItem Incoming, ContentFacts Facts, string Body, string Hash)
{
    /// <summary>The key under which it is known here.</summary>
    public required string Key { get; set; }

    /// <summary>The item here; of something new, null until it has been given its address.</summary>
    public ContentItem? Item { get; set; }

    public bool IsNew { get; set; }

    /// <summary>The card of an item that an import scheduled and that has not gone public yet.</summary>
    public EditorialStatus? Card { get; private set; }

    /// <summary>When it is to go public; null for now.</summary>
    public DateTimeOffset? DueAt { get; set; }

    public IntakePlan Plan { get; set; } = IntakePlan.Nothing;

    /// <summary>True when an import scheduled it and the source has another day for it now.</summary>
    private bool IsToBeRescheduled { get; set; }

    /// <summary>True when readers get to see something else: something new, something changed, or what its source no longer holds back.</summary>
    public bool ChangesWhatIsPublic => Plan.IsPublic || (Card is not null && DueAt is null);

    public bool IsToBeWritten => Outcome != IntakeOutcome.Unchanged || Plan.Versions.Count > 0 || Plan.IsKnown;

    public IntakeOutcome Outcome => IsNew ? IntakeOutcome.Added
        : Plan.IsPublic || Plan.ChangesDraft || IsToBeRescheduled ? IntakeOutcome.Changed : IntakeOutcome.Unchanged;

    /// <summary>What readers get, where they get something else.</summary>
    public string LiveBody => Plan.Live is { } shown ? Plan.Versions[shown].Body : Body;

    /// <summary>Says that an import scheduled it before.</summary>
    public void Know(EditorialStatus card) => (Card, IsToBeRescheduled) = (card, card.GoesLiveAt != DueAt);

    public IntakeResult ResultAt(string typePath) => new(Outcome)
    {
        Kept = Plan.Kept,
        GoesLiveAt = Outcome == IntakeOutcome.Added || Card is not null ? DueAt : null,
        ItemId = Item?.Id ?? 0,
        Path = Item is null ? null : typePath.Length == 0 ? $"/{Item.Slug}" : $"/{typePath}/{Item.Slug}",
    };
}
