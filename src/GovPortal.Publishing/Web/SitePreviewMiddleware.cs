using GovPortal.Core.Localization;
using GovPortal.Core.Tenancy;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace GovPortal.Publishing.Web;

/// <summary>A site as it would be with settings nobody has saved yet. A page of the desk sets it as a feature of its request, and answers nothing itself.</summary>
/// <param name="Path">The page to show, below the site's root.</param>
public sealed record SitePreview(TenantSettings Settings, string Path)
{
    /// <summary>The theme it would wear; null leaves the one it wears.</summary>
    public string? Theme { get; init; }
}

/// <summary>
/// Answers a page of the desk that asks for a preview with a page of the site itself, rendered with the unsaved settings. They live as long
/// as this one request: nothing is saved or kept, and only a page of the same site may show the answer in a frame.
/// </summary>
public sealed class SitePreviewMiddleware(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext http)
    {
        await next(http);
        if (http.Features.Get<SitePreview>() is not { } preview || http.Response.HasStarted)
        {
            return;
        }

        var site = http.Features.GetRequiredFeature<VisitedSite>();
        var previewed = site with { Tenant = site.Tenant with { Settings = preview.Settings, Theme = preview.Theme ?? site.Tenant.Theme } };
        http.Features.Set(previewed.Tenant);
        http.Features.Set(previewed);
        var headers = http.Response.Headers;
        headers.CacheControl = "no-store";
        headers["X-Robots-Tag"] = "noindex";
        headers.ContentSecurityPolicy = headers.ContentSecurityPolicy.ToString().Replace("frame-ancestors 'none'", "frame-ancestors 'self'", StringComparison.Ordinal);
        await RenderAsync(http, preview.Path);
    }

    // What the first walk through the house has made knows the settings as they are saved.
    private async Task RenderAsync(HttpContext http, string path)
    {
        await using var scope = http.RequestServices.CreateAsyncScope();
        var services = http.RequestServices;
        http.RequestServices = scope.ServiceProvider;
        http.SetEndpoint(null);
        http.Request.RouteValues = new RouteValueDictionary();
        (http.Request.Method, http.Request.Path, http.Request.QueryString) = (HttpMethods.Get, path, default);
        try
        {
            await next(http);
        }
        finally
        {
            http.RequestServices = services;
        }
    }
}

/// <summary>On a page of the desk that shows a preview: its answer may hold frames of the same site.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ShowsPreviewAttribute : ResultFilterAttribute
{
    public override void OnResultExecuting(ResultExecutingContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var headers = context.HttpContext.Response.Headers;
        headers.ContentSecurityPolicy = headers.ContentSecurityPolicy.ToString().Replace("frame-src ", "frame-src 'self' ", StringComparison.Ordinal);
    }
}
