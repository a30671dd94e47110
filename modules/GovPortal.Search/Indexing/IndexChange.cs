using GovPortal.Publishing.Search;

namespace GovPortal.Search.Indexing;

/// <summary>One step that brings the index up to date.</summary>
public abstract record IndexChange
{
    private IndexChange()
    {
    }

    /// <summary>Adds the entry, or puts it in the place of the one with the same item.</summary>
    public sealed record Put(SearchEntry Entry) : IndexChange;

    /// <summary>Takes the item out; nothing happens when it is not there.</summary>
    public sealed record Remove(long ItemId) : IndexChange;

    /// <summary>Takes everything of a site out.</summary>
    public sealed record RemoveSite(int TenantId) : IndexChange;
}
