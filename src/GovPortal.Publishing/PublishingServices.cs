using GovPortal.Core.Localization;
using GovPortal.Core.Modules;
using GovPortal.Core.Outside;
using GovPortal.Core.Publication;
using GovPortal.Publishing.Backup;
using GovPortal.Publishing.Checking;
using GovPortal.Publishing.Content;
using GovPortal.Publishing.Desk;
using GovPortal.Publishing.Files;
using GovPortal.Publishing.Import;
using GovPortal.Publishing.Moves;
using GovPortal.Publishing.Publication;
using GovPortal.Publishing.Reading;
using GovPortal.Publishing.Recipes;
using GovPortal.Publishing.Redirects;
using GovPortal.Publishing.Rules;
using GovPortal.Publishing.Search;
using GovPortal.Publishing.Sites;
using GovPortal.Publishing.Transfer;
using GovPortal.Publishing.Web;
using GovPortal.Publishing.WorkingTime;
using GovPortal.Storage;
using GovPortal.Web.Themes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace GovPortal.Publishing;

/// <summary>Puts the content life, the publication log, files, import and recipes into the container.</summary>
public static class PublishingServices
{
    /// <param name="recipeFolder">Path of the folder that holds a folder for each recipe.</param>
    public static IServiceCollection AddPublishing(this IServiceCollection services, string recipeFolder)
    {
        services.AddSingleton<PublicationLog>().AddSingleton<IPublicationLog>(s => s.GetRequiredService<PublicationLog>()).AddSingleton<LogPump>();
        services.AddSingleton<ContentTypes>().AddSingleton<LiveQueries>().AddSingleton<PublishedAcrossSites>().AddSingleton<PreviewLinks>();
        services.AddSingleton<DeskLetters>().AddSingleton<ScheduledActionWorker>();
        services.AddSingleton<IntakeOf>(s => tenant => ActivatorUtilities.CreateInstance<Intake>(s, tenant));
        services.AddSingleton<PublishingDeskOf>(s => tenant => ActivatorUtilities.CreateInstance<PublishingDesk>(s, tenant));
        services.AddSingleton<PublishedContentOf>(s => tenant => ActivatorUtilities.CreateInstance<PublishedContent>(s, tenant));
        services.AddSingleton<SiteStructureOf>(s => tenant => ActivatorUtilities.CreateInstance<SiteStructure>(s, tenant));
        services.AddSingleton<SiteFilesOf>(s => tenant => ActivatorUtilities.CreateInstance<SiteFiles>(s, tenant));
        services.AddSingleton<FileStore>().AddSingleton<FileQueue>().AddSingleton<LinkedTexts>().AddSingleton<PictureSources>();
        services.AddSingleton<ImportRun>().AddSingleton(s => new RecipeRunner(recipeFolder, s.GetRequiredService<ModuleList>(), s.GetRequiredService<ThemeList>(), s.GetServices<IRecipeStep>()));
        services.AddScoped<PublishedContent>().AddScoped<DeskContent>().AddScoped<ItemTemplates>().AddScoped<EnglishSides>().AddScoped<ContentFinder>().AddScoped<PublishingDesk>().AddScoped<SiteFiles>();
        services.AddSingleton<SiteRedirects>().AddSingleton<ForeignImport>().AddSingleton<FileKinds>();
        services.AddSingleton(s => OutsideRule.From(s.GetRequiredService<IConfiguration>()));
        services.AddSingleton<OldFilesOf>(s => (order, packed) => new OldFiles(order, packed, s.GetRequiredService<UploadsOf>(), s.GetRequiredService<SiteRedirects>(), new FileFetcher(s.GetRequiredService<OutsideRule>()), s.GetRequiredService<Texts>()));
        services.AddSingleton<DatedRules>().AddSingleton<WorkingCalendars>().AddSingleton<IFileImport, CalendarImport>();
        services.AddSingleton<SiteExport>().AddSingleton<SiteImport>().AddSingleton<SiteRemoval>();
        services.AddSingleton<BackupWriter>().AddSingleton<BackupReader>().AddSingleton<DatabaseCopy>();
        services.AddSingleton<DatabaseCheck>().AddSingleton<InstallationCheck>().AddChecking();
        services.AddSingleton<MoveHistory>().AddSingleton<SiteMerging>().AddSingleton<SiteClosings>();
        return services.AddScoped<SiteStructure>().AddScoped<SiteTerms>().AddScoped<SiteMenu>();
    }
}
