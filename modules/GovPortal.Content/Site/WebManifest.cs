using GovPortal.Core.Localization;
using GovPortal.Core.Modules;
using GovPortal.Web.Assets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace GovPortal.Content.Site;

/// <summary>Name, colour and pictures of a site for the home screen of a phone: <c>/manifest.webmanifest</c> (W3C Web Application Manifest).</summary>
internal static class WebManifest
{
    public static void MapWebManifest(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/manifest.webmanifest", (VisitedSite site, ThemeFiles files) => Results.Json(
            new Manifest(site.Title, site.Title, site.Language, site.Link("/"), site.Home, "minimal-ui", site.Tenant.Settings.PrimaryColour, "#ffffff",
            [
                new ManifestIcon(files["favicon.svg"], "any", "image/svg+xml"), new ManifestIcon(files["touch-icon.png"], "180x180", "image/png"),
            ]), new System.Text.Json.JsonSerializerOptions { PropertyNamingPolicy = System.Text.Json.JsonNamingPolicy.SnakeCaseLower }, "application/manifest+json")).OfModule(ContentModule.Named).ExcludeFromDescription();
}

internal sealed record Manifest(string Name, string ShortName, string Lang, string StartUrl, string Scope, string Display, string ThemeColor, string BackgroundColor, IReadOnlyList<ManifestIcon> Icons);

internal sealed record ManifestIcon(string Src, string Sizes, string Type);
