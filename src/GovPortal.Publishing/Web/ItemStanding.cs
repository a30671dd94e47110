using GovPortal.Publishing.Content;

namespace GovPortal.Publishing.Web;

/// <summary>What a reader must know of an item before its text: that it was withdrawn or corrected, and when.</summary>
/// <param name="Note">What the last correction changed.</param>
public sealed record ItemStanding(ContentItem Item, string? Note)
{
    /// <summary>False where the item has a text in the visitor's language.</summary>
    public bool IsVietnameseOnly { get; init; } = true;
}
