using System.Text;
using GovPortal.Core.Modules;
using GovPortal.Core.Tenancy;
using GovPortal.Web.Assets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace GovPortal.Content.Site;

/// <summary>Sends a site's colours, kept for ever where they were asked for by their print.</summary>
internal static class SiteColours
{
    public static void MapSiteColours(this IEndpointRouteBuilder routes) =>
        routes.MapGet(ColourSheet.Path, (HttpContext http, Tenant tenant) =>
        {
            var print = ColourSheet.PrintOf(tenant.Settings);
            // A print that is not of these colours may become so: they change by one form at the desk.
            http.Response.Headers.CacheControl = http.Request.QueryString.Value == $"?v={print}" ? AssetFiles.Forever : AssetFiles.AskAgain;
            return Results.Bytes(Encoding.UTF8.GetBytes(ColourSheet.TextOf(tenant.Settings)), "text/css; charset=utf-8", entityTag: new EntityTagHeaderValue($"\"{print}\""));
        }).OfModule(ContentModule.Named).ExcludeFromDescription();
}
