using GovPortal.Core.Caching;
using GovPortal.Core.Localization;
using GovPortal.Publishing.Content;
using GovPortal.Publishing.Reading;
using GovPortal.Web.Caching;

namespace GovPortal.News.Site;

/// <summary>The public page of one article, or the notice left when it was withdrawn.</summary>
public sealed class ShowPage(PublishedContent content, VisitedSite site) : PageModel
{
    private const int MostRelated = 4;

    public FoundItem<Article> Found { get; private set; } = null!;

    public IReadOnlyList<ListedItem> Related { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct)
    {
        if (await content.FindAsync<Article>(slug, ct) is not { } found)
        {
            return NotFound();
        }

        if (found.IsMoved)
        {
            return RedirectPermanent(AskedQuery.Onto(site.Link($"/tin-tuc/{found.Item.Slug}"), HttpContext));
        }

        Found = found;
        PageDependencies.IsPageOf(found.Item.Id);
        Related = (await content.ListAsync(new ListQuery(ArticleType.TypeName, Size: MostRelated) { Except = found.Item.Id, IsCounted = false }, ct)).Items;
        return Page();
    }
}
