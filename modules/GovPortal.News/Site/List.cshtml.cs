using GovPortal.Core.Localization;
using GovPortal.Core.Tenancy;
using GovPortal.Publishing.Content;
using GovPortal.Publishing.Reading;
using GovPortal.Web.Caching;
using GovPortal.Web.Pages;

namespace GovPortal.News.Site;

/// <summary>The news of a site, newest first, by category and year.</summary>
public sealed class ListPage(PublishedContent content, VisitedSite site) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "trang")]
    public int Number { get; set; } = 1;

    [BindProperty(SupportsGet = true, Name = "chuyen-muc")]
    public string? Category { get; set; }

    public ContentList Articles { get; private set; } = null!;

    public IReadOnlyList<TermCount> Categories { get; private set; } = [];

    public PageOf Pages { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid || Number < 1 || Number > PageOf.Deepest)
        {
            return this.NotThatFar(AddressOf);
        }

        if (site.Tenant.Settings.TermOf(NamedKind.Category, Category) is { } named && named.Value != Category)
        {
            // Its news were merged into another category.
            Category = named.Value;
            return RedirectPermanent(AddressOf(Number));
        }

        var terms = new Dictionary<string, string>();
        if (!string.IsNullOrEmpty(Category))
        {
            terms["category"] = Category;
        }

        Articles = await content.ListAsync(new ListQuery(ArticleType.TypeName, Number, 12) { Terms = terms }, ct);
        Pages = new PageOf(Number, 12, Articles.Total, AddressOf);
        if (Pages.IsBeyond)
        {
            return this.NotThatFar(Pages);
        }

        Categories = await content.CountTermsAsync(ArticleType.TypeName, "category", ct);
        return Page();
    }

    private string AddressOf(int number)
    {
        var query = new QueryWriter().Add("chuyen-muc", Category).Add("trang", number > 1 ? number : null);
        return site.Link("/tin-tuc") + query;
    }
}
