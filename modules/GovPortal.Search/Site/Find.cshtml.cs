using GovPortal.Core.Caching;
using GovPortal.Core.Localization;
using GovPortal.Core.Tenancy;
using GovPortal.Publishing.Content;
using GovPortal.Publishing.Reading;
using GovPortal.Publishing.Search;
using GovPortal.Publishing.Web;
using GovPortal.Search.Indexing;
using GovPortal.Search.Learning;
using GovPortal.Storage.Tenancy;
using GovPortal.Web.Caching;
using GovPortal.Web.Pages;

namespace GovPortal.Search.Site;

/// <summary>The search page: on the portal over all sites, on a site over its own, with a link to widen.</summary>
public sealed class FindPage(IFinder finder, VisitedSite site, TenantDirectory directory, ContentTypes types, IEnumerable<IProcedureBriefs> briefs, QuestionLog questions, AlsoAsked popular) : PageModel
{
    /// <summary>The part of the page that changes with the words.</summary>
    public const string ResultsPart = "gp-ket-qua";

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Words { get; set; }

    [BindProperty(SupportsGet = true, Name = "loai")]
    public string? Type { get; set; }

    [BindProperty(SupportsGet = true, Name = "co-quan")]
    public string? Agency { get; set; }

    [BindProperty(SupportsGet = true, Name = "linh-vuc")]
    public string? Field { get; set; }

    [BindProperty(SupportsGet = true, Name = "nam")]
    public string? Year { get; set; }

    /// <summary>The filter all choices of which are shown; null shows the first few of each.</summary>
    [BindProperty(SupportsGet = true, Name = FilterPanel.WholeName)]
    public string? Whole { get; set; }

    [BindProperty(SupportsGet = true, Name = "trang")]
    public int Number { get; set; } = 1;

    /// <summary>Whether the words are searched as they were typed.</summary>
    [BindProperty(SupportsGet = true, Name = "nguyen-van")]
    public bool IsLiteral { get; set; }

    /// <summary><see cref="ResultsPart"/> for the results alone, as the page's script shows them while one types.</summary>
    [BindProperty(SupportsGet = true, Name = "phan")]
    public string? Part { get; set; }

    /// <summary>How many words of a question too long were searched; null for others.</summary>
    public int? CutTo { get; private set; }

    /// <summary>Time, fee, papers and place of the first procedures, by item.</summary>
    public IReadOnlyDictionary<long, ProcedureBrief> Briefs { get; private set; } = new Dictionary<long, ProcedureBrief>();

    /// <summary>What many others asked that the same answers.</summary>
    public IReadOnlyList<string> AlsoAsked { get; private set; } = [];

    public SearchResults Results { get; private set; } = new(0, []);

    public PageOf Pages { get; private set; } = null!;

    /// <summary>False for the empty page one starts from.</summary>
    public bool IsAsked => !string.IsNullOrWhiteSpace(Words) || Type is not null || Agency is not null || Field is not null || Year is not null;

    public bool IsPart => Part == ResultsPart;

    public bool IsEverywhere => site.Tenant.IsPortal;

    /// <summary>The same question on the portal, over all sites; null on the portal itself.</summary>
    public string? Wider => !IsEverywhere && directory.Portal is { } portal ? site.LinkTo(portal, "/tim-kiem") + new QueryWriter().Add("q", Words).Add("loai", Type) : null;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid || Number < 1 || (long)Number * PageOf.DefaultSize > PageOf.Deepest)
        {
            Words = AskedWords.Of(Words).Text;
            return this.NotThatFar(number => AddressOf(number));
        }

        (Words, CutTo) = AskedWords.Of(Words);
        if (IsAsked)
        {
            PageDependencies.Add(PageTag.Index);
            Results = finder.Find(new SearchQuery(Words ?? "", IsEverywhere ? null : site.Tenant.Id) { Type = NullIfEmpty(Type), Terms = Terms(), Page = Number, IsLiteral = IsLiteral });
            Briefs = await briefs.OfHitsAsync(Results, ct);
            AlsoAsked = popular.Beside(site.Tenant.Id, Words, Results);
            Count();
            if (Results.IsResting || Results.IsIncomplete)
            {
                PageDependencies.PreventCaching();
            }
        }

        Pages = new PageOf(Number, PageOf.DefaultSize, Math.Min(Results.Total, PageOf.Deepest), number => AddressOf(number));
        return Pages.IsBeyond && !Results.IsResting && !Results.IsIncomplete ? this.NotThatFar(Pages) : Page();
    }

    // Turning pages and choosing filters is still the same question; what somebody is still typing is none yet.
    private void Count()
    {
        if (!IsPart && Number == 1 && Words is { Length: > 0 } words && !string.IsNullOrWhiteSpace(words) && Type is null && Agency is null && Field is null && Year is null && !Results.IsResting)
        {
            var (tenant, total) = (site.Tenant.Id, Results.Total);
            questions.Asked(tenant, words, total);
            PageDependencies.WhenSentAgain(() => questions.Asked(tenant, words, total));
        }
    }

    /// <summary>The same question as a feed to follow.</summary>
    public string FeedAddress => site.Link("/tim-kiem.atom") + new QueryWriter().Add("q", Words).Add("loai", Type).Add("co-quan", Agency).Add("linh-vuc", Field);

    /// <summary>The same question with one filter changed; null takes it away.</summary>
    public string AddressWith(string filter, string? value) =>
        AddressOf(1, filter == "loai" ? value : Type, filter == "co-quan" ? value : Agency, filter == "linh-vuc" ? value : Field, filter == "nam" ? value : Year, filter == FilterPanel.WholeName ? value : null);

    /// <summary>The filters beside the hits, with counts of what each would leave.</summary>
    public FilterPanel Panel => new(
        [FilterOf("co-quan", "agency", Agency), FilterOf("linh-vuc", "field", Field), FilterOf("nam", "year", Year)], AddressWith, (_, choice) => choice.Label)
    {
        IsCountedTogether = true,
        Whole = Whole,
    };

    /// <summary>The kinds of hits that there are, in the order of <see cref="IContentType.SearchOrder"/>.</summary>
    public IEnumerable<FacetCount> Kinds => Results.Facets.GetValueOrDefault("type")?.OrderBy(kind => types.Find(kind.Value)?.SearchOrder) ?? Enumerable.Empty<FacetCount>();

    public string IconOf(SearchHit hit) => types.Of(hit.Type).Icon;

    public string AddressOfWords(string words) => site.Link("/tim-kiem") + new QueryWriter().Add("q", words);

    /// <summary>The same question, taken as it was typed.</summary>
    public string AddressAsTyped => site.Link("/tim-kiem") + new QueryWriter().Add("q", Words).Add("nguyen-van", "true");

    /// <summary>The agency that a hit is; null for what agencies publish.</summary>
    public Tenant? AgencyOf(SearchHit hit) => AgencyEntries.IsAgency(hit.ItemId) ? SiteOf(hit) : null;

    public string LinkOf(OtherLevel other) => directory.FindById(other.TenantId) is { } tenant ? site.LinkTo(tenant, other.Path) : other.Path;

    public Tenant? SiteOf(SearchHit hit) => directory.FindById(hit.TenantId);

    public string LinkOf(SearchHit hit) => SiteOf(hit) is { } tenant ? site.LinkTo(tenant, hit.Path) : hit.Path;

    private string AddressOf(int number) => AddressOf(number, Type, Agency, Field, Year);

    private string AddressOf(int number, string? type, string? agency, string? field, string? year, string? whole = null) => site.Link("/tim-kiem") + new QueryWriter()
        .Add("q", Words).Add("loai", type).Add("co-quan", agency).Add("linh-vuc", field).Add("nam", year).Add("nguyen-van", IsLiteral ? "true" : null).Add(FilterPanel.WholeName, whole).Add("trang", number > 1 ? number : null);

    private FilterGroup FilterOf(string name, string kind, string? chosen)
    {
        var choices = (Results.Facets.GetValueOrDefault(kind) ?? []).Select(facet => new TermCount(facet.Value, facet.Label, facet.Count));
        return new(name, "search." + kind, chosen, [.. kind == "year" ? choices.OrderByDescending(choice => choice.Value, StringComparer.Ordinal) : choices]);
    }

    private Dictionary<string, string> Terms() => new[] { ("agency", Agency), ("field", Field), ("year", Year) }
        .Where(pair => !string.IsNullOrEmpty(pair.Item2)).ToDictionary(pair => pair.Item1, pair => pair.Item2!);

    private static string? NullIfEmpty(string? value) => string.IsNullOrEmpty(value) ? null : value;
}
