using System.Net;
using GovPortal.Storage.Tenancy;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace GovPortal.Web.Pages;

/// <summary>
/// Scheme and host that whole addresses on pages begin with. Whoever sends a request chooses its <c>Host</c>: where the installation knows its
/// public address, a name that is neither that nor a site's own is not repeated.
/// </summary>
public sealed class PublicOrigin(IConfiguration settings, TenantDirectory directory)
{
    public const string Setting = "GovPortal:PublicAddress";

    private readonly Uri? known = Uri.TryCreate(settings[Setting], UriKind.Absolute, out var address) ? address : null;

    /// <summary>For example <c>https://example.gov.vn</c>, without a slash at its end.</summary>
    public string Of(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return known is null || IsOurs(request.Host.Host) ? $"{request.Scheme}://{request.Host.ToUriComponent()}" : known.GetLeftPart(UriPartial.Authority);
    }

    private bool IsOurs(string host) =>
        host.Equals(known!.Host, StringComparison.OrdinalIgnoreCase) || directory.FindByHost(host) is not null
        || host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || IPAddress.TryParse(host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip);
}
