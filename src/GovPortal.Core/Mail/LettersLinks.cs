using GovPortal.Core.Tenancy;
using GovPortal.Core.Web;
using Microsoft.AspNetCore.Http;

namespace GovPortal.Core.Mail;

/// <summary>Whole addresses of a site's pages, fit to stand in a letter.</summary>
public sealed class LettersLinks(MailSettings settings, LastAddress last, Texts texts, IHttpContextAccessor http)
{
    /// <param name="path">Below the site, beginning with a slash.</param>
    /// <param name="language">Of who reads the letter.</param>
    /// <returns>The address; words that say where to find the page when nobody has ever said what the portal's address is.</returns>
    public string To(Tenant site, string path, string language)
    {
        ArgumentNullException.ThrowIfNull(site);
        var visited = http.HttpContext?.Features.Get<VisitedSite>() is { } here && here.Tenant.Id == site.Id ? here : null;
        var below = (visited ?? new VisitedSite(site, language, site.IsPortal ? "" : "/" + site.Name, IsByHost: false)).InLanguage(language, path);

        // A host name that the directory knows may be trusted; any other was chosen by whoever asks.
        if (visited is not null && (visited.IsByHost || settings.PublicAddress is null))
        {
            var request = http.HttpContext!.Request;
            return $"{request.Scheme}://{request.Host.ToUriComponent()}{below}";
        }

        return (settings.PublicAddress?.ToString() ?? last.Known) is { } address ? address.TrimEnd('/') + below
            : site.Host is { } host ? $"https://{host}{new VisitedSite(site, language, "", IsByHost: true).InLanguage(language, path)}"
            : texts.Filled(language, "mail.address-unknown", below);
    }
}
