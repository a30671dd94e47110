using GovPortal.Core.Modules;
using GovPortal.Core.Security;
using GovPortal.Publishing.Content;
using GovPortal.Publishing.Recipes;
using GovPortal.Publishing.Rules;
using GovPortal.Publishing.Web;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GovPortal.Consultations;

/// <summary>Drafts that an agency asks everybody's opinion of: what is said of them, and what became of it.</summary>
public sealed class ConsultationsModule : IModule
{
    public const string Named = "Consultations";

    public string Name => Named;

    public IReadOnlyList<DeskMenuLine> DeskMenu =>
    [
        new(DeskMenuGroup.Content, 70, "consultations", "/quan-tri/lay-y-kien", "consultations.title", "people", Permission.Write),
    ];

    public void AddTo(IServiceCollection services)
    {
        services.AddSingleton<IContentType, ConsultationType>();
        services.AddRecords<ConsultationReader>();
        services.AddSingleton(ModuleRules.Read(Named, typeof(ConsultationsModule).Assembly));
        services.AddSingleton<CommentSeals>().AddScoped<CommentDesk>().AddScoped<ConsultationBoard>();
        services.AddSingleton<CommentDeskOf>(s => tenant => ActivatorUtilities.CreateInstance<CommentDesk>(s, tenant));
        services.AddSingleton<IRecipeStep, CommentsStep>();
    }

    public void Describe(ModelBuilder builder) => CommentTables.Describe(builder);

    public void MapTo(IEndpointRouteBuilder routes)
    {
        routes.MapContentFeed(ConsultationType.TypeName, Named, "consultations.title");
        routes.MapContentApi<Consultation>("consultations", ConsultationType.TypeName, Named);
    }
}
