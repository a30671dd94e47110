using GovPortal.Core.Tenancy;
using GovPortal.Publishing.Content;
using GovPortal.Publishing.Reading;
using GovPortal.Publishing.Web;

namespace GovPortal.Guides;

/// <summary>The site's own guides on its home page, newest first.</summary>
public sealed class GuidesSection(Tenant tenant, PublishedContent content) : IHomeSection
{
    public string Name => "guides";

    public string Module => GuidesModule.Named;

    public int Order => 15;

    public HomeCount? Count { get; } = new(Usual: 8, Least: 4, Most: 24);

    public string Partial => "Guides/Site/_HomeGuides";

    public async Task<object?> LoadAsync(CancellationToken ct)
    {
        var newest = await content.ListAsync(new ListQuery(GuideType.TypeName, Size: this.CountOn(tenant)) { IsCounted = false }, ct);
        return newest.Items.Count == 0 ? null : newest.Items;
    }
}
