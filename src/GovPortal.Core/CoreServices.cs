using System.Reflection;
using GovPortal.Core.Files;
using GovPortal.Core.Localization;
using GovPortal.Core.Modules;
using GovPortal.Core.Security;
using GovPortal.Core.Tenancy;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace GovPortal.Core;

/// <summary>Puts the modules, the data folder, texts and the visited site into the container.</summary>
public static class CoreServices
{
    /// <param name="texts">The assemblies that bring texts, besides the modules.</param>
    public static IServiceCollection AddCore(this IServiceCollection services, ModuleList modules, DataFolder data, IEnumerable<Assembly> texts)
    {
        ArgumentNullException.ThrowIfNull(modules);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(modules).AddSingleton(data).AddSingleton<FileIntegrity>().AddSingleton<Suspects>();
        services.AddSingleton(new Texts([.. texts, .. modules.All.Select(module => module.GetType().Assembly)]));
        services.AddHttpContextAccessor();
        services.AddSingleton<LookupLimits>();
        services.AddScoped(Visited<Tenant>).AddScoped(Visited<VisitedSite>);
        return services.AddScoped<TenantClock>().AddScoped<Localizer>().AddScoped<Days>();
    }

    private static T Visited<T>(IServiceProvider services) where T : class =>
        services.GetRequiredService<IHttpContextAccessor>().HttpContext?.Features.Get<T>()
        ?? throw new InvalidOperationException("No tenant, no data: no site is being visited.");
}
