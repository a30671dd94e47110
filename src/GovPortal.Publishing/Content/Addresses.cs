using GovPortal.Storage;
using Microsoft.EntityFrameworkCore;

namespace GovPortal.Publishing.Content;

/// <summary>Gives each item of a site and type an address nobody else has or had.</summary>
internal static class Addresses
{
    public static async Task<string> FreeSlugAsync(PortalDb db, string type, string wish, long itemId, CancellationToken ct)
    {
        var taken = await TakenAsync(db, type, wish, itemId, ct);
        return FirstFree(wish, taken.Contains);
    }

    /// <summary>The wish itself, else with <c>-2</c>, <c>-3</c> … behind it.</summary>
    public static string FirstFree(string wish, Func<string, bool> isTaken)
    {
        var slug = wish;
        for (var number = 2; isTaken(slug); number++)
        {
            slug = $"{wish}-{number}";
        }

        return slug;
    }

    public static async Task<HashSet<string>> TakenAsync(PortalDb db, string type, string wish, long itemId, CancellationToken ct)
    {
        var numbered = wish + "-";
        var now = await db.Items.Where(i => i.Type == type && i.Id != itemId && (i.Slug == wish || i.Slug.StartsWith(numbered))).Select(i => i.Slug).ToListAsync(ct);
        var before = await db.Addresses.Where(a => a.Type == type && a.ItemId != itemId && (a.Slug == wish || a.Slug.StartsWith(numbered))).Select(a => a.Slug).ToListAsync(ct);
        return [.. now, .. before];
    }
}
