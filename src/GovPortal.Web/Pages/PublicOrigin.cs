using GovPortal.Storage.Tenancy;
using Microsoft.AspNetCore.Http;

namespace GovPortal.Web.Pages;

/// <summary>
/// Scheme and host that whole addresses on pages begin with. Whoever sends a request chooses its <c>Host</c>: where the installation knows its
/// public address, a name that is none of <see cref="KnownHosts"/> is not repeated.
/// </summary>
public sealed class PublicOrigin(PublicAddress given, KnownHosts hosts)
{
    /// <summary>For example <c>https://example.gov.vn</c>, without a slash at its end.</summary>
    public string Of(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return given.Value is { } known && !hosts.IsKnown(request.Host.Host) ? known.GetLeftPart(UriPartial.Authority) : $"{request.Scheme}://{request.Host.ToUriComponent()}";
    }
}
