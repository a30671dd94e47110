using GovPortal.Core.Modules;
using GovPortal.Core.Security;
using GovPortal.Procedures.Site;
using GovPortal.Publishing.Content;
using GovPortal.Publishing.Reading;
using GovPortal.Publishing.Recipes;
using GovPortal.Publishing.Web;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace GovPortal.Procedures;

/// <summary>Administrative procedures: the finder, the item page, the import of the national catalogue.</summary>
public sealed class ProceduresModule : IModule
{
    public const string Named = "Procedures";

    public string Name => Named;

    public IReadOnlyList<DeskMenuLine> DeskMenu =>
    [
        new(DeskMenuGroup.Structure, 60, "fields", "/quan-tri/linh-vuc", "structure.fields", "filter", Permission.ManageSite),
    ];

    public void AddTo(IServiceCollection services)
    {
        services.AddSingleton<IContentType, ProcedureType>();
        services.AddSingleton<HomeProvince>();
        services.AddRecords<ProcedureReader>();
        services.AddScoped<IHomeSection, CommonTasksSection>();
        services.AddScoped<IProcedureBriefs, ProcedureBriefs>();
        services.AddScoped<ReceivingOffices>();
    }

    public void MapTo(IEndpointRouteBuilder routes)
    {
        routes.MapDueDay();
        routes.MapContentApi<Procedure>("procedures", ProcedureType.TypeName, Named);
    }
}
