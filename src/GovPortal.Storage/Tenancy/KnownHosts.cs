using System.Net;
using Microsoft.AspNetCore.Http;

namespace GovPortal.Storage.Tenancy;

/// <summary>
/// The host names that the installation itself knows: those of its sites, the configured public address, and this machine. Whoever sends a
/// request chooses its <c>Host</c>, so a link in a letter, and a whole address on a page, begins with one of these and no other.
/// </summary>
public sealed class KnownHosts(TenantDirectory directory, PublicAddress address)
{
    /// <summary>The address a request came to, as the installation spells it: <c>https://example.gov.vn</c>; null when the name is not known.</summary>
    public string? AddressOf(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!request.Host.HasValue || NameOf(request.Host.Host) is not { } name)
        {
            return null;
        }

        if (address.Value is { } portal && name.Equals(portal.Host, StringComparison.OrdinalIgnoreCase))
        {
            return portal.GetLeftPart(UriPartial.Authority);
        }

        // The port stands in the same header as the name: it is believed when something is known to listen there.
        var port = request.Host.Port is { } given && (given == request.HttpContext.Connection.LocalPort || given == address.Value?.Port) ? given : (int?)null;
        return $"{request.Scheme}://{(port is { } p ? new HostString(name, p) : new HostString(name)).ToUriComponent()}";
    }

    /// <summary>Whether links may begin with an address kept from earlier.</summary>
    public bool Knows(string address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) && NameOf(uri.Host) is not null;

    /// <summary>Whether a host, without its port, is one of them.</summary>
    public bool IsKnown(string host) => NameOf(host) is not null;

    private string? NameOf(string host) =>
        directory.FindByHost(host) is { IsEnabled: true, Host: { } own } ? own
        : address.Value is { } portal && host.Equals(portal.Host, StringComparison.OrdinalIgnoreCase) ? portal.Host
        : host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || IPAddress.TryParse(host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip) ? host
        : null;
}

/// <summary>Where readers reach the portal, as the setting <c>GovPortal:PublicAddress</c> says; null where it is not set.</summary>
public sealed record PublicAddress(Uri? Value);
