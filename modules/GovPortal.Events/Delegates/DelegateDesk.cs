using GovPortal.Core.Tenancy;
using GovPortal.Storage;
using GovPortal.Storage.People;
using Microsoft.EntityFrameworkCore;

namespace GovPortal.Events.Delegates;

/// <summary>Those who registered for an event, for the desk: the list, who came, who is taken off. Every look at all of them is written down.</summary>
public sealed class DelegateDesk(Tenant tenant, PortalDbFactory databases, DelegateSeals seals, AuditTrail audit, TenantClock clock)
{
    /// <param name="size">Null for all.</param>
    public async Task<(int Total, int Came, IReadOnlyList<ListedDelegate> Lines)> ListAsync(long itemId, int page, int? size, CancellationToken ct)
    {
        await using var db = databases.OpenFor(tenant);
        var all = db.EventDelegates.AsNoTracking().Where(d => d.ItemId == itemId);
        var (total, came) = (await all.CountAsync(ct), await all.CountAsync(d => d.CheckedInAt != null, ct));
        var rows = await all.OrderBy(d => d.Number).Skip((page - 1) * (size ?? 0)).Take(size ?? int.MaxValue).ToListAsync(ct);
        return (total, came, [.. rows.Select(row => new ListedDelegate(row.Id, row.Number, row.Code, seals.Open(row.SealedData), row.RegisteredAt, row.CheckedInAt))]);
    }

    /// <summary>Notes that somebody came; null where no delegate of the event has the code.</summary>
    public async Task<CheckedIn?> CheckInAsync(long itemId, string? typed, Guid? by, CancellationToken ct)
    {
        var code = DelegateSeals.Bare(typed);
        await using var db = databases.OpenFor(tenant);
        if (await db.EventDelegates.SingleOrDefaultAsync(d => d.ItemId == itemId && d.Code == code, ct) is not { } found)
        {
            return null;
        }

        var before = found.CheckedInAt;
        if (before is null)
        {
            (found.CheckedInAt, found.CheckedInById) = (clock.Now, by);
            await db.SaveChangesAsync(ct);
        }

        return new CheckedIn(seals.Open(found.SealedData), found.Number, before);
    }

    /// <summary>Takes somebody off the list, and what they said of themselves with them.</summary>
    /// <returns>False where the event has no such delegate.</returns>
    public async Task<bool> RemoveAsync(long itemId, long id, string title, Guid? by, CancellationToken ct)
    {
        await using var db = databases.OpenFor(tenant);
        var removed = await db.EventDelegates.Where(d => d.ItemId == itemId && d.Id == id).ExecuteDeleteAsync(ct);
        if (removed > 0)
        {
            await audit.WriteAsync(tenant, "event.delegate-remove", title, by, ct);
        }

        return removed > 0;
    }

    /// <summary>Writes down that somebody took the whole list away.</summary>
    public Task NoteExportAsync(string title, Guid? by, CancellationToken ct) => audit.WriteAsync(tenant, "event.delegates-export", title, by, ct);
}

/// <summary>A line of the list.</summary>
public sealed record ListedDelegate(long Id, int Number, string Code, DelegateData Data, DateTimeOffset RegisteredAt, DateTimeOffset? CheckedInAt);

/// <summary>Who came.</summary>
/// <param name="Before">When they had been noted already; null where they are new.</param>
public sealed record CheckedIn(DelegateData Data, int Number, DateTimeOffset? Before);
