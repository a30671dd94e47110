using GovPortal.Core.Localization;
using GovPortal.Core.Modules;
using GovPortal.Publishing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace GovPortal.Alerts.Site;

/// <summary>Alerts as JSON: what a site has given, and what is in force on it now, the portal's with it.</summary>
internal static class AlertsApi
{
    public static void MapAlertsApi(this IEndpointRouteBuilder routes)
    {
        routes.MapContentApi<Alert>("alerts", AlertType.TypeName, AlertsModule.Named);
        routes.MapGet("/api/v1/alerts/in-force", InForceAsync).OfModule(AlertsModule.Named).WithName("Alerts_in_force").WithTags("alerts");
    }

    private static async Task<Ok<ApiAlerts>> InForceAsync(RunningAlerts alerts, VisitedSite site, CancellationToken ct) =>
        TypedResults.Ok(new ApiAlerts([.. (await alerts.OnAsync(site.Tenant, ct)).Select(alert => new ApiAlert(
            alert.Item.Title, alert.Line.TitleEn, site.LinkTo(alert.Owner, $"/canh-bao/{alert.Item.Slug}"), alert.Item.Summary, alert.Line.Grade.ToString().ToLowerInvariant(), alert.Line.Category, alert.Line.Area,
            alert.BeginsAt, alert.EndsAt, site.LinkTo(alert.Owner, $"/canh-bao/{alert.Item.Slug}/cap.xml"), new ApiAlertSite(alert.Owner.Name, alert.Owner.TitleIn(site.Language))))]));
}

internal sealed record ApiAlerts(IReadOnlyList<ApiAlert> Items);

/// <param name="Grade"><c>notice</c>, <c>warning</c> or <c>emergency</c>.</param>
/// <param name="Category">As CAP 1.2 spells it.</param>
/// <param name="Cap">Address of the alert as a CAP message.</param>
/// <param name="Site">Who gave it.</param>
internal sealed record ApiAlert(string Title, string? TitleEn, string Url, string? Summary, string Grade, string Category, string? Area, DateTimeOffset From, DateTimeOffset Until, string Cap, ApiAlertSite Site);

internal sealed record ApiAlertSite(string Name, string Title);
