using GovPortal.Core.Caching;
using GovPortal.Core.Localization;
using GovPortal.Publishing.Reading;
using GovPortal.Web.Caching;

namespace GovPortal.Officials.Site;

/// <summary>One person with their posts, or the notice left when the page was withdrawn.</summary>
public sealed class ShowPage(PublishedContent content, AgencyStructure structure, VisitedSite site) : PageModel
{
    public FoundItem<Official> Found { get; private set; } = null!;

    /// <summary>The site's units by key.</summary>
    public IReadOnlyDictionary<string, UnitEntry> Units { get; private set; } = new Dictionary<string, UnitEntry>();

    /// <summary>Posts held today, the main one first.</summary>
    public IReadOnlyList<HeldPost> Present { get; private set; } = [];

    /// <summary>The others, the last first.</summary>
    public IReadOnlyList<HeldPost> Others { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct)
    {
        if (await content.FindAsync<Official>(slug, ct) is not { } found)
        {
            return NotFound();
        }

        if (found.IsMoved)
        {
            return RedirectPermanent(AskedQuery.Onto(site.Link($"/can-bo/{found.Item.Slug}"), HttpContext));
        }

        Found = found;
        PageDependencies.IsPageOf(found.Item.Id);
        if (found.Body is { } person)
        {
            Units = (await structure.UnitsAsync(ct)).GroupBy(unit => unit.Line.Key, StringComparer.Ordinal).ToDictionary(same => same.Key, same => same.First(), StringComparer.Ordinal);
            Present = [.. person.Posts.Where(held => held.IsHeldOn(structure.Today))];
            Others = [.. person.Posts.Where(held => !held.IsHeldOn(structure.Today)).OrderByDescending(held => held.Until ?? DateOnly.MaxValue).ThenByDescending(held => held.From)];
        }

        return Page();
    }
}
