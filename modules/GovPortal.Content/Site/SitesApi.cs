using GovPortal.Core.Localization;
using GovPortal.Core.Modules;
using GovPortal.Core.Tenancy;
using GovPortal.Storage.Tenancy;
using GovPortal.Web.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace GovPortal.Content.Site;

/// <summary>The sites of the installation as JSON; on the portal only.</summary>
internal static class SitesApi
{
    public static void MapSitesApi(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/v1/sites", Results<Ok<SiteList>, ProblemHttpResult> (HttpContext http, VisitedSite site, TenantDirectory directory) =>
        {
            if (!site.Tenant.IsPortal)
            {
                return ApiProblem.Of(http, StatusCodes.Status404NotFound, "content.api.sites-on-portal");
            }

            var sites = directory.All.Where(t => t.IsEnabled)
                .Select(t => new SiteLine(t.Name, t.Title, t.TitleEn, t.Kind.ToString(), t.AgencyCode, site.LinkTo(t, "/"))).ToArray();
            return TypedResults.Ok(new SiteList(sites.Length, sites));
        }).OfModule(ContentModule.Named).WithName("List_sites").WithTags("sites");
}

internal sealed record SiteList(int Total, IReadOnlyList<SiteLine> Items);

internal sealed record SiteLine(string Name, string Title, string? TitleEn, string Kind, string? AgencyCode, string Url);
