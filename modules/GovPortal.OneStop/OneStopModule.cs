using GovPortal.Core.Modules;
using GovPortal.Core.Security;
using GovPortal.Core.Tenancy;
using GovPortal.Core.WorkingTime;
using GovPortal.OneStop.Demo;
using GovPortal.OneStop.Legs;
using GovPortal.OneStop.Site;
using GovPortal.Publishing.Recipes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GovPortal.OneStop;

/// <summary>The desk of a site, as one makes it for another site than the visited one.</summary>
public delegate DossierDesk DossierDeskOf(Tenant tenant, TimeProvider clock);

/// <inheritdoc cref="DossierDeskOf"/>
public delegate OneStopServices OneStopServicesOf(Tenant tenant);

/// <summary>The one-stop desk: dossiers taken in, worked on, handed back, followed by citizens and counted.</summary>
public sealed class OneStopModule : IModule
{
    public const string Named = "OneStop";

    public string Name => Named;

    public IReadOnlyList<DeskMenuLine> DeskMenu =>
    [
        new(DeskMenuGroup.Citizens, 10, "onestop", "/quan-tri/mot-cua", "onestop.work", "checklist", Permission.ReadDossiers),
    ];

    public IReadOnlyList<MenuPage> MenuPages => [new("/tra-cuu", "onestop.track"), new("/mot-cua", "onestop.figures")];

    public void AddTo(IServiceCollection services)
    {
        services.AddSingleton<IPromises, DossierPromises>();
        services.AddSingleton<DossierSeals>().AddSingleton<DossierLetters>().AddSingleton<DossierTracking>().AddSingleton<OneStopFigures>();
        services.AddScoped<LegDesk>().AddScoped<DossierDesk>().AddScoped<DossierRegister>().AddScoped<OneStopServices>();
        services.AddSingleton<DossierDeskOf>(s => (tenant, clock) => ActivatorUtilities.CreateInstance<DossierDesk>(s, tenant, clock));
        services.AddSingleton<OneStopServicesOf>(s => tenant => ActivatorUtilities.CreateInstance<OneStopServices>(s, tenant));
        services.AddSingleton<LegCourier>(s => ActivatorUtilities.CreateInstance<LegCourier>(s, (Func<Tenant, DossierDesk>)(site => s.GetRequiredService<DossierDeskOf>()(site, s.GetRequiredService<TimeProvider>()))));
        services.AddHostedService(s => s.GetRequiredService<LegCourier>());
        services.AddSingleton<IRecipeStep, DossiersStep>();
    }

    public void Describe(ModelBuilder builder)
    {
        OneStopTables.Describe(builder);
        LegTables.Describe(builder);
    }

    public void MapTo(IEndpointRouteBuilder routes) => routes.MapFigures();
}
