using GovPortal.Core.Modules;
using GovPortal.Core.Security;
using GovPortal.Editing.Cleaning;
using GovPortal.Publishing.Content;
using GovPortal.Publishing.Recipes;
using GovPortal.Publishing.Web;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace GovPortal.News;

/// <summary>News of an agency: list, item, feed, the form to write it, and the import.</summary>
public sealed class NewsModule : IModule
{
    public const string Named = "News";

    public string Name => Named;

    public IReadOnlyList<DeskMenuLine> DeskMenu =>
    [
        new(DeskMenuGroup.Structure, 50, "categories", "/quan-tri/chuyen-muc", "structure.categories", "filter", Permission.ManageSite),
    ];

    public void AddTo(IServiceCollection services)
    {
        services.AddSingleton<IContentType, ArticleType>();
        services.AddRecords<ArticleReader>();
        services.AddSingleton<IAgencyMeasure, NewsAge>();
        services.AddScoped<IHomeSection, NewsSection>();
        services.AddScoped<IHomeSection, AgencyNewsSection>();
    }

    public void MapTo(IEndpointRouteBuilder routes)
    {
        routes.MapContentFeed(ArticleType.TypeName, Named, "news.title", article => article.ListJson);
        routes.MapContentApi<Article>("articles", ArticleType.TypeName, Named, article => article with { Body = MissingMarks.Without(article.Body) });
    }
}
