using GovPortal.Core.Security;
using GovPortal.Core.Tenancy;

namespace GovPortal.Users;

/// <summary>Nobody gives, or takes, a role above their own.</summary>
public static class GrantableRoles
{
    private static readonly Role[] OnEverySite = [Role.Author, Role.Reviewer, Role.Publisher, Role.Auditor, Role.Clerk, Role.Officer, Role.Signatory, Role.SiteAdministrator];

    /// <summary>Roles that somebody may give and take on a site.</summary>
    /// <param name="own">What they are there themselves.</param>
    public static IReadOnlyList<Role> GivableBy(IReadOnlySet<Role> own, Tenant site) => own switch
    {
        _ when own.Contains(Role.PortalAdministrator) => site.IsPortal ? [.. OnEverySite, Role.PortalAdministrator] : OnEverySite,
        _ when own.Contains(Role.SiteAdministrator) => OnEverySite,
        _ => [],
    };

    /// <summary>The role without which nobody is left to look after a site.</summary>
    public static Role KeeperOf(Tenant site) => site.IsPortal ? Role.PortalAdministrator : Role.SiteAdministrator;
}
