using System.Security.Claims;
using GovPortal.Core.Localization;
using GovPortal.Core.Security;
using GovPortal.Core.Tenancy;
using GovPortal.Storage.Tenancy;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace GovPortal.Storage.People;

/// <summary>Asks for a permission on the site being visited.</summary>
public sealed record SitePermission(string Name) : IAuthorizationRequirement;

/// <summary>What a person may do on this site: their memberships here, and those of a portal administrator everywhere.</summary>
public sealed class RolesOnSite(PortalDbFactory databases, TenantDirectory directory)
{
    public async Task<IReadOnlySet<Role>> OfAsync(Guid person, Tenant tenant, CancellationToken ct)
    {
        var portal = directory.Portal?.Id;
        await using var db = databases.OpenInstallation();
        var roles = await db.Memberships.AsNoTracking()
            .Where(m => m.PersonId == person && (m.TenantId == tenant.Id || (m.TenantId == portal && m.Role == Role.PortalAdministrator)))
            .Select(m => m.Role).ToListAsync(ct);
        return roles.ToHashSet();
    }
}

internal sealed class SitePermissionHandler(RolesOnSite rolesOnSite, IDeskAddress address, IHttpContextAccessor accessor) : AuthorizationHandler<SitePermission>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, SitePermission requirement)
    {
        if (accessor.HttpContext is { } http && http.Features.Get<Tenant>() is { } tenant && context.User.PersonId() is { } person
            && (await OfRequestAsync(http, person, tenant)).Overlaps(Permission.Roles[requirement.Name]))
        {
            context.Succeed(requirement);
            if (http.Features.Get<VisitedSite>() is { IsByHost: false })
            {
                await address.RememberAsync(http.Request, http.RequestAborted);
            }
        }
    }

    // A page of the desk asks for a dozen permissions; what a person is on a site is read once for all of them.
    private async Task<IReadOnlySet<Role>> OfRequestAsync(HttpContext http, Guid person, Tenant tenant)
    {
        if (http.Features.Get<ReadRoles>() is { } read && read.Person == person && read.TenantId == tenant.Id)
        {
            return read.Roles;
        }

        var roles = await rolesOnSite.OfAsync(person, tenant, http.RequestAborted);
        http.Features.Set(new ReadRoles(person, tenant.Id, roles));
        return roles;
    }

    private sealed record ReadRoles(Guid Person, int TenantId, IReadOnlySet<Role> Roles);
}
