using System.Net;
using GovPortal.Storage.Tenancy;
using Microsoft.AspNetCore.Http;

namespace GovPortal.Mail;

/// <summary>
/// The host names that the installation itself knows: those of its sites, the configured public address, and this machine. Whoever sends a
/// request chooses its <c>Host</c>, so a link that goes out in a letter begins with one of these and no other.
/// </summary>
public sealed class KnownHosts(TenantDirectory directory, MailSettings settings)
{
    /// <summary>The address a request came to, as the installation spells it: <c>https://example.gov.vn</c>; null when the name is not known.</summary>
    public string? AddressOf(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!request.Host.HasValue || NameOf(request.Host.Host) is not { } name)
        {
            return null;
        }

        if (settings.PublicAddress is { } address && name.Equals(address.Host, StringComparison.OrdinalIgnoreCase))
        {
            return address.GetLeftPart(UriPartial.Authority);
        }

        // The port stands in the same header as the name: it is believed when something is known to listen there.
        var port = request.Host.Port is { } given && (given == request.HttpContext.Connection.LocalPort || given == settings.PublicAddress?.Port) ? given : (int?)null;
        return $"{request.Scheme}://{(port is { } p ? new HostString(name, p) : new HostString(name)).ToUriComponent()}";
    }

    /// <summary>Whether links may begin with an address kept from earlier.</summary>
    public bool Knows(string address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) && NameOf(uri.Host) is not null;

    private string? NameOf(string host) =>
        directory.FindByHost(host) is { IsEnabled: true, Host: { } own } ? own
        : settings.PublicAddress is { } address && host.Equals(address.Host, StringComparison.OrdinalIgnoreCase) ? address.Host
        : host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || IPAddress.TryParse(host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip) ? host
        : null;
}
