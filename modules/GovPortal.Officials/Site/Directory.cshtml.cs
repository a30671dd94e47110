using GovPortal.Core.Localization;
using GovPortal.Publishing.Reading;
using GovPortal.Publishing.Search;
using GovPortal.Web.Caching;
using GovPortal.Web.Pages;

namespace GovPortal.Officials.Site;

/// <summary>The people of the site's agency by unit; on the portal those of every agency. With words, whoever is found by them.</summary>
public sealed class DirectoryPage(VisitedSite site, ContentFinder finder, AgencyStructure structure) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Words { get; set; }

    [BindProperty(SupportsGet = true, Name = "trang")]
    public int Number { get; set; } = 1;

    /// <summary>People by unit in the order of the chart; empty where words were given, and on the portal.</summary>
    public IReadOnlyList<DirectoryGroup> Groups { get; private set; } = [];

    /// <summary>Those found; empty where groups are shown.</summary>
    public IReadOnlyList<ShownPerson> Rows { get; private set; } = [];

    /// <summary>Null where groups are shown.</summary>
    public PageOf? Pages { get; private set; }

    /// <summary>Who gives information and speaks for the agency of this site.</summary>
    public IReadOnlyList<ListedOfficial> Contacts { get; private set; } = [];

    /// <summary>Posts of the leadership that are over.</summary>
    public IReadOnlyList<PastPost> Past { get; private set; } = [];

    public bool IsSearchResting { get; private set; }

    public bool IsSearchIncomplete { get; private set; }

    /// <summary>How many words of a question too long were searched; null for others.</summary>
    public int? CutTo { get; private set; }

    public bool IsFiltered => !string.IsNullOrWhiteSpace(Words);

    public DateOnly Today => structure.Today;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid || Number < 1 || (long)Number * PageOf.DefaultSize > PageOf.Deepest)
        {
            Words = AskedWords.Of(Words).Text;
            return this.NotThatFar(AddressOf);
        }

        (Words, CutTo) = AskedWords.Of(Words);
        var own = await structure.PeopleAsync(ct);
        if (!IsFiltered)
        {
            Contacts = [.. own.Where(person => (person.Line.IsInformationOfficer || person.Line.IsSpokesperson) && person.Line.PostsOn(Today).Any())];
        }

        if (!IsFiltered && !site.Tenant.IsPortal)
        {
            Groups = DirectoryGroup.Of(own, await structure.UnitsAsync(ct), Today);
            Past = PastPost.Of(own, unit: null, Today);
            return Number == 1 ? Page() : this.NotThatFar(new PageOf(Number, PageOf.DefaultSize, 0, AddressOf));
        }

        return await FindAsync(ct);
    }

    public string AddressOf(int number) => site.Link("/can-bo") + new QueryWriter().Add("q", Words).Add("trang", number > 1 ? number : null);

    private async Task<IActionResult> FindAsync(CancellationToken ct)
    {
        // Who has left is found by name, and stands in no list.
        var terms = FinderQuestion.Given((OfficialType.StandingTerm, IsFiltered ? null : OfficialType.Present));
        var answer = await finder.AskAsync(new FinderQuestion(OfficialType.TypeName, Words, terms, [], item => $"/can-bo/{item.Slug}", ListOrder.Title, Number), ct);
        Pages = new PageOf(Number, PageOf.DefaultSize, answer.Total, AddressOf);
        if (Pages.IsBeyond)
        {
            return this.NotThatFar(Pages);
        }

        (IsSearchResting, IsSearchIncomplete) = (answer.IsResting, answer.IsIncomplete);
        Rows = [.. answer.Rows.Select(row => new ShownPerson(new ListedOfficial(row.Item, OfficialType.LineOf(row.Item)), Today) { Agency = row.Agency, Link = row.Link, NameHtml = row.TitleHtml })];
        return Page();
    }
}
