using System.Globalization;

namespace GovPortal.Core.Caching;

/// <summary>Names of what a page can show, so that a change can find the pages it stands on.</summary>
public static class PageTag
{
    /// <summary>Which sites there are: their list, their names and addresses.</summary>
    public const string Sites = "sites";

    /// <summary>What the search index answers.</summary>
    public const string Index = "index";

    /// <summary>A site's own settings: name, colours, menu, modules.</summary>
    public static string Site(int tenantId) => string.Create(CultureInfo.InvariantCulture, $"site {tenantId}");

    /// <summary>One content item.</summary>
    public static string Item(long id) => string.Create(CultureInfo.InvariantCulture, $"item {id}");

    /// <summary>Any list or count of a site's items of a type.</summary>
    public static string Items(int tenantId, string type) => string.Create(CultureInfo.InvariantCulture, $"items {tenantId} {type}");

    /// <summary>Any list or count of all sites' items of a type.</summary>
    public static string ItemsOfAllSites(string type) => "items * " + type;

    /// <summary>The pages at a site's foot.</summary>
    public static string Foot(int tenantId) => string.Create(CultureInfo.InvariantCulture, $"foot {tenantId}");

    /// <summary>A picture of a site: the widths it lies ready in, and its focal point.</summary>
    /// <param name="path">Its address below the site's root.</param>
    public static string Picture(int tenantId, string path) => string.Create(CultureInfo.InvariantCulture, $"picture {tenantId} {path}");
}
