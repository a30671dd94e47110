using GovPortal.Core.Content;
using GovPortal.Core.Web;

namespace GovPortal.Documents;

/// <summary>The newest documents on a site's home page.</summary>
public sealed class DocumentsSection(PublishedContent content) : IHomeSection
{
    private const int Lines = 6;

    public string Name => "documents";

    public string Module => DocumentsModule.Named;

    public int Order => 40;

    public string Partial => "Documents/Site/_HomeDocuments";

    public async Task<object?> LoadAsync(CancellationToken ct)
    {
        var newest = await content.ListAsync(new ListQuery(LegalDocumentType.TypeName, Size: Lines) { IsCounted = false }, ct);
        return newest.Items.Count == 0 ? null : newest.Items;
    }
}
