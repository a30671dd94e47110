using GovPortal.Core.Security;
using GovPortal.Core.Tenancy;
using GovPortal.Storage;
using GovPortal.Storage.People;
using Microsoft.EntityFrameworkCore;

namespace GovPortal.Feedback;

/// <summary>Who at a site can be given something to answer.</summary>
public sealed class DeskPeople(Tenant tenant, PortalDbFactory databases)
{
    /// <summary>By name.</summary>
    public async Task<IReadOnlyList<Actor>> ListAsync(CancellationToken ct)
    {
        var roles = Permission.Roles[Permission.AnswerEnquiries].Where(role => role != Role.PortalAdministrator).ToArray();
        await using var db = databases.OpenInstallation();
        var people = await (from membership in db.Memberships.AsNoTracking()
                            where membership.TenantId == tenant.Id && roles.Contains(membership.Role)
                            join person in db.Users on membership.PersonId equals person.Id
                            select new { person.Id, person.Name }).Distinct().ToListAsync(ct);
        return [.. people.OrderBy(person => person.Name, Core.Text.VietnameseText.Comparer).Select(person => new Actor(person.Id, person.Name))];
    }
}
