using GovPortal.Core.Modules;
using GovPortal.Publishing.Content;
using GovPortal.Publishing.Recipes;
using GovPortal.Publishing.Web;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace GovPortal.Guides;

/// <summary>Life-event guides: what to do, step by step, with the procedures it takes and a checklist; list, item, form and import.</summary>
public sealed class GuidesModule : IModule
{
    public const string Named = "Guides";

    public string Name => Named;

    public void AddTo(IServiceCollection services)
    {
        services.AddSingleton<IContentType, GuideType>();
        services.AddRecords<GuideReader>();
        services.AddScoped<IHomeSection, GuidesSection>();
    }

    public void MapTo(IEndpointRouteBuilder routes) => routes.MapContentApi<Guide>("guides", GuideType.TypeName, Named);
}
