using GovPortal.Core.Tenancy;

namespace GovPortal.Publishing.Web;

/// <summary>Something a module can show on a site's home page.</summary>
public interface IHomeSection
{
    /// <summary>The name site settings use, for example <c>news</c>.</summary>
    string Name { get; }

    /// <summary>Name of the module it belongs to; it is left out where the module is off.</summary>
    string Module { get; }

    /// <summary>Place on the page where the site's settings do not say: lower is higher.</summary>
    int Order { get; }

    /// <summary>How many items it shows, where a site may choose; null where it shows what there is.</summary>
    HomeCount? Count => null;

    /// <summary>False where it could never show anything on this site, whatever the site does.</summary>
    bool IsOffered => true;

    /// <summary>Partial that shows it, for example <c>News/Site/_HomeNews</c>.</summary>
    string Partial { get; }

    /// <summary>What the partial shows; null leaves the section out.</summary>
    Task<object?> LoadAsync(CancellationToken ct);
}

/// <summary>How many items a section of the home page shows.</summary>
/// <param name="Usual">Where the site has chosen none.</param>
public sealed record HomeCount(int Usual, int Least, int Most);

public static class HomeSectionOfSite
{
    /// <summary>How many items a section shows on a site, which may have chosen.</summary>
    public static int CountOn(this IHomeSection section, Tenant tenant)
    {
        ArgumentNullException.ThrowIfNull(section);
        ArgumentNullException.ThrowIfNull(tenant);
        var count = section.Count ?? throw new ArgumentException($"{section.Name} shows what there is.", nameof(section));
        return tenant.Settings.HomeCounts.TryGetValue(section.Name, out var chosen) ? Math.Clamp(chosen, count.Least, count.Most) : count.Usual;
    }
}
