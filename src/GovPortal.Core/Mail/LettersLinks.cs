using GovPortal.Core.Web;
using Microsoft.AspNetCore.Http;

namespace GovPortal.Core.Mail;

/// <summary>Whole addresses of the visited site's pages, fit to stand in a letter.</summary>
public sealed class LettersLinks(MailSettings settings, VisitedSite site, IHttpContextAccessor http)
{
    public string To(string path)
    {
        var request = http.HttpContext!.Request;
        var below = site.Link(path);

        // A host name that the directory knows may be trusted; any other was chosen by whoever asks.
        return site.IsByHost || settings.PublicAddress is null
            ? $"{request.Scheme}://{request.Host.ToUriComponent()}{below}"
            : settings.PublicAddress.ToString().TrimEnd('/') + below;
    }
}
