using GovPortal.Core.Tenancy;
using GovPortal.Publishing.Content;
using GovPortal.Storage;
using GovPortal.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace GovPortal.Publishing.Moves;

/// <summary>An item that is to go over.</summary>
/// <param name="NewSlug">Its address on the other site.</param>
/// <param name="KeepsKey">False where the other site has an item that an importer knows by the same key.</param>
internal sealed record PlannedItem(long Id, string Type, string Slug, string? SourceKey, bool IsLive, string NewSlug, bool KeepsKey)
{
    public bool IsPlain => NewSlug == Slug && KeepsKey;
}

/// <summary>An item that stays, since the other site has one of the same code.</summary>
internal sealed record KnownItem(string Type, string Slug, string OtherSlug);

/// <summary>What goes from a site to another: everything but its standing pages, and what the other one has already.</summary>
internal sealed record MergePlan(Tenant From, IReadOnlyList<PlannedItem> Items, IReadOnlyList<KnownItem> Known, int Pages)
{
    /// <summary>Pages tell of the agency itself; they stay where it was.</summary>
    public const string PageType = "page";

    /// <param name="room">What the other site has; gets what is planned to go there.</param>
    public static async Task<MergePlan> MakeAsync(WholeDatabase whole, Tenant from, TakingSite room, CancellationToken ct)
    {
        whole.Context.Enter(DataScope.Site, from.Id);
        var rows = await whole.Context.Items.AsNoTracking().OrderBy(item => item.Id).Select(item => new { item.Id, item.Type, item.Slug, item.Code, item.SourceKey, item.State, item.LiveVersion }).ToListAsync(ct);
        var (items, known) = (new List<PlannedItem>(), new List<KnownItem>());
        foreach (var row in rows.Where(row => row.Type != PageType))
        {
            if (row.Code is { } code && room.SlugOfCode(row.Type, code) is { } other)
            {
                known.Add(new KnownItem(row.Type, row.Slug, other));
                continue;
            }

            var slug = room.Take(row.Type, row.Slug, row.Code);
            items.Add(new PlannedItem(row.Id, row.Type, row.Slug, row.SourceKey, row.LiveVersion is not null && row.State == ContentState.Published, slug, row.SourceKey is null || room.TakeKey(row.Type, row.SourceKey)));
        }

        return new MergePlan(from, items, known, rows.Count - items.Count - known.Count);
    }
}

/// <summary>Addresses, codes and keys that a site has given out.</summary>
internal sealed class TakingSite
{
    private readonly HashSet<(string Type, string Slug)> slugs;
    private readonly HashSet<(string Type, string Key)> keys;
    private readonly Dictionary<(string Type, string Code), string> codes;

    private TakingSite(HashSet<(string, string)> slugs, HashSet<(string, string)> keys, Dictionary<(string, string), string> codes) => (this.slugs, this.keys, this.codes) = (slugs, keys, codes);

    public static async Task<TakingSite> ReadAsync(WholeDatabase whole, Tenant site, CancellationToken ct)
    {
        whole.Context.Enter(DataScope.Site, site.Id);
        var items = await whole.Context.Items.AsNoTracking().Select(item => new { item.Type, item.Slug, item.Code, item.SourceKey, IsLive = item.State == ContentState.Published }).ToListAsync(ct);
        var former = await whole.Context.Addresses.AsNoTracking().Select(address => new { address.Type, address.Slug }).ToListAsync(ct);
        return new TakingSite(
            [.. items.Select(item => (item.Type, item.Slug)), .. former.Select(address => (address.Type, address.Slug))],
            [.. items.Where(item => item.SourceKey is not null).Select(item => (item.Type, item.SourceKey!))],
            items.Where(item => item.Code is not null && item.IsLive).DistinctBy(item => (item.Type, item.Code)).ToDictionary(item => (item.Type, item.Code!), item => item.Slug));
    }

    public string? SlugOfCode(string type, string code) => codes.GetValueOrDefault((type, code));

    /// <summary>The wished address, or the next free one like it; taken from now on.</summary>
    public string Take(string type, string wish, string? code)
    {
        var slug = Addresses.FirstFree(wish, one => slugs.Contains((type, one)));
        slugs.Add((type, slug));
        if (code is not null)
        {
            codes.TryAdd((type, code), slug);
        }

        return slug;
    }

    /// <returns>False where the key is taken.</returns>
    public bool TakeKey(string type, string key) => keys.Add((type, key));
}
