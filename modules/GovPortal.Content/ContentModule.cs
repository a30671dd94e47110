using GovPortal.Content.Admin;
using GovPortal.Content.Admin.Structure;
using GovPortal.Content.Links;
using GovPortal.Content.Recipes;
using GovPortal.Content.Site;
using GovPortal.Content.Writing;
using GovPortal.Core.Modules;
using GovPortal.Core.Publication;
using GovPortal.Publishing.Content;
using GovPortal.Publishing.Recipes;
using GovPortal.Publishing.Web;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GovPortal.Content;

/// <summary>What every site has: home page, standing pages, contact, site map, and the desk of editors.</summary>
public sealed class ContentModule : IModule
{
    public const string Named = "Content";

    public string Name => Named;

    public bool IsAlwaysOn => true;

    public void AddTo(IServiceCollection services)
    {
        services.AddSingleton<IContentType, PageType>();
        services.AddRecords<PageReader>();
        services.AddScoped<WritableTypes>();
        services.AddScoped<IHomeSection, IntroductionSection>();
        services.AddScoped<IHomeSection, BannersSection>();
        services.AddScoped<DeskBoard>().AddScoped<DeskCalendar>().AddScoped<AuditReader>().AddScoped<OutsideLinks>().AddScoped<NewHosts>().AddScoped<GoingPublicReader>().AddScoped<OwnItems>().AddScoped<DeskFigures>();
        services.AddSingleton<OutsideLinkChecker>().AddSingleton<ILiveTextObserver, LinkNotes>();
        services.AddScoped<BannerPictures>().AddScoped<PageAddresses>().AddScoped<Admin.AuditWords>();
        services.AddSingleton<StandingPages>().AddSingleton<ILogFollower>(s => s.GetRequiredService<StandingPages>());
        services.AddSingleton<IRecipeStep, PageStep>();
        services.AddSingleton<IRecipeStep, IntroductionsStep>();
        services.AddSingleton<IRecipeStep, TreeStep>();
    }

    public void Describe(ModelBuilder builder) => LinkTables.Describe(builder);

    public void MapTo(IEndpointRouteBuilder routes)
    {
        routes.MapSitemap();
        routes.MapWebManifest();
        routes.MapSiteColours();
        routes.MapSitesApi();
        routes.MapWriting();
        routes.MapFinding();
    }
}
