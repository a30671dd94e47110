using GovPortal.Core.Caching;
using GovPortal.Core.Localization;
using GovPortal.Publishing.Reading;
using GovPortal.Web.Caching;

namespace GovPortal.Officials.Site;

/// <summary>One unit: its tasks, how it is reached, who works there and who held its posts before.</summary>
public sealed class UnitPage(PublishedContent content, AgencyStructure structure, VisitedSite site) : PageModel
{
    public FoundItem<OrganizationUnit> Found { get; private set; } = null!;

    /// <summary>The unit above; null at the top.</summary>
    public UnitEntry? Above { get; private set; }

    public IReadOnlyList<UnitEntry> Below { get; private set; } = [];

    public IReadOnlyList<ListedOfficial> People { get; private set; } = [];

    /// <summary>Posts of the unit that are over, the last first.</summary>
    public IReadOnlyList<PastPost> Past { get; private set; } = [];

    public DateOnly Today => structure.Today;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct)
    {
        if (await content.FindAsync<OrganizationUnit>(slug, ct) is not { } found)
        {
            return NotFound();
        }

        if (found.IsMoved)
        {
            return RedirectPermanent(AskedQuery.Onto(site.Link($"/co-cau/{found.Item.Slug}"), HttpContext));
        }

        Found = found;
        PageDependencies.IsPageOf(found.Item.Id);
        if (found.Body is { } unit)
        {
            var all = await structure.UnitsAsync(ct);
            Above = all.FirstOrDefault(other => other.Line.Key == unit.Under);
            Below = [.. UnitTree.Lay([.. all.Where(other => other.Line.Under == unit.Key)]).Select(node => node.Unit)];
            var people = await structure.PeopleAsync(ct);
            People = [.. people.Where(person => person.Line.PostsOn(Today).Any(held => held.Unit == unit.Key))];
            Past = PastPost.Of(people, unit.Key, Today);
        }

        return Page();
    }
}
