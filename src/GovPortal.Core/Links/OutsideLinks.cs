using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using GovPortal.Core.Content;
using GovPortal.Core.Storage;
using GovPortal.Core.Tenancy;
using GovPortal.Core.Writing;
using Microsoft.EntityFrameworkCore;

namespace GovPortal.Core.Links;

/// <summary>Where a site's live items lead outside, and which of those addresses no longer answer.</summary>
public sealed partial class OutsideLinks(Tenant tenant, PortalDbFactory databases, OwnLinks own, TimeProvider clock)
{
    public const int PageSize = 50;

    private const int MostInOneItem = 200;

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

    /// <summary>Notes where items lead that are about to go public, in place of what was noted of them before. Writers wait for each other, so no address is added twice.</summary>
    /// <param name="bodies">Number of each item with its live text as JSON.</param>
    internal static async Task NoteAsync(PortalDb db, int tenantId, IReadOnlyCollection<(long Item, string Body)> bodies, DateTimeOffset now, CancellationToken ct)
    {
        var items = bodies.Select(b => b.Item).ToArray();
        await db.OutsideLinks.Where(l => items.Contains(l.ItemId)).ExecuteDeleteAsync(ct);
        var links = bodies.SelectMany(b => AddressesIn(b.Body).Concat(OwnIn(b.Body)).Select(address => new OutsideLink { TenantId = tenantId, ItemId = b.Item, Address = address })).ToArray();
        if (links.Length == 0)
        {
            return;
        }

        // Nobody has to ask what this portal answers itself.
        var addresses = links.Select(l => l.Address).Where(address => !address.StartsWith('/')).Distinct().ToArray();
        var known = await db.OutsideAddresses.Where(a => addresses.Contains(a.Address)).Select(a => a.Address).ToListAsync(ct);
        db.OutsideLinks.AddRange(links);
        db.OutsideAddresses.AddRange(addresses.Except(known).Select(address => new OutsideAddress { Address = address, NextCheckAt = now }));
    }

    /// <summary>Addresses of this portal that the links of a text lead to.</summary>
    internal static IReadOnlyCollection<string> OwnIn(string body)
    {
        if (!body.Contains("href=", StringComparison.OrdinalIgnoreCase))
        {
            return [];
        }

        using var json = JsonDocument.Parse(body);
        return [.. StringsIn(json.RootElement).SelectMany(text => Own().Matches(text).Select(match => WebUtility.HtmlDecode(match.Groups["path"].Value)))
            .Where(path => path.Length <= OutsideLink.LongestAddress).Distinct().Take(MostInOneItem)];
    }

    /// <summary>Addresses on the web that a text names, in the words of a link or by themselves.</summary>
    internal static IReadOnlyCollection<string> AddressesIn(string body)
    {
        if (!body.Contains("http", StringComparison.Ordinal))
        {
            return [];
        }

        using var json = JsonDocument.Parse(body);
        var found = new HashSet<string>();
        foreach (var text in StringsIn(json.RootElement))
        {
            foreach (Match match in Web().Matches(text))
            {
                var address = WebUtility.HtmlDecode(match.Value).TrimEnd('.', ',', ';', ')');
                if (found.Count < MostInOneItem && Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.GetLeftPart(UriPartial.Query) is { Length: <= OutsideLink.LongestAddress } whole)
                {
                    found.Add(whole);
                }
            }
        }

        return found;
    }

    private static IEnumerable<string> StringsIn(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => [json.GetString()!],
        JsonValueKind.Object => json.EnumerateObject().SelectMany(property => StringsIn(property.Value)),
        JsonValueKind.Array => json.EnumerateArray().SelectMany(StringsIn),
        _ => [],
    };

    private static IQueryable<BrokenLink> Broken(PortalDb db) =>
        from link in db.OutsideLinks
        join address in db.OutsideAddresses on link.Address equals address.Address
        join item in db.Items on link.ItemId equals item.Id
        where item.State == ContentState.Published && (address.Status == OutsideAddress.NotFound || address.Status == OutsideAddress.Gone || address.Failures >= OutsideAddress.Patience)
        select new BrokenLink { ItemId = item.Id, Title = item.Title, Address = address.Address, Status = address.Status!.Value, FailingSince = address.FailingSince, CheckedAt = address.CheckedAt };

    [GeneratedRegex("""href="(?<path>/(?!/)[^"#?]*)""")]
    private static partial Regex Own();

    [GeneratedRegex("""https?://[^\s"'<>]+""")]
    private static partial Regex Web();
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
