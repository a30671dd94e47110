using GovPortal.Core.Modules;
using GovPortal.Core.Publication;
using GovPortal.Core.Security;
using GovPortal.Publishing.Checking;
using GovPortal.Publishing.Search;
using GovPortal.Search.Indexing;
using GovPortal.Search.Learning;
using GovPortal.Search.Site;
using GovPortal.Search.Teaching;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GovPortal.Search;

/// <summary>The one index over all sites, the page that asks it, and the same as JSON.</summary>
public sealed class SearchModule : IModule
{
    public const string Named = "Search";

    public string Name => Named;

    public IReadOnlyList<DeskMenuLine> DeskMenu =>
    [
        new(DeskMenuGroup.Content, 50, "search-words", "/quan-tri/tu-tim-kiem", "search.taught.title", "search", Permission.Publish),
        new(DeskMenuGroup.Content, 60, "search-questions", "/quan-tri/cau-hoi", "search.questions.title", "info", Permission.Publish),
    ];

    public IReadOnlyList<MenuPage> MenuPages => [new("/tim-kiem", "layout.search.submit")];

    public void AddTo(IServiceCollection services)
    {
        services.AddSingleton<IndexEntries>().AddSingleton<SearchIndexFollower>();
        services.AddSingleton<IFinder>(s => s.GetRequiredService<SearchIndexFollower>());
        services.AddSingleton<ILogFollower>(s => s.GetRequiredService<SearchIndexFollower>());
        services.AddSingleton<ILogFollower, IndexRebuild>();
        services.AddSingleton<IInstallationCheck, IndexCheck>();
        services.AddSingleton<SearchRuleCache>().AddSingleton<Trial>().AddScoped<SearchRuleEditor>();
        services.AddSingleton<ILogFollower>(s => s.GetRequiredService<SearchRuleCache>());
        services.AddSingleton<QuestionLog>().AddScoped<QuestionReport>();
        services.AddHostedService(s => s.GetRequiredService<QuestionLog>());
        services.AddSingleton<AlsoAsked>().AddHostedService(s => s.GetRequiredService<AlsoAsked>());
        services.AddSingleton<NightlyLetters>().AddSingleton<NightlyChecker>().AddHostedService(s => s.GetRequiredService<NightlyChecker>());
        services.AddHealthChecks().AddCheck<SearchIndexFollower>("search");
    }

    public void Describe(ModelBuilder builder)
    {
        SearchRuleTables.Describe(builder);
        QuestionTables.Describe(builder);
        NightlyCheckTables.Describe(builder);
    }

    public void MapTo(IEndpointRouteBuilder routes)
    {
        routes.MapSearchApi();
        routes.MapOpenSearch();
        routes.MapSearchFeed();
        routes.MapFollowed();
    }
}
