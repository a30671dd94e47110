using GovPortal.Core.Tenancy;
using GovPortal.Editing.Forms;
using GovPortal.Publishing.Content;
using GovPortal.Storage;
using Microsoft.EntityFrameworkCore;

namespace GovPortal.Content.Links;

/// <summary>Where a site's live items lead outside, and which of those addresses no longer answer.</summary>
public sealed class OutsideLinks(Tenant tenant, PortalDbFactory databases, OwnLinks own, TimeProvider clock)
{
    public const int PageSize = 50;

    // Looked at for one report; what leads nowhere is mended, and then the next ones come.
    private const int MostOwn = 5_000;

    /// <summary>Broken addresses with the items that lead there, those broken longest first.</summary>
    public async Task<(int Total, IReadOnlyList<BrokenLink> Links)> ListBrokenAsync(int page, CancellationToken ct)
    {
        await using var db = databases.OpenFor(tenant);
        var broken = Broken(db);
        var found = await broken.OrderBy(b => b.FailingSince).ThenBy(b => b.Address).ThenBy(b => b.ItemId).Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(ct);
        return (await broken.CountAsync(ct), found);
    }

    /// <summary>Addresses of this portal that lead nowhere now, with the live items that lead there.</summary>
    public async Task<IReadOnlyList<BrokenLink>> ListBrokenOwnAsync(CancellationToken ct)
    {
        await using var db = databases.OpenFor(tenant);
        var links = await (from link in db.OutsideLinks
                           where EF.Functions.Like(link.Address, "/%")
                           join item in db.Items on link.ItemId equals item.Id
                           where item.State == ContentState.Published
                           orderby item.UpdatedAt descending, item.Id, link.Address
                           select new BrokenLink { ItemId = item.Id, Title = item.Title, Address = link.Address }).Take(MostOwn).ToListAsync(ct);
        var dead = await own.DeadAmongAsync([.. links.Select(link => link.Address)], ct);
        return [.. links.Where(link => dead.Contains(link.Address))];
    }

    public async Task<int> CountBrokenAsync(CancellationToken ct)
    {
        await using var db = databases.OpenFor(tenant);
        return await Broken(db).CountAsync(ct);
    }

    /// <summary>Has every broken address of the site asked again soon.</summary>
    public async Task CheckAgainAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using var db = databases.OpenFor(tenant);
        var addresses = await Broken(db).Select(b => b.Address).Distinct().ToListAsync(ct);
        await db.OutsideAddresses.Where(a => addresses.Contains(a.Address)).ExecuteUpdateAsync(set => set.SetProperty(a => a.NextCheckAt, now), ct);
    }

    private static IQueryable<BrokenLink> Broken(PortalDb db) =>
        from link in db.OutsideLinks
        join address in db.OutsideAddresses on link.Address equals address.Address
        join item in db.Items on link.ItemId equals item.Id
        where item.State == ContentState.Published && (address.Status == OutsideAddress.NotFound || address.Status == OutsideAddress.Gone || address.Failures >= OutsideAddress.Patience)
        select new BrokenLink { ItemId = item.Id, Title = item.Title, Address = address.Address, Status = address.Status!.Value, FailingSince = address.FailingSince, CheckedAt = address.CheckedAt };
}

/// <summary>An address that answers no more, and an item that leads there.</summary>
public sealed record BrokenLink
{
    public required long ItemId { get; init; }
    public required string Title { get; init; }
    public required string Address { get; init; }

    /// <summary>What the address answered; 0 when no server did.</summary>
    public int Status { get; init; }
    public DateTimeOffset? FailingSince { get; init; }
    public DateTimeOffset? CheckedAt { get; init; }
}
