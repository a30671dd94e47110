using GovPortal.Core.Localization;
using GovPortal.Publishing.Reading;
using GovPortal.Web.Caching;
using GovPortal.Web.Pages;

namespace GovPortal.Galleries.Site;

/// <summary>The albums of a site, newest first.</summary>
public sealed class ListPage(PublishedContent content, VisitedSite site) : PageModel
{
    // Whole rows of three and of two.
    private const int Albums = 24;

    [BindProperty(SupportsGet = true, Name = "trang")]
    public int Number { get; set; } = 1;

    public IReadOnlyList<ListedItem> Items { get; private set; } = [];

    public PageOf Pages { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        string AddressOf(int number) => site.Link("/thu-vien-anh") + new QueryWriter().Add("trang", number > 1 ? number : null);
        if (!ModelState.IsValid || Number < 1 || (long)Number * Albums > PageOf.Deepest)
        {
            return this.NotThatFar(AddressOf);
        }

        var found = await content.ListAsync(new ListQuery(AlbumType.TypeName, Number, Albums), ct);
        (Items, Pages) = (found.Items, new PageOf(Number, Albums, found.Total, AddressOf));
        return Pages.IsBeyond ? this.NotThatFar(Pages) : Page();
    }
}
