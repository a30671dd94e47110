using GovPortal.Core.Localization;
using GovPortal.Core.Tenancy;

namespace GovPortal.Alerts;

/// <summary>What stands above pages and in lists of an alert besides its title; times as on the wall of the agency that gave it.</summary>
public sealed record AlertLine(AlertGrade Grade, string Category, DateTime StartsAt, DateTime EndsAt, AlertReach Reach)
{
    public string? TitleEn { get; init; }

    /// <summary>First line of the English text; null where there is none.</summary>
    public string? SummaryEn { get; init; }

    public string? Area { get; init; }

    /// <summary>Names of the sites where it reaches chosen ones; null elsewhere.</summary>
    public IReadOnlyList<string>? Sites { get; init; }

    /// <summary>Whether it stands on a site.</summary>
    /// <param name="owner">The site it was given on. Only the portal's reaches others.</param>
    public bool IsFor(Tenant site, Tenant owner) => site.Id == owner.Id
        ? Reach != AlertReach.Chosen || Names(site) || !owner.IsPortal
        : owner.IsPortal && Reach switch
        {
            AlertReach.All => true,
            AlertReach.Departments => site.Kind is SiteKind.Department,
            AlertReach.Communes => site.Kind is SiteKind.Commune or SiteKind.Ward,
            AlertReach.Chosen => Names(site),
            _ => false,
        };

    public DateTimeOffset BeginsFor(Tenant owner) => owner.InstantOf(StartsAt);

    public DateTimeOffset EndsFor(Tenant owner) => owner.InstantOf(EndsAt);

    private bool Names(Tenant site) => Sites?.Contains(site.Name, StringComparer.Ordinal) == true;
}
