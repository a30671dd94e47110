using System.Globalization;
using GovPortal.Core.Tenancy;
using GovPortal.Core.Text;
using GovPortal.Publishing.Content;
using GovPortal.Publishing.Search;
using GovPortal.Search.Asking;

namespace GovPortal.Search.Indexing;

/// <summary>One entry for each site, so that an agency is found by its name, its short names and the names of before.</summary>
public static class AgencyEntries
{
    // No agency is news: in a list of the newest it comes last.
    private static readonly DateTimeOffset longAgo = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Number of the entry of a site's agency; below 0, where no item's number is.</summary>
    public static long IdOf(int tenantId) => -tenantId;

    /// <summary>Whether a hit is an agency, not something that it published.</summary>
    public static bool IsAgency(long itemId) => itemId < 0;

    public static SearchEntry Of(Tenant site)
    {
        var settings = site.Settings;
        var summary = string.Join(". ", new[] { settings.Address, settings.Phone, settings.WorkingHours, settings.Email, settings.ResponsibleOfficer }.Where(text => !string.IsNullOrWhiteSpace(text)));
        var text = new SearchText { Keywords = string.Join("; ", Names(site).Append(AgencyWords.Shipped.Asked)), Summary = summary };
        return new SearchEntry(IdOf(site.Id), site.Id, "page", null, site.Title, "/", longAgo, text, [new ContentTerm("agency", site.AgencyCode ?? site.Name, site.Title)]);
    }

    /// <summary>What else people call the agency.</summary>
    private static IEnumerable<string> Names(Tenant site)
    {
        var title = VietnameseText.NormalizeLine(site.Title);
        if (site.TitleEn is { Length: > 0 } english)
        {
            yield return english;
        }

        foreach (var name in ShortNames.Of(title))
        {
            yield return name;
        }

        if (site.Kind is SiteKind.Ward or SiteKind.Commune)
        {
            yield return string.Join("; ", AgencyWords.Shipped.CommuneNames.Select(name => string.Format(CultureInfo.InvariantCulture, name, title)));
        }
        else if (site.IsPortal)
        {
            yield return string.Join("; ", AgencyWords.Shipped.PortalNames);
        }

        foreach (var before in FormerNames.Of(title))
        {
            yield return before;
        }
    }
}
