using System.Security.Claims;
using GovPortal.Core.Security;
using GovPortal.Core.Tenancy;
using GovPortal.Storage.People;

namespace GovPortal.OneStop.Admin;

/// <summary>Who is signed in, as the rules of dossiers ask.</summary>
internal static class DeskPerson
{
    public static async Task<Actor> ActorAsync(this ClaimsPrincipal user, RolesOnSite roles, Tenant tenant, CancellationToken ct) =>
        new(user.PersonId(), user.PersonName(), user.PersonId() is { } id ? await roles.OfAsync(id, tenant, ct) : new HashSet<Role>());
}
