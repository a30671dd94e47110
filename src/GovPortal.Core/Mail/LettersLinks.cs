using GovPortal.Core.Tenancy;
using GovPortal.Core.Web;
using Microsoft.AspNetCore.Http;

namespace GovPortal.Core.Mail;

/// <summary>Whole addresses of a site's pages, fit to stand in a letter.</summary>
public sealed class LettersLinks(MailSettings settings, IHttpContextAccessor http)
{
    /// <param name="path">Below the site, beginning with a slash.</param>
    public string To(Tenant site, string path)
    {
        ArgumentNullException.ThrowIfNull(site);
        var visited = http.HttpContext?.Features.Get<VisitedSite>() is { } here && here.Tenant.Id == site.Id ? here : null;
        var below = visited?.Link(path) ?? (site.IsPortal ? path : $"/{site.Name}{path}");

        // A host name that the directory knows may be trusted; any other was chosen by whoever asks.
        if (visited is not null && (visited.IsByHost || settings.PublicAddress is null))
        {
            var request = http.HttpContext!.Request;
            return $"{request.Scheme}://{request.Host.ToUriComponent()}{below}";
        }

        return settings.PublicAddress is { } address ? address.ToString().TrimEnd('/') + below
            : site.Host is { } host ? $"https://{host}{path}"
            : below;
    }
}
