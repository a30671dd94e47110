using GovPortal.Core.Tenancy;
using GovPortal.Publishing.Reading;

namespace GovPortal.News.Site;

/// <summary>A small card of an article.</summary>
/// <param name="Owner">The site it stands on.</param>
public sealed record TeaserOf(ListedItem Item, Tenant Owner)
{
    /// <summary>True in lists over several sites: the card then names the agency instead of the category.</summary>
    public bool IsOwnerNamed { get; init; }
}
