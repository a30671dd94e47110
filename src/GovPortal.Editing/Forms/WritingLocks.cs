using GovPortal.Core.Tenancy;
using GovPortal.Publishing.Content;
using GovPortal.Storage;
using Microsoft.EntityFrameworkCore;

namespace GovPortal.Editing.Forms;

/// <summary>Tells people who work on one item of each other: who opens its form holds it until they are not seen for a while.</summary>
public sealed class WritingLocks(Tenant tenant, PortalDbFactory databases, TimeProvider clock)
{
    /// <summary>Four beats of the form.</summary>
    public static readonly TimeSpan LostAfter = TimeSpan.FromMinutes(2);

    /// <summary>Holds the item for this person, unless somebody else does.</summary>
    /// <returns>Who else holds it; null when this person does.</returns>
    public async Task<Holder?> HoldAsync(long itemId, Guid person, CancellationToken ct)
    {
        await using var db = databases.OpenFor(tenant);
        var now = clock.GetUtcNow();
        var held = db.WritingLocks.Where(l => l.ItemId == itemId);
        if (await held.Where(l => l.PersonId == person).ExecuteUpdateAsync(set => set.SetProperty(l => l.SeenAt, now), ct) > 0
            || await held.Where(l => l.SeenAt < now - LostAfter).ExecuteUpdateAsync(set => set.SetProperty(l => l.PersonId, person).SetProperty(l => l.Since, now).SetProperty(l => l.SeenAt, now), ct) > 0)
        {
            return null;
        }

        if (!await held.AnyAsync(ct) && await db.Items.AnyAsync(i => i.Id == itemId, ct)
            && await db.TryAddAsync(new WritingLock { TenantId = tenant.Id, ItemId = itemId, PersonId = person, Since = now, SeenAt = now }, ct))
        {
            return null;
        }

        return await (from l in db.WritingLocks
                      where l.ItemId == itemId && l.PersonId != person
                      join holder in db.Users on l.PersonId equals holder.Id
                      select new Holder(holder.Name, l.Since)).AsNoTracking().SingleOrDefaultAsync(ct);
    }

    /// <summary>Holds the item for this person, whoever held it; they are told at their next beat.</summary>
    /// <returns>False when the site has no such item.</returns>
    public async Task<bool> TakeOverAsync(long itemId, Guid person, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using (var db = databases.OpenFor(tenant))
        {
            if (!await db.Items.AnyAsync(i => i.Id == itemId, ct))
            {
                return false;
            }

            await db.WritingLocks.Where(l => l.ItemId == itemId && l.PersonId != person)
                .ExecuteUpdateAsync(set => set.SetProperty(l => l.PersonId, person).SetProperty(l => l.Since, now).SetProperty(l => l.SeenAt, now), ct);
        }

        await HoldAsync(itemId, person, ct);
        return true;
    }

    /// <summary>Whoever leaves the form holds the item no longer; what somebody else has taken over stays theirs.</summary>
    public async Task LetGoAsync(long itemId, Guid person, CancellationToken ct)
    {
        await using var db = databases.OpenFor(tenant);
        await db.WritingLocks.Where(l => l.ItemId == itemId && l.PersonId == person).ExecuteDeleteAsync(ct);
    }
}

/// <param name="Name">Name of who holds an item.</param>
public sealed record Holder(string Name, DateTimeOffset Since);
