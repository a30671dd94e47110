using GovPortal.Core.Checking;
using GovPortal.Core.Tenancy;
using GovPortal.Publishing.Moves;
using GovPortal.Storage.Tenancy;

namespace GovPortal.Sites;

/// <summary>Gives a site another name, title or host, as free as that of a new site.</summary>
public sealed class SiteNaming(TenantDirectory directory, ReservedSegments reserved, PublicAddress address, SiteClosings closings)
{
    /// <returns>Why it cannot be called so, or the number under which it can be taken back.</returns>
    public async Task<(IReadOnlyList<Refusal> Refusals, int Move)> RenameAsync(RenameOrder order, Guid? by, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(order);
        if (directory.FindByName(order.Name) is not { } site)
        {
            return ([new Refusal("moves.unknown", "name", order.Name)], 0);
        }

        var wanted = order with { Host = order.Host is { Length: > 0 } host ? HostNames.Normalized(host) : order.Host };
        return Check(wanted, site) is { Count: > 0 } refusals ? (refusals, 0) : ([], await closings.RenameAsync(site, wanted, by, ct));
    }

    private IReadOnlyList<Refusal> Check(RenameOrder order, Tenant site) =>
    [
        .. site.IsPortal && order.NewName is not null ? [new Refusal("moves.portal", "name", site.Name)] : Array.Empty<Refusal>(),
        .. order.NewName is { } name ? SiteRules.CheckName(name, directory, reserved, site) : [],
        .. order.Title is { } title ? SiteRules.CheckTitle(title) : [],
        .. order.Host is { Length: > 0 } host ? SiteRules.CheckHost(host, directory, address.Value, site) : [],
        .. order is { NewName: null, Title: null, Host: null } ? [new Refusal("moves.rename.nothing", "name", site.Name)] : Array.Empty<Refusal>(),
    ];
}
