using GovPortal.Core.Content;
using GovPortal.Core.Search;
using GovPortal.Core.Tenancy;
using GovPortal.Core.Web;

namespace GovPortal.Documents.Site;

/// <summary>The document library: by words or number, type, issuer, field and year, newest first.</summary>
public sealed class ListPage(VisitedSite site, PublishedContent own, PublishedAcrossSites everywhere, TenantDirectory directory, IFinder finder, TenantClock clock) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "trang")]
    public int Number { get; set; } = 1;

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Words { get; set; }

    [BindProperty(SupportsGet = true, Name = "loai")]
    public string? Kind { get; set; }

    [BindProperty(SupportsGet = true, Name = "co-quan")]
    public string? Issuer { get; set; }

    [BindProperty(SupportsGet = true, Name = "linh-vuc")]
    public string? Field { get; set; }

    [BindProperty(SupportsGet = true, Name = "nam")]
    public string? Year { get; set; }

    public IReadOnlyList<DocumentRow> Rows { get; private set; } = [];

    public PageOf Pages { get; private set; } = null!;

    public IReadOnlyList<FilterGroup> Filters { get; private set; } = [];

    public bool IsSearchResting { get; private set; }

    public bool IsFiltered => !string.IsNullOrWhiteSpace(Words) || Chosen.Count > 0;

    public DateOnly Today => clock.Today;

    private Dictionary<string, string> Chosen => new[] { ("document-type", Kind), ("agency", Issuer), ("field", Field), ("year", Year) }
        .Where(pair => !string.IsNullOrEmpty(pair.Item2)).ToDictionary(pair => pair.Item1, pair => pair.Item2!);

    private IPublishedContent Published => site.Tenant.IsPortal ? everywhere : own;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid || Number < 1 || (long)Number * PageOf.DefaultSize > PageOf.Deepest)
        {
            return NotFound();
        }

        var total = string.IsNullOrWhiteSpace(Words) ? await ListAsync(ct) : await SearchAsync(ct) ?? await ListAsync(ct);
        Pages = new PageOf(Number, PageOf.DefaultSize, total, AddressOf);
        if (Pages.IsBeyond)
        {
            return NotFound();
        }

        Filters =
        [
            new FilterGroup("loai", "documents.type", Kind, await Published.CountTermsAsync(LegalDocumentType.TypeName, "document-type", ct)),
            new FilterGroup("co-quan", "documents.issuer", Issuer, await Published.CountTermsAsync(LegalDocumentType.TypeName, "agency", ct)),
            new FilterGroup("linh-vuc", "documents.field", Field, await Published.CountTermsAsync(LegalDocumentType.TypeName, "field", ct)),
            new FilterGroup("nam", "documents.year", Year, [.. (await Published.CountTermsAsync(LegalDocumentType.TypeName, "year", ct)).OrderByDescending(t => t.Value, StringComparer.Ordinal)]),
        ];
        return Page();
    }

    public string AddressOf(int number) => AddressOf(number, Kind, Issuer, Field, Year);

    /// <summary>The first page with one filter changed; null takes it away.</summary>
    public string AddressWith(string filter, string? value) =>
        AddressOf(1, filter == "loai" ? value : Kind, filter == "co-quan" ? value : Issuer, filter == "linh-vuc" ? value : Field, filter == "nam" ? value : Year);

    private string AddressOf(int number, string? kind, string? issuer, string? field, string? year) => site.Link("/van-ban") + new QueryWriter().Add("q", Words)
        .Add("loai", kind).Add("co-quan", issuer).Add("linh-vuc", field).Add("nam", year).Add("trang", number > 1 ? number : null);

    private async Task<int> ListAsync(CancellationToken ct)
    {
        var list = await Published.ListAsync(new ListQuery(LegalDocumentType.TypeName, Number) { Terms = Chosen }, ct);
        Rows = [.. list.Items.Select(item => new DocumentRow(item.Code, item.Summary ?? item.Title, null, LinkOf(item.TenantId, $"/van-ban/{item.Slug}"), AgencyOf(item.TenantId), LegalDocumentType.LineOf(item)))];
        return list.Total;
    }

    /// <returns>Null when the index cannot answer; the plain list is shown instead.</returns>
    private async Task<int?> SearchAsync(CancellationToken ct)
    {
        var results = finder.Find(new SearchQuery(Words!, site.Tenant.IsPortal ? null : site.Tenant.Id) { Type = LegalDocumentType.TypeName, Terms = Chosen, Page = Number, Facets = [] });
        IsSearchResting = results.IsResting;
        if (results.IsResting)
        {
            return null;
        }

        var query = new ListQuery(LegalDocumentType.TypeName, Size: PageOf.DefaultSize) { Only = [.. results.Items.Select(hit => hit.ItemId)], IsCounted = false };
        var lines = (await Published.ListAsync(query, ct)).Items.ToDictionary(item => item.Id, LegalDocumentType.LineOf);
        Rows = [.. results.Items.Select(hit => new DocumentRow(hit.Code, hit.Title, hit.TitleHtml, LinkOf(hit.TenantId, hit.Path), AgencyOf(hit.TenantId), lines.GetValueOrDefault(hit.ItemId)))];
        return results.Total;
    }

    private string LinkOf(int tenantId, string path) => directory.FindById(tenantId) is { } tenant ? site.LinkTo(tenant, path) : path;

    private Tenant? AgencyOf(int tenantId) => tenantId == site.Tenant.Id ? null : directory.FindById(tenantId);
}

/// <summary>A row of the library.</summary>
/// <param name="TitleHtml">Encoded title with marks, when words were searched.</param>
/// <param name="Agency">The site it stands on, when that is another one.</param>
/// <param name="Line">Small print; null for a search hit that has just been withdrawn.</param>
public sealed record DocumentRow(string? Number, string Title, string? TitleHtml, string Link, Tenant? Agency, DocumentLine? Line);
