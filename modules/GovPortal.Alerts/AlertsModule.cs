using GovPortal.Alerts.Site;
using GovPortal.Core.Modules;
using GovPortal.Publishing.Content;
using GovPortal.Publishing.Recipes;
using GovPortal.Publishing.Web;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace GovPortal.Alerts;

/// <summary>Alerts above every page of one, some or all sites: form, list, CAP 1.2 and its Atom index, API and import.</summary>
public sealed class AlertsModule : IModule
{
    public const string Named = "Alerts";

    public string Name => Named;

    public void AddTo(IServiceCollection services)
    {
        services.AddSingleton<IContentType, AlertType>().AddSingleton<RunningAlerts>();
        services.AddScoped<IPageBanner, AlertBanner>().AddScoped<CapTexts>();
        services.AddRecords<AlertReader>();
    }

    public void MapTo(IEndpointRouteBuilder routes)
    {
        routes.MapAlertsApi();
        routes.MapCap();
        routes.MapAlertsFeed();
    }
}
