using GovPortal.Core.Caching;
using GovPortal.Core.Localization;
using GovPortal.Core.Modules;
using GovPortal.Core.Tenancy;
using GovPortal.Publishing.Content;
using GovPortal.Publishing.Reading;
using GovPortal.Web.Caching;
using GovPortal.Web.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace GovPortal.Alerts.Site;

/// <summary>Alerts as CAP 1.2 messages: each at its own address, and the gravest in force at one that never changes.</summary>
internal static class CapFiles
{
    public static void MapCap(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/canh-bao/cap.xml", GravestAsync).OfModule(AlertsModule.Named).WithMetadata(new KeptLikeAPage());
        routes.MapGet("/canh-bao/{slug}/cap.xml", OneAsync).OfModule(AlertsModule.Named).WithMetadata(new KeptLikeAPage());
    }

    private static async Task<IResult> GravestAsync(HttpContext http, RunningAlerts alerts, PublishedContentOf contentOf, VisitedSite site, CapTexts texts, CancellationToken ct) =>
        (await alerts.OnAsync(site.Tenant, ct)) is [var gravest, ..] && await contentOf(gravest.Owner).FindAsync<Alert>(gravest.Item.Slug, ct) is { Body: not null } found
            ? texts.Write(http, gravest.Owner, found)
            : ApiProblem.Of(http, StatusCodes.Status404NotFound, "alerts.cap.none");

    private static async Task<IResult> OneAsync(HttpContext http, string slug, PublishedContent content, VisitedSite site, CapTexts texts, CancellationToken ct)
    {
        if (await content.FindAsync<Alert>(slug, ct) is not { IsMoved: false } found)
        {
            return ApiProblem.Of(http, StatusCodes.Status404NotFound, "api.list.missing", slug);
        }

        PageDependencies.Add(PageTag.Items(site.Tenant.Id, AlertType.TypeName));
        return texts.Write(http, site.Tenant, found);
    }
}

/// <summary>Writes what was found as a CAP message in both languages.</summary>
internal sealed class CapTexts(VisitedSite site, PublicOrigin origin, Texts texts, TimeProvider clock)
{
    public IResult Write(HttpContext http, Tenant owner, FoundItem<Alert> found)
    {
        var (item, now) = (found.Item, clock.GetUtcNow());
        if (found.Body is { } alert && owner.InstantOf(alert.StartsAt) is var begins && begins > now)
        {
            PageDependencies.EndBy(begins);
        }

        var sent = (item.State == ContentState.Published ? null : item.WithdrawnAt) ?? item.CorrectedAt ?? item.PublishedAt!.Value;
        var link = site.LinkTo(owner, $"/canh-bao/{item.Slug}");
        var web = new Uri(link.StartsWith("//", StringComparison.Ordinal) ? $"{http.Request.Scheme}:{link}" : origin.Of(http.Request) + link);
        return Results.Bytes(Cap.Write(new CapMessage(owner, item, item.State == ContentState.Published ? found.Body : null, sent, web), texts.In, now), Cap.MediaType);
    }
}
