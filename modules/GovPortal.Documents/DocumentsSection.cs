using GovPortal.Core.Tenancy;
using GovPortal.Publishing.Content;
using GovPortal.Publishing.Reading;
using GovPortal.Publishing.Web;

namespace GovPortal.Documents;

/// <summary>The newest documents on a site's home page.</summary>
public sealed class DocumentsSection(Tenant tenant, PublishedContent content) : IHomeSection
{
    public string Name => "documents";

    public string Module => DocumentsModule.Named;

    public int Order => 40;

    public HomeCount? Count { get; } = new(Usual: 6, Least: 3, Most: 12);

    public string Partial => "Documents/Site/_HomeDocuments";

    public async Task<object?> LoadAsync(CancellationToken ct)
    {
        var newest = await content.ListAsync(new ListQuery(LegalDocumentType.TypeName, Size: this.CountOn(tenant)) { IsCounted = false }, ct);
        return newest.Items.Count == 0 ? null : newest.Items;
    }
}
