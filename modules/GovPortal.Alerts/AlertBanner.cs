using GovPortal.Core.Localization;
using GovPortal.Publishing.Web;

namespace GovPortal.Alerts;

/// <summary>Puts the alerts in force above every page of a site.</summary>
public sealed class AlertBanner(RunningAlerts alerts, VisitedSite site) : IPageBanner
{
    public string Partial => "Alerts/Site/_Above";

    public async Task<object?> LoadAsync(CancellationToken ct) => await alerts.OnAsync(site.Tenant, ct) is { Count: > 0 } running ? running : null;
}
