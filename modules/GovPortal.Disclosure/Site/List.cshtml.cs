using System.Globalization;
using GovPortal.Core.Localization;
using GovPortal.Core.Text;
using GovPortal.Disclosure.Duties;
using GovPortal.Publishing.Content;
using GovPortal.Publishing.Reading;
using GovPortal.Web.Caching;
using GovPortal.Web.Pages;

namespace GovPortal.Disclosure.Site;

/// <summary>The list of what must be public, by the law's groups with how each stands; with a section chosen, all that was published of it.</summary>
public sealed class ListPage(PublishedContent content, VisitedSite site, DutyStandings standings) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "muc")]
    public string? Section { get; set; }

    [BindProperty(SupportsGet = true, Name = "nam")]
    public string? Year { get; set; }

    [BindProperty(SupportsGet = true, Name = "trang")]
    public int Number { get; set; } = 1;

    /// <summary>The chosen section; null for the whole list.</summary>
    public Duty? Chosen { get; private set; }

    public DutyPack Pack => standings.Pack;

    /// <summary>By group, in the law's order; empty where a section is chosen.</summary>
    public IReadOnlyList<(DutyGroup Group, IReadOnlyList<DutyStanding> Duties)> Groups { get; private set; } = [];

    /// <summary>What was published of the chosen section.</summary>
    public IReadOnlyList<ListedItem> Items { get; private set; } = [];

    public PageOf Pages { get; private set; } = null!;

    /// <summary>Years of which there is something, the latest first.</summary>
    public IReadOnlyList<string> Years { get; private set; } = [];

    public int Count(DutyState state) => Groups.Sum(group => group.Duties.Count(duty => duty.State == state));

    public string NameOf(Duty duty) => site.IsEnglish ? duty.NameEn : duty.Name;

    public string NameOf(DutyGroup group) => site.IsEnglish ? group.NameEn : group.Name;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        Year = string.IsNullOrEmpty(Year) ? null : Year;
        Section = string.IsNullOrEmpty(Section) ? null : Section;
        int? year = Year is null ? null : int.TryParse(Year, NumberStyles.None, CultureInfo.InvariantCulture, out var read) ? read : 0;
        Chosen = Pack.Find(Section);
        if (!ModelState.IsValid || Number < 1 || (long)Number * PageOf.DefaultSize > PageOf.Deepest || year is { } only && (only < WrittenDay.First.Year || only > WrittenDay.Last.Year) || Section is not null && Chosen is null)
        {
            return NotFound();
        }

        Years = [.. (await content.CountTermsAsync(DisclosedInformationType.TypeName, DisclosedInformationType.YearTerm, ct)).Select(term => term.Value).OrderByDescending(value => value, StringComparer.Ordinal)];
        return Chosen is null ? await ListDutiesAsync(year, ct) : await ListItemsAsync(Chosen, ct);
    }

    public string AddressOf(string? section, string? year, int number = 1) =>
        site.Link("/cong-khai") + new QueryWriter().Add("muc", section).Add("nam", year).Add("trang", number > 1 ? number : null);

    private async Task<IActionResult> ListDutiesAsync(int? year, CancellationToken ct)
    {
        var all = await standings.OfAsync(year, ct);
        Groups = [.. Pack.Groups.Select(group => (group, (IReadOnlyList<DutyStanding>)[.. all.Where(standing => standing.Duty.Group == group.Key)]))];
        return Page();
    }

    private async Task<IActionResult> ListItemsAsync(Duty duty, CancellationToken ct)
    {
        var terms = new Dictionary<string, string> { [DisclosedInformationType.SectionTerm] = duty.Key };
        if (Year is not null)
        {
            terms[DisclosedInformationType.YearTerm] = Year;
        }

        var found = await content.ListAsync(new ListQuery(DisclosedInformationType.TypeName, Number) { Terms = terms }, ct);
        Pages = new PageOf(Number, PageOf.DefaultSize, found.Total, number => AddressOf(duty.Key, Year, number));
        Items = found.Items;
        return Pages.IsBeyond ? this.NotThatFar(Pages) : Page();
    }
}
