using GovPortal.Core.Localization;
using GovPortal.Core.Tenancy;
using GovPortal.Storage.Tenancy;
using Microsoft.AspNetCore.Http;

namespace GovPortal.Mail;

/// <summary>Whole addresses of a site's pages, fit to stand in a letter: they begin with a name of <see cref="KnownHosts"/>.</summary>
public sealed class LettersLinks(MailSettings settings, KnownHosts hosts, LastAddress last, Texts texts, IHttpContextAccessor http)
{
    /// <summary>Whether letters of a site can hold whole addresses; where not, <c>GovPortal:PublicAddress</c> is to be set.</summary>
    public bool CanAddress(Tenant site) => AddressOf(site, Texts.Vietnamese, "/") is not null;

    /// <param name="path">Below the site, beginning with a slash.</param>
    /// <param name="language">Of who reads the letter.</param>
    /// <returns>The address; words that say where to find the page when no address of the portal is known.</returns>
    public string To(Tenant site, string path, string language) =>
        AddressOf(site, language, path) ?? texts.Filled(language, "mail.address-unknown", BelowPortal(site).InLanguage(language, path));

    private string? AddressOf(Tenant site, string language, string path)
    {
        ArgumentNullException.ThrowIfNull(site);
        var visited = http.HttpContext?.Features.Get<VisitedSite>() is { } here && here.Tenant.Id == site.Id ? here : null;
        var asked = visited is null ? null : hosts.AddressOf(http.HttpContext!.Request);
        if (asked is not null && (visited!.IsByHost || settings.PublicAddress is null))
        {
            return asked + visited.InLanguage(language, path);
        }

        return (settings.PublicAddress?.ToString() ?? last.Known) is { } address ? address.TrimEnd('/') + BelowPortal(site).InLanguage(language, path)
            : site.Host is { } host ? $"https://{host}{new VisitedSite(site, language, "", IsByHost: true).InLanguage(language, path)}"
            : null;
    }

    private static VisitedSite BelowPortal(Tenant site) => new(site, Texts.Vietnamese, site.IsPortal ? "" : "/" + site.Name, IsByHost: false);
}
