using GovPortal.Core.Tenancy;
using GovPortal.Publishing.Content;
using GovPortal.Storage.Rows;

namespace GovPortal.Publishing.Transfer;

/// <summary>The settings of a site name standing pages by their numbers; those change on the way as the rows' do.</summary>
internal static class SiteSettingsNumbers
{
    /// <summary>The settings with the numbers of their new place; a page that is gone is left out.</summary>
    public static TenantSettings Renumber(TenantSettings settings, WholeDatabase whole, RowNumbers numbers)
    {
        var items = whole.TableOf<ContentItem>().Name;
        return settings with
        {
            PageTree = [.. settings.PageTree.Select(page => numbers.Find(items, page.Id) is { } id ? new PagePlace(id, page.Under is { } under ? numbers.Find(items, under) : null) : null).OfType<PagePlace>()],
        };
    }
}
