using GovPortal.Core.Localization;
using GovPortal.Core.Tenancy;
using GovPortal.Publishing.Reading;
using GovPortal.Web.Caching;
using GovPortal.Web.Pages;

namespace GovPortal.Consultations.Site;

/// <summary>Drafts that opinions are or were taken of, newest first.</summary>
public sealed class ListPage(PublishedContent content, VisitedSite site, TenantClock clock) : PageModel
{
    private const int Size = 15;

    [BindProperty(SupportsGet = true, Name = "trang")]
    public int Number { get; set; } = 1;

    public ContentList Consultations { get; private set; } = null!;

    public PageOf Pages { get; private set; } = null!;

    public DateOnly Today => clock.Today;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid || Number < 1 || Number > PageOf.Deepest)
        {
            return this.NotThatFar(AddressOf);
        }

        Consultations = await content.ListAsync(new ListQuery(ConsultationType.TypeName, Number, Size), ct);
        Pages = new PageOf(Number, Size, Consultations.Total, AddressOf);
        return Pages.IsBeyond ? this.NotThatFar(Pages) : Page();
    }

    private string AddressOf(int number) => site.Link("/lay-y-kien") + new QueryWriter().Add("trang", number > 1 ? number : null);
}
