using GovPortal.Core.Tenancy;
using GovPortal.Publishing.Content;
using GovPortal.Storage;
using Microsoft.EntityFrameworkCore;

namespace GovPortal.Feedback;

/// <summary>What visitors said of a page.</summary>
/// <param name="Path">Below the site's root.</param>
/// <param name="Missing">What they missed, the newest first.</param>
public sealed record ReportedPage(long ItemId, string Title, string Path, int Yes, int No, IReadOnlyList<MissingThing> Missing)
{
    /// <summary>Percent that found it useful.</summary>
    public int Share => (int)Math.Round(Yes * 100m / Math.Max(1, Yes + No), MidpointRounding.AwayFromZero);
}

/// <summary>What visitors said of the pages of a site, those that helped least first.</summary>
public sealed class UsefulReport(Tenant tenant, PortalDbFactory databases, ContentTypes types)
{
    private const int MostPages = 200;
    private const int MostWords = 10;

    /// <param name="since">First day that counts.</param>
    public async Task<IReadOnlyList<ReportedPage>> ListAsync(DateOnly since, CancellationToken ct)
    {
        await using var db = databases.OpenFor(tenant);
        var counts = await (from count in db.UsefulCounts.AsNoTracking()
                            where count.Day >= since
                            group count by count.ItemId into page
                            select new { ItemId = page.Key, Yes = page.Sum(c => c.Yes), No = page.Sum(c => c.No) })
            .OrderByDescending(page => page.No).ThenByDescending(page => page.Yes).ThenBy(page => page.ItemId).Take(MostPages).ToListAsync(ct);
        var ids = counts.Select(page => page.ItemId).ToArray();
        var items = await db.Items.AsNoTracking().Where(i => ids.Contains(i.Id)).Select(i => new { i.Id, i.Type, i.Title, i.Slug }).ToDictionaryAsync(i => i.Id, ct);
        var missing = (await db.MissingThings.AsNoTracking().Where(t => ids.Contains(t.ItemId)).OrderByDescending(t => t.Id).Take(MostPages * MostWords).ToListAsync(ct)).ToLookup(t => t.ItemId);
        return [.. counts.Select(page => new ReportedPage(page.ItemId, items[page.ItemId].Title, types.PathOf(items[page.ItemId].Type, items[page.ItemId].Slug), page.Yes, page.No, [.. missing[page.ItemId].Take(MostWords)]))];
    }
}
