using GovPortal.Core.Caching;
using GovPortal.Core.Localization;
using GovPortal.Core.Tenancy;
using GovPortal.Publishing.Content;
using GovPortal.Publishing.Reading;
using GovPortal.Publishing.Search;
using GovPortal.Publishing.Web;
using GovPortal.Web.Caching;
using GovPortal.Web.Pages;

namespace GovPortal.Procedures.Site;

/// <summary>The procedure finder: by words, field, level, agency and who may ask. The portal's looks at every site.</summary>
public sealed class ListPage(VisitedSite site, ContentFinder finder, HomeProvince home) : PageModel
{
    private string[] Facets => ["field", "level", "subject", OfficeKind];

    // Addresses of before name an agency by its code; offices that are called alike stand once.
    private string OfficeKind => Agency is { } value && value.Any(sign => char.IsAsciiLetterUpper(sign) || sign == '.') ? "agency" : "office";

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

    /// <summary>The filter all choices of which are shown; null shows the first few of each.</summary>
    [BindProperty(SupportsGet = true, Name = FilterPanel.WholeName)]
    public string? Whole { get; set; }

    public IReadOnlyList<ProcedureRow> Rows { get; private set; } = [];

    /// <summary>What most people come for, where nothing is asked yet.</summary>
    public List<ProcedureRow> Needed { get; } = [];

    public IReadOnlyList<TermCount> NeededFields { get; private set; } = [];

    public PageOf Pages { get; private set; } = null!;

    /// <summary>Choices of each filter, by its name in the address.</summary>
    public IReadOnlyList<FilterGroup> Filters { get; private set; } = [];

    public bool IsSearchResting { get; private set; }

    /// <summary>How many words of a question too long were searched; null for others.</summary>
    public int? CutTo { get; private set; }

    public bool IsSearchIncomplete { get; private set; }

    public bool IsFiltered => !string.IsNullOrWhiteSpace(Words) || Chosen.Count > 0;

    private Dictionary<string, string> Chosen => FinderQuestion.Given(("field", Field), ("level", Level), ("subject", Subject), (OfficeKind, Agency));

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
        var answer = await finder.AskAsync(new FinderQuestion(ProcedureType.TypeName, Words, Chosen, Facets, item => $"/thu-tuc/{item.Slug}", ListOrder.Title, Number), ct);
        Pages = new PageOf(Number, PageOf.DefaultSize, answer.Total, AddressOf);
        if (Pages.IsBeyond)
        {
            return this.NotThatFar(Pages);
        }

        (IsSearchResting, IsSearchIncomplete) = (answer.IsResting, answer.IsIncomplete);
        Rows = [.. answer.Rows.Select(RowOf).OrderBy(row => row.IsOther)];
        Filters =
        [
            new FilterGroup("linh-vuc", "procedures.field", Field, answer.Counts["field"]),
            new FilterGroup("cap", "procedures.level", Level, answer.Counts["level"]),
            new FilterGroup("doi-tuong", "procedures.subject", Subject, answer.Counts["subject"]),
            new FilterGroup("co-quan", "procedures.agency", Agency, answer.Counts[OfficeKind]),
        ];
        return Page();
    }

    /// <summary>True for the list as one first comes to it.</summary>
    public bool IsOpened => !IsFiltered && Number == 1;

    /// <summary>Reads what most people come for.</summary>
    public async Task OpenAsync(CancellationToken ct)
    {
        // Which fields there are is read with the list; without any, nothing below would say what this depends on.
        PageDependencies.Add(site.Tenant.IsPortal ? PageTag.Index : PageTag.Items(site.Tenant.Id, ProcedureType.TypeName));
        var fields = Filters[0].Choices;
        NeededFields = NeededFirst.Among(fields, field => field.Value);
        foreach (var field in NeededFields.Take(NeededFirst.FieldsOpened))
        {
            Needed.AddRange(NeededFirst.Everyday(await AtTheCommuneAsync(field.Value, ct)));
        }
    }

    private async Task<IEnumerable<ProcedureRow>> AtTheCommuneAsync(string field, CancellationToken ct)
    {
        var question = new FinderQuestion(ProcedureType.TypeName, null, NeededFirst.AtTheCommune(field), [], item => $"/thu-tuc/{item.Slug}", ListOrder.Title, 1) { Size = NeededFirst.Read };
        return (await finder.AskAsync(question, ct)).Rows.Select(RowOf);
    }

    private ProcedureRow RowOf(FinderRow row)
    {
        var line = ProcedureType.LineOf(row.Item);
        var province = line.Province ?? Provinces.In(line.Agency);
        return new ProcedureRow(row.Item.Code!, row.Item.Title, row.TitleHtml, row.Link, row.Agency, line) { OtherProvince = home.IsOther(province) ? province : null };
    }

    public string AddressOf(int number) => AddressOf(number, Field, Level, Subject, Agency);

    /// <summary>The first page with one filter changed; null takes it away.</summary>
    public string AddressWith(string filter, string? value) =>
        AddressOf(1, filter == "linh-vuc" ? value : Field, filter == "cap" ? value : Level, filter == "doi-tuong" ? value : Subject, filter == "co-quan" ? value : Agency, filter == FilterPanel.WholeName ? value : null);

    private string AddressOf(int number, string? field, string? level, string? subject, string? agency, string? whole = null) => site.Link("/thu-tuc") + new QueryWriter().Add("q", Words)
        .Add("linh-vuc", field).Add("cap", level).Add("doi-tuong", subject).Add("co-quan", agency).Add(FilterPanel.WholeName, whole).Add("trang", number > 1 ? number : null);
}

/// <summary>A row of the finder.</summary>
/// <param name="TitleHtml">Encoded title with marks, when words were searched.</param>
/// <param name="Agency">The site it stands on, when that is another one.</param>
/// <param name="Line">Small print; null for a search hit that has just been withdrawn.</param>
public sealed record ProcedureRow(string Code, string Title, string? TitleHtml, string Link, Tenant? Agency, ProcedureLine? Line)
{
    /// <summary>The province whose office carries it out, when that is not this one; such rows come last on their page.</summary>
    public string? OtherProvince { get; init; }

    public bool IsOther => OtherProvince is not null;
}
