using GovPortal.Core.Modules;
using GovPortal.Core.Security;
using GovPortal.Publishing.Content;
using GovPortal.Publishing.Recipes;
using GovPortal.Rankings.Publishing;
using GovPortal.Rankings.Site;
using GovPortal.Rankings.Surveying;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GovPortal.Rankings;

/// <summary>Indexes of agencies by year and block, from survey to published table, and how far the agencies are equipped.</summary>
public sealed class RankingsModule : IModule
{
    public const string Named = "Rankings";

    public string Name => Named;

    public IReadOnlyList<DeskMenuLine> DeskMenu =>
    [
        new(DeskMenuGroup.Content, 80, "surveys", "/quan-tri/xep-hang", "rankings.surveys", "checklist", Permission.Publish) { OnPortal = true },
        new(DeskMenuGroup.Content, 80, "declarations", "/quan-tri/khao-sat", "rankings.declarations", "checklist", Permission.Write) { OnPortal = false },
    ];

    public IReadOnlyList<MenuPage> MenuPages => [new("/xep-hang", "rankings.title"), new("/xep-hang/do-phu", "rankings.coverage")];

    public void AddTo(IServiceCollection services)
    {
        services.AddSingleton<IContentType, PublishedIndexType>();
        services.AddRecords<IndexRecordReader>();
        services.AddScoped<PublishedIndexes>().AddScoped<Numerals>();
        services.AddSingleton<IAgencyMeasure, SiteMeasure>();
        services.AddScoped<ProvinceDesk>().AddScoped<AgencyDesk>().AddScoped<VisitedAgency>().AddScoped<IndexPublisher>();
    }

    public void Describe(ModelBuilder builder) => SurveyTables.Describe(builder);

    public void MapTo(IEndpointRouteBuilder routes)
    {
        routes.MapRankingFiles();
        routes.MapCoverageFiles();
        routes.MapRankingApi();
    }
}
