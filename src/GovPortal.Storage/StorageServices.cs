using GovPortal.Core.Publication;
using GovPortal.Core.Security;
using GovPortal.Storage.People;
using GovPortal.Storage.Tenancy;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;

namespace GovPortal.Storage;

/// <summary>Puts the database, the directory of sites and what people may do into the container.</summary>
public static class StorageServices
{
    public static IServiceCollection AddStorage(this IServiceCollection services, DatabaseSetup database, Tables tables)
    {
        ArgumentNullException.ThrowIfNull(database);
        services.AddSingleton(database).AddSingleton(tables);
        database.AddTo(services);
        services.AddSingleton<TenantDirectory>().AddSingleton<ILogFollower>(s => s.GetRequiredService<TenantDirectory>());
        services.AddSingleton<KnownHosts>().AddSingleton<AuditTrail>().AddSingleton<RolesOnSite>().AddSingleton<IAuthorizationHandler, SitePermissionHandler>();
        return services.AddAuthorization(options =>
        {
            foreach (var permission in Permission.Roles.Keys)
            {
                options.AddPolicy(permission, policy => policy.RequireAuthenticatedUser().AddRequirements(new SitePermission(permission)));
            }
        });
    }
}
