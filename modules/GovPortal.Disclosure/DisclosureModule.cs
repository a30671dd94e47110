using GovPortal.Core.Configuration;
using GovPortal.Core.Modules;
using GovPortal.Disclosure.Duties;
using GovPortal.Disclosure.Parsing;
using GovPortal.Disclosure.Site;
using GovPortal.Publishing.Content;
using GovPortal.Publishing.Recipes;
using GovPortal.Publishing.Web;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace GovPortal.Disclosure;

/// <summary>What an agency must make public: the list made from the law's groups with how each stands, the items with their tables, the form, the import.</summary>
public sealed class DisclosureModule : IModule
{
    public const string Named = "Disclosure";

    public string Name => Named;

    public void AddTo(IServiceCollection services)
    {
        services.AddSingleton<DutyList>().ReadAtStart<DutyList>();
        services.AddSingleton<SheetReader>();
        services.AddScoped<DutyStandings>();
        services.AddSingleton<IContentType, DisclosedInformationType>();
        services.AddRecords<DisclosureReader>();
    }

    public void MapTo(IEndpointRouteBuilder routes)
    {
        routes.MapTableFiles();
        routes.MapContentApi<DisclosedInformation>("disclosure", DisclosedInformationType.TypeName, Named);
    }
}
