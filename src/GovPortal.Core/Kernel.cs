using GovPortal.Core.Caching;
using GovPortal.Core.Content;
using GovPortal.Core.Import;
using GovPortal.Core.Links;
using GovPortal.Core.Mail;
using GovPortal.Core.Modules;
using GovPortal.Core.Publication;
using GovPortal.Core.Recipes;
using GovPortal.Core.Security;
using GovPortal.Core.Storage;
using GovPortal.Core.Tenancy;
using GovPortal.Core.Web;
using GovPortal.Core.Writing;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace GovPortal.Core;

/// <summary>Puts the kernel and its modules into the container.</summary>
public static class Kernel
{
    public static IServiceCollection AddKernel(this IServiceCollection services, ModuleList modules, DataFolder data, DatabaseSetup database, string recipeFolder)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(modules).AddSingleton(data).AddSingleton(database).AddSingleton(TablesOf(modules));
        database.AddTo(services);
        services.AddSingleton(new Texts([typeof(Kernel).Assembly, .. modules.All.Select(m => m.GetType().Assembly)]));

        services.AddSingleton<PageCache>().AddSingleton<PageAddress>().AddSingleton<HostsInUse>().AddSingleton<CountCache>().AddSingleton<LiveQueries>();
        services.AddSingleton<ILogFollower>(s => s.GetRequiredService<PageCache>());
        services.AddSingleton<TenantDirectory>();
        services.AddSingleton<ILogFollower>(s => s.GetRequiredService<TenantDirectory>());
        services.AddSingleton<PublicationLog>().AddSingleton<LogPump>();
        services.AddSingleton<ContentTypes>().AddSingleton<PublishedAcrossSites>().AddSingleton<SafeHtml>().AddSingleton<PreviewLinks>();
        services.AddSingleton<AuditTrail>().AddSingleton<DeskLetters>().AddSingleton<ViewCounts>().AddSingleton<OutsideLinkChecker>().AddSingleton<ScheduledActionWorker>();
        services.AddSingleton<IntakeOf>(s => tenant => ActivatorUtilities.CreateInstance<Intake>(s, tenant));
        services.AddSingleton<PublishingDeskOf>(s => tenant => ActivatorUtilities.CreateInstance<PublishingDesk>(s, tenant));
        services.AddSingleton<PublishedContentOf>(s => tenant => ActivatorUtilities.CreateInstance<PublishedContent>(s, tenant));
        services.AddSingleton<SiteStructureOf>(s => tenant => ActivatorUtilities.CreateInstance<SiteStructure>(s, tenant));
        services.AddSingleton<SiteFilesOf>(s => tenant => ActivatorUtilities.CreateInstance<SiteFiles>(s, tenant));
        services.AddSingleton<FileIntegrity>().AddSingleton<FileStore>().AddSingleton<FileQueue>().AddSingleton<LinkedTexts>().AddSingleton<PictureSources>();
        services.AddSingleton<ImportRun>();
        services.AddSingleton(s => new RecipeRunner(recipeFolder, s.GetRequiredService<ModuleList>(), s.GetServices<IRecipeStep>()));

        services.AddHttpContextAccessor();
        services.AddSingleton<Icons>();
        services.AddScoped(Visited<Tenant>);
        services.AddScoped(Visited<VisitedSite>);
        services.AddScoped<Localizer>().AddScoped<Days>().AddScoped<PageMeta>().AddScoped<SiteMenu>().AddScoped<ShownText>();
        services.AddScoped<TenantClock>().AddScoped<PublishedContent>().AddScoped<DeskContent>().AddScoped<DeskBoard>().AddScoped<DeskCalendar>().AddScoped<AuditReader>().AddScoped<OutsideLinks>().AddScoped<Search.ContentFinder>().AddScoped<PublishingDesk>().AddScoped<SiteFiles>().AddScoped<SiteStructure>().AddScoped<SiteTerms>();

        services.AddScoped<Autosaves>().AddScoped<WritingLocks>().AddScoped<DraftSession>().AddScoped<EditFormServices>().AddScoped<OwnAddresses>().AddScoped<OwnLinks>();
        services.AddSingleton<VideoHosts>().ReadAtStart<VideoHosts>().ReadAtStart<PageCache>();

        services.AddSingleton<RolesOnSite>().AddSingleton<IAuthorizationHandler, SitePermissionHandler>();
        services.AddAuthorization(options =>
        {
            foreach (var permission in Permission.Roles.Keys)
            {
                options.AddPolicy(permission, policy => policy.RequireAuthenticatedUser().AddRequirements(new SitePermission(permission)));
            }
        });

        foreach (var module in modules.All)
        {
            module.AddTo(services);
        }

        return services;
    }

    /// <summary>All tables of the installation.</summary>
    public static Tables TablesOf(ModuleList modules) => new(
    [
        PeopleTables.Describe, MailTables.Describe, LogTable.Describe, ContentTables.Describe, FileTables.Describe, WritingTables.Describe, LinkTables.Describe, ViewTables.Describe,
        .. modules.All.Select<IModule, Action<ModelBuilder>>(module => module.Describe),
    ]);

    private static T Visited<T>(IServiceProvider services) where T : class =>
        services.GetRequiredService<IHttpContextAccessor>().HttpContext?.Features.Get<T>()
        ?? throw new InvalidOperationException("No tenant, no data: no site is being visited.");
}
