using System.Data;
using System.Data.Common;
using GovPortal.Core.Checking;
using GovPortal.Core.Security;
using GovPortal.Core.Tenancy;
using GovPortal.Storage;
using GovPortal.Storage.People;
using Microsoft.EntityFrameworkCore;

namespace GovPortal.Users;

/// <summary>Somebody who works on a site, and as what.</summary>
public sealed record Member(Guid Id, string Name, string SignInName, bool HasSecondFactor, bool HasPasskey, IReadOnlyList<Role> Roles);

/// <summary>Who works on the visited site; changes that only somebody of at least that rank may make.</summary>
public sealed class SiteMembers(PortalDbFactory databases, Tenant site, RolesOnSite rolesOnSite, SessionRegister sessions, AuditTrail audit)
{
    // SQLSTATE of a serializable transaction that another one overtook.
    private const string SerializationFailure = "40001";

    /// <summary>Everybody with a role here, by name.</summary>
    public async Task<IReadOnlyList<Member>> ListAsync(CancellationToken ct)
    {
        await using var db = databases.OpenFor(site);
        var rows = await (from m in db.Memberships.AsNoTracking()
                          where m.TenantId == site.Id
                          join p in db.Users on m.PersonId equals p.Id
                          select new { p.Id, p.Name, p.UserName, p.TwoFactorEnabled, HasPasskey = db.UserPasskeys.Any(k => k.UserId == p.Id), m.Role }).ToListAsync(ct);
        return [.. rows.GroupBy(r => r.Id)
            .Select(g => new Member(g.Key, g.First().Name, g.First().UserName!, g.First().TwoFactorEnabled, g.First().HasPasskey, [.. g.Select(r => r.Role).Order()]))
            .OrderBy(m => m.Name, StringComparer.CurrentCulture).ThenBy(m => m.SignInName, StringComparer.Ordinal)];
    }

    public async Task<Member?> FindAsync(Guid person, CancellationToken ct) => (await ListAsync(ct)).SingleOrDefault(m => m.Id == person);

    /// <summary>Roles the actor may give and take here.</summary>
    public async Task<IReadOnlyList<Role>> GivableByAsync(Guid actor, CancellationToken ct) => GrantableRoles.GivableBy(await rolesOnSite.OfAsync(actor, site, ct), site);

    /// <summary>Makes somebody exactly this on the site.</summary>
    public async Task<Refusal?> ChangeAsync(Guid actor, Guid person, IReadOnlySet<Role> roles, CancellationToken ct) =>
        roles.Count == 0 ? new Refusal("users.members.no-role") : await SetAsync(actor, person, roles, ct);

    /// <summary>Takes somebody off the site.</summary>
    /// <param name="endSessions">Also signs them out everywhere, at once.</param>
    public async Task<Refusal?> RemoveAsync(Guid actor, Guid person, bool endSessions, CancellationToken ct)
    {
        if (await SetAsync(actor, person, new HashSet<Role>(), ct) is { } refusal)
        {
            return refusal;
        }

        if (endSessions)
        {
            await using var db = databases.OpenFor(site);
            var name = await db.Users.Where(p => p.Id == person).Select(p => p.UserName).SingleAsync(ct);
            foreach (var session in await sessions.EndAllAsync(person, but: null, ct))
            {
                audit.Note(db, site, "people.session-ended", name!, actor, before: new { session.Device, session.Address, session.CreatedAt });
            }

            await db.SaveChangesAsync(ct);
        }

        return null;
    }

    private async Task<Refusal?> SetAsync(Guid actor, Guid person, IReadOnlySet<Role> roles, CancellationToken ct)
    {
        try
        {
            return await SetOnceAsync(actor, person, roles, ct);
        }
        catch (Exception fault) when (IsOvertaken(fault))
        {
            return new Refusal("users.members.meanwhile");
        }
    }

    private async Task<Refusal?> SetOnceAsync(Guid actor, Guid person, IReadOnlySet<Role> roles, CancellationToken ct)
    {
        var own = await rolesOnSite.OfAsync(actor, site, ct);
        await using var db = databases.OpenFor(site);
        await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.Serializable, ct);
        var here = await db.Memberships.Where(m => m.TenantId == site.Id).ToListAsync(ct);
        var present = here.Where(m => m.PersonId == person).ToList();
        var before = present.Select(m => m.Role).ToHashSet();
        if (before.Union(roles).Except(GrantableRoles.GivableBy(own, site)).Any())
        {
            return new Refusal("users.members.above-you");
        }

        if (LosesItsKeeper(actor, person, own, here, before, roles))
        {
            return new Refusal("users.members.last-administrator");
        }

        db.Memberships.RemoveRange(present.Where(m => !roles.Contains(m.Role)));
        db.Memberships.AddRange(roles.Except(before).Select(role => new Membership { PersonId = person, TenantId = site.Id, Role = role }));
        var name = await db.Users.Where(p => p.Id == person).Select(p => p.UserName).SingleAsync(ct);
        audit.Note(db, site, roles.Count == 0 ? "people.remove" : "people.roles", name!, actor, before: new { roles = Said(before) }, after: new { roles = Said(roles) });
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return null;
    }

    private static string Said(IEnumerable<Role> roles) => string.Join(' ', roles.Order());

    // Two who take each other off the site at once: the database lets one of them.
    private static bool IsOvertaken(Exception fault) =>
        fault is DbException { SqlState: SerializationFailure } || (fault.InnerException is { } inner && IsOvertaken(inner));

    // A portal administrator may leave an agency's site without one: they still reach it.
    private bool LosesItsKeeper(Guid actor, Guid person, IReadOnlySet<Role> own, List<Membership> here, HashSet<Role> before, IReadOnlySet<Role> after)
    {
        var keeper = GrantableRoles.KeeperOf(site);
        return before.Contains(keeper) && !after.Contains(keeper)
            && (site.IsPortal || (actor == person && !own.Contains(Role.PortalAdministrator)))
            && !here.Any(m => m.Role == keeper && m.PersonId != person);
    }
}
