using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using GovPortal.Core.Tenancy;
using GovPortal.Editing.Forms;
using GovPortal.Storage;
using Microsoft.EntityFrameworkCore;

namespace GovPortal.Content.Links;

/// <summary>Tells which hosts a text leads to that no live item of the site has led to before.</summary>
public sealed partial class NewHosts(Tenant tenant, PortalDbFactory databases, OwnAddresses own)
{
    /// <summary>The hosts in the stored body of an item, without this portal's own; in small letters, in order.</summary>
    /// <param name="body">JSON of the body.</param>
    public async Task<IReadOnlyCollection<string>> AmongAsync(string body, CancellationToken ct)
    {
        var asked = AddressesIn(body).Where(address => own.Find(address) is null).Select(HostOf).OfType<string>().ToHashSet(StringComparer.Ordinal);
        if (asked.Count == 0)
        {
            return [];
        }

        await using var db = databases.OpenFor(tenant);
        await foreach (var address in db.OutsideLinks.Where(link => !EF.Functions.Like(link.Address, "/%")).Select(link => link.Address).AsAsyncEnumerable().WithCancellation(ct))
        {
            asked.Remove(HostOf(address) ?? "");
        }

        return [.. asked.Order(StringComparer.Ordinal)];
    }

    /// <summary>Host of an address on the web, in small letters as servers are asked for it; null for addresses within the portal and others.</summary>
    public static string? HostOf(string address)
    {
        ArgumentNullException.ThrowIfNull(address);
        var whole = address.Trim() is var given && given.StartsWith("//", StringComparison.Ordinal) ? "https:" + given : given;
        return Uri.TryCreate(whole, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps) ? uri.IdnHost.ToLowerInvariant() : null;
    }

    private static IEnumerable<string> AddressesIn(string body)
    {
        using var json = JsonDocument.Parse(body);
        return [.. LinkNotes.StringsIn(json.RootElement).SelectMany(text => Web().Matches(text).Select(match => WebUtility.HtmlDecode(match.Value)))];
    }

    [GeneratedRegex("""(?:https?:|(?<=["']))//[^\s"'<>]+""", RegexOptions.IgnoreCase)]
    private static partial Regex Web();
}
