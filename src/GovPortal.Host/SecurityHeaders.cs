using GovPortal.Editing.Cleaning;
using GovPortal.Web.Pages;

namespace GovPortal.Host;

/// <summary>What browsers are told about every answer: nothing runs or loads but what the site itself serves, and the players of videos a reader asks for.</summary>
internal sealed class SecurityHeaders(RequestDelegate next)
{
    private static readonly string policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
        + "manifest-src 'self'; media-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'self'; "
        + "frame-src " + string.Join(' ', VideoHosts.Players);

    public Task InvokeAsync(HttpContext http)
    {
        // Asked now: what follows changes the path. A page of errors begins with no headers, so what is missing is set again at the end.
        var referrer = SecretAddresses.IsOne(http.Request) ? "no-referrer" : "strict-origin-when-cross-origin";
        Set(http, referrer);
        http.Response.OnStarting(() =>
        {
            if (!http.Response.Headers.ContainsKey("Referrer-Policy"))
            {
                Set(http, referrer);
            }

            return Task.CompletedTask;
        });
        return next(http);
    }

    private static void Set(HttpContext http, string referrer)
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = referrer;
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        if (http.Request.IsHttps)
        {
            headers.StrictTransportSecurity = "max-age=31536000";
        }
    }
}
