using GovPortal.Core.Content;
using GovPortal.Core.Search;
using GovPortal.Core.Tenancy;
using GovPortal.Core.Web;

namespace GovPortal.Procedures.Site;

/// <summary>The procedure finder: by words, field, level, agency and who may ask. The portal's looks at every site.</summary>
public sealed class ListPage(VisitedSite site, PublishedContent own, PublishedAcrossSites everywhere, TenantDirectory directory, IFinder finder) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "trang")]
    public int Number { get; set; } = 1;

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Words { get; set; }

    [BindProperty(SupportsGet = true, Name = "linh-vuc")]
    public string? Field { get; set; }

    [BindProperty(SupportsGet = true, Name = "cap")]
    public string? Level { get; set; }

    [BindProperty(SupportsGet = true, Name = "doi-tuong")]
    public string? Subject { get; set; }

    [BindProperty(SupportsGet = true, Name = "co-quan")]
    public string? Agency { get; set; }

    public IReadOnlyList<ProcedureRow> Rows { get; private set; } = [];

    public PageOf Pages { get; private set; } = null!;

    /// <summary>Choices of each filter, by its name in the address.</summary>
    public IReadOnlyList<FilterGroup> Filters { get; private set; } = [];

    public bool IsSearchResting { get; private set; }

    public bool IsFiltered => !string.IsNullOrWhiteSpace(Words) || Chosen.Count > 0;

    private Dictionary<string, string> Chosen => new[] { ("field", Field), ("level", Level), ("subject", Subject), ("agency", Agency) }
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
            new FilterGroup("linh-vuc", "procedures.field", Field, await Published.CountTermsAsync(ProcedureType.TypeName, "field", ct)),
            new FilterGroup("cap", "procedures.level", Level, await Published.CountTermsAsync(ProcedureType.TypeName, "level", ct)),
            new FilterGroup("doi-tuong", "procedures.subject", Subject, await Published.CountTermsAsync(ProcedureType.TypeName, "subject", ct)),
            new FilterGroup("co-quan", "procedures.agency", Agency, await Published.CountTermsAsync(ProcedureType.TypeName, "agency", ct)),
        ];
        return Page();
    }

    public string AddressOf(int number) => AddressOf(number, Field, Level, Subject, Agency);

    /// <summary>The first page with one filter changed; null takes it away.</summary>
    public string AddressWith(string filter, string? value) =>
        AddressOf(1, filter == "linh-vuc" ? value : Field, filter == "cap" ? value : Level, filter == "doi-tuong" ? value : Subject, filter == "co-quan" ? value : Agency);

    private string AddressOf(int number, string? field, string? level, string? subject, string? agency) => site.Link("/thu-tuc") + new QueryWriter().Add("q", Words)
        .Add("linh-vuc", field).Add("cap", level).Add("doi-tuong", subject).Add("co-quan", agency).Add("trang", number > 1 ? number : null);

    private async Task<int> ListAsync(CancellationToken ct)
    {
        var list = await Published.ListAsync(new ListQuery(ProcedureType.TypeName, Number) { Order = ListOrder.Title, Terms = Chosen }, ct);
        Rows = [.. list.Items.Select(item => new ProcedureRow(item.Code!, item.Title, null, LinkOf(item.TenantId, $"/thu-tuc/{item.Slug}"), AgencyOf(item.TenantId), ProcedureType.LineOf(item)))];
        return list.Total;
    }

    /// <returns>Null when the index cannot answer; the plain list is shown instead.</returns>
    private async Task<int?> SearchAsync(CancellationToken ct)
    {
        var results = finder.Find(new SearchQuery(Words!, site.Tenant.IsPortal ? null : site.Tenant.Id) { Type = ProcedureType.TypeName, Terms = Chosen, Page = Number, Facets = [] });
        IsSearchResting = results.IsResting;
        if (results.IsResting)
        {
            return null;
        }

        var query = new ListQuery(ProcedureType.TypeName, Size: PageOf.DefaultSize) { Only = [.. results.Items.Select(hit => hit.ItemId)], IsCounted = false };
        var lines = (await Published.ListAsync(query, ct)).Items.ToDictionary(item => item.Id, ProcedureType.LineOf);
        Rows = [.. results.Items.Select(hit => new ProcedureRow(hit.Code ?? "", hit.Title, hit.TitleHtml, LinkOf(hit.TenantId, hit.Path), AgencyOf(hit.TenantId), lines.GetValueOrDefault(hit.ItemId)))];
        return results.Total;
    }

    private string LinkOf(int tenantId, string path) => directory.FindById(tenantId) is { } tenant ? site.LinkTo(tenant, path) : path;

    private Tenant? AgencyOf(int tenantId) => tenantId == site.Tenant.Id ? null : directory.FindById(tenantId);
}

/// <summary>A row of the finder.</summary>
/// <param name="TitleHtml">Encoded title with marks, when words were searched.</param>
/// <param name="Agency">The site it stands on, when that is another one.</param>
/// <param name="Line">Small print; null for a search hit that has just been withdrawn.</param>
public sealed record ProcedureRow(string Code, string Title, string? TitleHtml, string Link, Tenant? Agency, ProcedureLine? Line);
