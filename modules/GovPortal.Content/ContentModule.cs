using GovPortal.Content.Admin;
using GovPortal.Content.Admin.Structure;
using GovPortal.Content.Links;
using GovPortal.Content.Recipes;
using GovPortal.Content.Site;
using GovPortal.Content.Writing;
using GovPortal.Core.Modules;
using GovPortal.Core.Publication;
using GovPortal.Core.Security;
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

    public IReadOnlyList<DeskMenuLine> DeskMenu =>
    [
        new(DeskMenuGroup.Content, 0, "board", "/quan-tri", "desk.board", "dashboard", Permission.ReadDesk),
        new(DeskMenuGroup.Content, 10, "list", "/quan-tri/noi-dung", "desk.list", "file", Permission.ReadDesk),
        new(DeskMenuGroup.Content, 40, "calendar", "/quan-tri/lich", "desk.calendar", "calendar", Permission.ReadDesk),
        new(DeskMenuGroup.Content, 90, "links", "/quan-tri/lien-ket-hong", "desk.links", "link", Permission.ReadDesk),
        new(DeskMenuGroup.Structure, 0, "pages", "/quan-tri/trang-tinh", "structure.pages", "file", Permission.Write),
        new(DeskMenuGroup.Structure, 10, "menu", "/quan-tri/trinh-don", "structure.menu", "menu", Permission.ManageSite),
        new(DeskMenuGroup.Structure, 20, "home", "/quan-tri/trang-chu", "structure.home", "home", Permission.ManageSite),
        new(DeskMenuGroup.Structure, 30, "banners", "/quan-tri/bieu-ngu", "structure.banners", "image", Permission.ManageSite),
        new(DeskMenuGroup.Structure, 40, "themes", "/quan-tri/giao-dien", "structure.themes", "contrast", Permission.ManageSite),
        new(DeskMenuGroup.System, 30, "rules", "/quan-tri/quy-dinh", "rule.title", "law", Permission.ManageSite),
        new(DeskMenuGroup.System, 50, "audit", "/quan-tri/nhat-ky", "audit", "history", Permission.ReadAudit),
    ];

    public IReadOnlyList<MenuPage> MenuPages => [new("/lien-he", "content.contact"), new("/so-do", "content.site-map")];

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
