using GovPortal.Core.Modules;
using GovPortal.Core.Tenancy;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace GovPortal.Content.Site;

/// <summary>The site's colours as a style sheet of its own: a strict Content-Security-Policy allows none inside the page.</summary>
internal static class SiteColours
{
    public static void MapSiteColours(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/theme.css", (HttpContext http, Tenant tenant) =>
        {
            // The address carries the colours, so the answer never changes.
            http.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
            return Results.Text($":root{{--gp-primary:{tenant.Settings.PrimaryColour};--gp-accent:{tenant.Settings.AccentColour}}}", "text/css");
        }).OfModule(ContentModule.Named).ExcludeFromDescription();
}
