using GovPortal.Core.Modules;
using GovPortal.Core.Security;
using GovPortal.Publishing.Recipes;
using GovPortal.Publishing.Web;
using GovPortal.Sites.Recipes;
using Microsoft.Extensions.DependencyInjection;

namespace GovPortal.Sites;

/// <summary>Provisioning and lifecycle of agencies' sites, and the lists of agencies readers see.</summary>
public sealed class SitesModule : IModule
{
    public const string Named = "Sites";

    public string Name => Named;

    public bool IsAlwaysOn => true;

    public IReadOnlyList<DeskMenuLine> DeskMenu =>
    [
        new(DeskMenuGroup.System, 0, "sites", "/quan-tri/trang", "sites.title", "globe", Permission.ManagePortal) { OnPortal = true },
        new(DeskMenuGroup.System, 40, "settings", "/quan-tri/thiet-lap", "sites.settings", "settings", Permission.ManageSite),
    ];

    public void AddTo(IServiceCollection services)
    {
        services.AddSingleton<SiteProvisioning>().AddSingleton<SiteRegister>().AddSingleton<SiteArrivals>().AddSingleton<SiteNaming>();
        services.AddSingleton<IRecipeStep, SitesStep>();
        services.AddSingleton<IRecipeStep, MergeStep>();
        services.AddSingleton<IRecipeStep, SettingsStep>();
        services.AddSingleton<IRecipeStep, MenuStep>();
        services.AddScoped<IHomeSection, AgenciesSection>();
    }
}
