using GovPortal.Core.Modules;
using GovPortal.Publishing.Content;
using GovPortal.Publishing.Recipes;
using GovPortal.Publishing.Web;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace GovPortal.Officials;

/// <summary>An agency's units and the people who hold its posts: chart, directory, pages, forms and import (Luật Tiếp cận thông tin 104/2016/QH13, Điều 19).</summary>
public sealed class OfficialsModule : IModule
{
    public const string Named = "Officials";

    public string Name => Named;

    public IReadOnlyList<MenuPage> MenuPages => [new("/co-cau", "officials.structure")];

    public void AddTo(IServiceCollection services)
    {
        services.AddSingleton<IContentType, UnitType>().AddSingleton<IContentType, OfficialType>();
        services.AddScoped<AgencyStructure>().AddScoped<UnitsAtDesk>();
        services.AddRecords<UnitReader>();
        services.AddRecords<OfficialReader>();
    }

    public void MapTo(IEndpointRouteBuilder routes)
    {
        routes.MapContentApi<Official>("officials", OfficialType.TypeName, Named);
        routes.MapContentApi<OrganizationUnit>("units", UnitType.TypeName, Named);
    }
}
