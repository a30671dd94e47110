using GovPortal.Core.Localization;
using GovPortal.Publishing.Content;
using GovPortal.Publishing.Reading;
using GovPortal.Web.Caching;
using GovPortal.Web.Pages;

namespace GovPortal.Guides.Site;

/// <summary>All guides of a site, newest first.</summary>
public sealed class ListPage(PublishedContent content, VisitedSite site) : PageModel
{
    private const int PageSize = 48;

    [BindProperty(SupportsGet = true, Name = "trang")]
    public int Number { get; set; } = 1;

    public ContentList Guides { get; private set; } = null!;

    public PageOf Pages { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid || Number < 1 || Number > PageOf.Deepest)
        {
            return this.NotThatFar(AddressOf);
        }

        Guides = await content.ListAsync(new ListQuery(GuideType.TypeName, Number, PageSize), ct);
        Pages = new PageOf(Number, PageSize, Guides.Total, AddressOf);
        return Pages.IsBeyond ? this.NotThatFar(Pages) : Page();
    }

    private string AddressOf(int number) => site.Link("/cuoc-song") + new QueryWriter().Add("trang", number > 1 ? number : null);
}
