using System.Globalization;
using GovPortal.Core.Localization;
using GovPortal.Publishing.Content;
using Microsoft.AspNetCore.Http;

namespace GovPortal.Publishing.Web;

/// <summary>
/// Lets a browser that was shown a preview load the files of that version, which are not public yet. It holds the link's own token, goes to
/// the addresses of files alone, and ends with the link.
/// </summary>
public static class PreviewCookie
{
    private const string Prefix = "gp-preview-";

    // A browser holds this many at most, whatever it was shown.
    private const int Most = 8;

    public static IEnumerable<string> TokensOf(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.Cookies.Where(cookie => cookie.Key.StartsWith(Prefix, StringComparison.Ordinal)).Select(cookie => cookie.Value).Take(Most);
    }

    internal static void Give(HttpContext http, VisitedSite site, Preview preview, string token) =>
        http.Response.Cookies.Append(string.Create(CultureInfo.InvariantCulture, $"{Prefix}{preview.ItemId % Most}"), token, new CookieOptions
        {
            Path = site.Root + "/tep",
            Expires = preview.Until,
            HttpOnly = true,
            Secure = http.Request.IsHttps,
            SameSite = SameSiteMode.Lax,
        });
}
