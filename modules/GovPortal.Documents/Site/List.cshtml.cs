using GovPortal.Core.Localization;
using GovPortal.Core.Tenancy;
using GovPortal.Publishing.Content;
using GovPortal.Publishing.Reading;
using GovPortal.Publishing.Search;
using GovPortal.Publishing.Web;
using GovPortal.Web.Caching;
using GovPortal.Web.Pages;

namespace GovPortal.Documents.Site;

/// <summary>The document library: by words or number, type, issuer, field and year, newest first.</summary>
public sealed class ListPage(VisitedSite site, ContentFinder finder, TenantClock clock) : PageModel
{
    private static readonly string[] Facets = ["document-type", "agency", "field", "year"];

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

    /// <summary>The filter all choices of which are shown; null shows the first few of each.</summary>
    [BindProperty(SupportsGet = true, Name = FilterPanel.WholeName)]
    public string? Whole { get; set; }

    public IReadOnlyList<DocumentRow> Rows { get; private set; } = [];

    public PageOf Pages { get; private set; } = null!;

    public IReadOnlyList<FilterGroup> Filters { get; private set; } = [];

    public bool IsSearchResting { get; private set; }

    /// <summary>How many words of a question too long were searched; null for others.</summary>
    public int? CutTo { get; private set; }

    public bool IsSearchIncomplete { get; private set; }

    public bool IsFiltered => !string.IsNullOrWhiteSpace(Words) || Chosen.Count > 0;

    public DateOnly Today => clock.Today;

    private Dictionary<string, string> Chosen => FinderQuestion.Given(("document-type", Kind), ("agency", Issuer), ("field", Field), ("year", Year));

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid || Number < 1 || (long)Number * PageOf.DefaultSize > PageOf.Deepest)
        {
            Words = AskedWords.Of(Words).Text;
            return this.NotThatFar(AddressOf);
        }

        if (!site.Tenant.IsPortal && site.Tenant.Settings.TermOf(NamedKind.Field, Field) is { } named && named.Value != Field)
        {
            // What was under it was merged into another field.
            return RedirectPermanent(AddressWith("linh-vuc", named.Value));
        }

        (Words, CutTo) = AskedWords.Of(Words);
        var answer = await finder.AskAsync(new FinderQuestion(LegalDocumentType.TypeName, Words, Chosen, Facets, item => $"/van-ban/{item.Slug}", ListOrder.Newest, Number), ct);
        Pages = new PageOf(Number, PageOf.DefaultSize, answer.Total, AddressOf);
        if (Pages.IsBeyond)
        {
            return this.NotThatFar(Pages);
        }

        (IsSearchResting, IsSearchIncomplete) = (answer.IsResting, answer.IsIncomplete);
        Rows = [.. answer.Rows.Select(row => new DocumentRow(row.Item.Code, row.Item.Summary ?? row.Item.Title, row.TitleHtml, row.Link, row.Agency, LegalDocumentType.LineOf(row.Item)))];
        Filters =
        [
            new FilterGroup("loai", "documents.type", Kind, answer.Counts["document-type"]),
            new FilterGroup("co-quan", "documents.issuer", Issuer, answer.Counts["agency"]),
            new FilterGroup("linh-vuc", "documents.field", Field, answer.Counts["field"]),
            new FilterGroup("nam", "documents.year", Year, [.. answer.Counts["year"].OrderByDescending(t => t.Value, StringComparer.Ordinal)]),
        ];
        return Page();
    }

    public string AddressOf(int number) => AddressOf(number, Kind, Issuer, Field, Year);

    /// <summary>The first page with one filter changed; null takes it away.</summary>
    public string AddressWith(string filter, string? value) =>
        AddressOf(1, filter == "loai" ? value : Kind, filter == "co-quan" ? value : Issuer, filter == "linh-vuc" ? value : Field, filter == "nam" ? value : Year, filter == FilterPanel.WholeName ? value : null);

    private string AddressOf(int number, string? kind, string? issuer, string? field, string? year, string? whole = null) => site.Link("/van-ban") + new QueryWriter().Add("q", Words)
        .Add("loai", kind).Add("co-quan", issuer).Add("linh-vuc", field).Add("nam", year).Add(FilterPanel.WholeName, whole).Add("trang", number > 1 ? number : null);
}

/// <summary>A row of the library.</summary>
/// <param name="TitleHtml">Encoded title with marks, when words were searched.</param>
/// <param name="Agency">The site it stands on, when that is another one.</param>
/// <param name="Line">Small print; null for a search hit that has just been withdrawn.</param>
public sealed record DocumentRow(string? Number, string Title, string? TitleHtml, string Link, Tenant? Agency, DocumentLine? Line);
