using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using GovPortal.Publishing.Content;
using GovPortal.Storage;
using Microsoft.EntityFrameworkCore;

namespace GovPortal.Content.Links;

/// <summary>Notes where the links of live items lead.</summary>
internal sealed partial class LinkNotes : ILiveTextObserver
{
    private const int MostInOneItem = 200;

    /// <inheritdoc/>
    public async Task NoteAsync(PortalDb db, int tenantId, IReadOnlyCollection<(long Item, string Body)> bodies, DateTimeOffset now, CancellationToken ct)
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

    /// <inheritdoc/>
    public async Task TakenInAsync(PortalDb db, DateTimeOffset now, CancellationToken ct)
    {
        var unknown = await db.OutsideLinks.Where(link => !EF.Functions.Like(link.Address, "/%") && !db.Set<OutsideAddress>().Any(known => known.Address == link.Address)).Select(link => link.Address).Distinct().ToListAsync(ct);
        db.OutsideAddresses.AddRange(unknown.Select(address => new OutsideAddress { Address = address, NextCheckAt = now }));
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

    internal static IEnumerable<string> StringsIn(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => [json.GetString()!],
        JsonValueKind.Object => json.EnumerateObject().SelectMany(property => StringsIn(property.Value)),
        JsonValueKind.Array => json.EnumerateArray().SelectMany(StringsIn),
        _ => [],
    };

    [GeneratedRegex("""href="(?<path>/(?!/)[^"#?]*)""")]
    private static partial Regex Own();

    [GeneratedRegex("""https?://[^\s"'<>]+""")]
    private static partial Regex Web();
}
