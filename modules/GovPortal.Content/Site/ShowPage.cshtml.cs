using GovPortal.Core.Caching;
using GovPortal.Core.Localization;
using GovPortal.Publishing.Reading;
using GovPortal.Web.Caching;

namespace GovPortal.Content.Site;

/// <summary>A standing page of a site.</summary>
public sealed class ShowPagePage(PublishedContent content, StandingPages pages, VisitedSite site) : PageModel
{
    public FoundItem<Content.Page> Found { get; private set; } = null!;

    /// <summary>The pages it stands below, from the top down.</summary>
    public IReadOnlyList<ListedItem> Above { get; private set; } = [];

    public IReadOnlyList<ListedItem> Below { get; private set; } = [];

    public string TitleOf(ListedItem page) => site.IsEnglish && !string.IsNullOrEmpty(page.ListJson) ? page.ListJson : page.Title;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct)
    {
        if (await content.FindAsync<Content.Page>(slug, ct) is not { } found)
        {
            return NotFound();
        }

        if (found.IsMoved)
        {
            return RedirectPermanent(AskedQuery.Onto(site.Link($"/{found.Item.Slug}"), HttpContext));
        }

        Found = found;
        PageDependencies.IsPageOf(found.Item.Id);
        var tree = await pages.TreeOfAsync(site.Tenant, ct);
        Below = [.. tree.Where(node => node.Under == found.Item.Id).Select(node => node.Page)];
        Above = [.. AboveOf(tree, found.Item.Id).Reverse()];
        return Page();
    }

    private static IEnumerable<ListedItem> AboveOf(IReadOnlyList<PageNode<ListedItem>> tree, long id)
    {
        for (var node = tree.FirstOrDefault(one => one.Id == id); node?.Under is { } under; node = tree.First(one => one.Id == under))
        {
            yield return tree.First(one => one.Id == under).Page;
        }
    }
}
