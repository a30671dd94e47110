using GovPortal.Web.Caching;
using GovPortal.Web.Pages;
using GovPortal.Web.Themes;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace GovPortal.Web.Assets;

/// <summary>Sends the files of themes: compressed, and to be kept for ever where they were asked for by their print.</summary>
public sealed class AssetFiles(RequestDelegate next, AssetAddresses assets, ThemeList themes)
{
    /// <summary>What is said of an address whose answer never changes.</summary>
    public const string Forever = "public, max-age=31536000, immutable";

    /// <summary>What is said of any other: it may be kept, and is asked about again.</summary>
    public const string AskAgain = "no-cache";

    // Browsers, and whatever shows links, ask for it without having read a page.
    private const string WellKnownIcon = "/favicon.ico";

    private readonly string iconOfTheme = $"/_content/GovPortal.Theme.{themes.Default.Name}/favicon.ico";

    public Task InvokeAsync(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        var request = http.Request;
        if (assets.Find(request.Path == WellKnownIcon ? iconOfTheme : request.Path.Value ?? "") is not { } asset)
        {
            return next(http);
        }

        if (ReadOnlyAddress.Refuses(http))
        {
            return Task.CompletedTask;
        }

        var headers = http.Response.Headers;
        // Any other print may become the right one: while an installation is renewed, an old node is asked for new files,
        // and a shared cache must not keep its answer.
        headers.CacheControl = request.QueryString.Value == $"?v={asset.Print}" ? Forever : AskAgain;
        var form = asset.Plain;
        if (asset.IsCompressible)
        {
            headers.Vary = HeaderNames.AcceptEncoding;
            form = AcceptedEncoding.Of(request) switch { PageEncoding.Brotli => asset.Brotli, PageEncoding.Gzip => asset.Gzip, _ => asset.Plain };
            headers.ContentEncoding = form.Encoding;
        }

        return Results.Bytes(form.Bytes, asset.MediaType, entityTag: new EntityTagHeaderValue($"\"{form.Tag}\"")).ExecuteAsync(http);
    }
}
