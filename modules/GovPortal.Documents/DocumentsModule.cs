using GovPortal.Core.Modules;
using GovPortal.Core.Security;
using GovPortal.Editing.Cleaning;
using GovPortal.Publishing.Content;
using GovPortal.Publishing.Recipes;
using GovPortal.Publishing.Web;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace GovPortal.Documents;

/// <summary>Legal and official documents: the library, the item page, the import.</summary>
public sealed class DocumentsModule : IModule
{
    public const string Named = "Documents";

    public string Name => Named;

    public IReadOnlyList<DeskMenuLine> DeskMenu =>
    [
        new(DeskMenuGroup.Structure, 60, "fields", "/quan-tri/linh-vuc", "structure.fields", "filter", Permission.ManageSite),
    ];

    public void AddTo(IServiceCollection services)
    {
        services.AddSingleton<IContentType, LegalDocumentType>();
        services.AddRecords<DocumentReader>();
        services.AddScoped<IHomeSection, DocumentsSection>();
    }

    public void MapTo(IEndpointRouteBuilder routes) =>
        routes.MapContentApi<LegalDocument>("documents", LegalDocumentType.TypeName, Named, document => document.Text is { } text ? document with { Text = MissingMarks.Without(text) } : document);
}
