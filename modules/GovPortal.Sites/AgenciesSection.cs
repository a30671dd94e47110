using GovPortal.Core.Tenancy;
using GovPortal.Core.Text;
using GovPortal.Publishing.Web;
using GovPortal.Storage.Tenancy;

namespace GovPortal.Sites;

/// <summary>All agencies under this site, grouped by kind; on an agency's own site its sister agencies.</summary>
public sealed class AgenciesSection(Tenant tenant, TenantDirectory directory) : IHomeSection
{
    // A ward has a hundred sisters; its home page shows the first and links to the portal's whole list.
    private const int MostSisters = 12;

    // More than any province has of a kind; the site map goes on from there.
    private const int MostOfAKind = 200;

    public string Name => "agencies";

    public string Module => SitesModule.Named;

    public int Order => 60;

    public string Partial => "Sites/Site/_HomeAgencies";

    public Task<object?> LoadAsync(CancellationToken ct) => Task.FromResult<object?>(Load());

    private AgencyGroups? Load()
    {
        if (tenant.IsPortal)
        {
            var groups = directory.ChildrenOf(tenant).GroupBy(t => t.Kind).OrderBy(g => g.Key).Select(GroupOf).ToArray();
            return groups.Length == 0 ? null : new AgencyGroups(groups, directory.Portal!, IsPortal: true);
        }

        if (directory.ParentOf(tenant) is not { } parent)
        {
            return null;
        }

        var sisters = directory.ChildrenOf(parent).Where(t => t.Kind == tenant.Kind && t.Id != tenant.Id).Take(MostSisters).ToArray();
        return new AgencyGroups(sisters.Length == 0 ? [] : [new AgencyGroup(tenant.Kind, sisters.Length, sisters)], parent, IsPortal: false);
    }

    private static AgencyGroup GroupOf(IGrouping<SiteKind, Tenant> group) =>
        new(group.Key, group.Count(), group.Key is SiteKind.Ward or SiteKind.Commune && group.Count() <= MostOfAKind
            ? [.. group.OrderBy(t => t.Title, VietnameseText.Comparer)]
            : [.. group.Take(MostOfAKind)]);
}

public sealed record AgencyGroups(IReadOnlyList<AgencyGroup> Groups, Tenant Parent, bool IsPortal);

/// <param name="Total">How many there are; the first of them are listed.</param>
public sealed record AgencyGroup(SiteKind Kind, int Total, IReadOnlyList<Tenant> Agencies);
