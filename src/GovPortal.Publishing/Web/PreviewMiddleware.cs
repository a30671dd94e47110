using GovPortal.Core.Localization;
using GovPortal.Core.Tenancy;
using GovPortal.Publishing.Content;
using GovPortal.Publishing.Desk;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace GovPortal.Publishing.Web;

/// <summary>
/// Leads a preview link to the item's own page, which then shows the version of the link. Nobody keeps what is sent: neither the page cache,
/// nor a proxy, nor a search engine.
/// </summary>
public sealed class PreviewMiddleware(RequestDelegate next, PreviewLinks links)
{
    public async Task InvokeAsync(HttpContext http)
    {
        var isRead = HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method);
        if (!isRead || !http.Request.Path.StartsWithSegments(PreviewLinks.Path, out var token) || http.Features.Get<Tenant>() is not { } tenant)
        {
            await next(http);
            return;
        }

        var headers = http.Response.Headers;
        headers.CacheControl = "no-store";
        headers["X-Robots-Tag"] = "noindex";
        var link = token.Value?.TrimStart('/') ?? "";
        if (links.Read(tenant, link) is not { } preview)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        if (links.HasEnded(preview) || await http.RequestServices.GetRequiredService<DeskContent>().PathOfPreviewAsync(preview, http.RequestAborted) is not { } path)
        {
            http.Response.StatusCode = StatusCodes.Status410Gone;
            return;
        }

        // Who approves looks at it in a frame of the desk.
        headers.ContentSecurityPolicy = headers.ContentSecurityPolicy.ToString().Replace("frame-ancestors 'none'", "frame-ancestors 'self'", StringComparison.Ordinal);

        PreviewCookie.Give(http, http.Features.GetRequiredFeature<VisitedSite>(), preview, link);
        http.Features.Set(preview);
        (http.Request.Path, http.Request.QueryString) = (path, default);
        await next(http);
    }
}
