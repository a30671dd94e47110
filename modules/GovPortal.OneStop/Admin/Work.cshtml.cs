using GovPortal.Core.Localization;
using GovPortal.Core.Security;
using GovPortal.Web.Caching;
using GovPortal.Web.Pages;

namespace GovPortal.OneStop.Admin;

/// <summary>The dossiers of the site for those who work on them: those due first stand first.</summary>
[Authorize(Permission.ReadDossiers)]
public sealed class WorkPage(DossierRegister register, VisitedSite site, TimeProvider clock) : PageModel
{
    public const string Address = "/quan-tri/mot-cua";

    [BindProperty(SupportsGet = true, Name = "ds")]
    public WorkList List { get; set; } = WorkList.Open;

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Words { get; set; }

    [BindProperty(SupportsGet = true, Name = "trang")]
    public int Number { get; set; } = 1;

    public IReadOnlyList<DossierLine> Lines { get; private set; } = [];

    public PageOf Pages { get; private set; } = null!;

    public DateTimeOffset Now => clock.GetUtcNow();

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid || Number < 1 || (long)Number * PageOf.DefaultSize > PageOf.Deepest)
        {
            return NotFound();
        }

        var (total, lines) = await register.ListAsync(List, User.PersonId(), Words, Number, PageOf.DefaultSize, ct);
        (Lines, Pages) = (lines, new PageOf(Number, PageOf.DefaultSize, total, number => AddressOf(List, number)));
        return Pages.IsBeyond ? NotFound() : Page();
    }

    public string AddressOf(WorkList list, int number = 1) =>
        site.Link(Address) + new QueryWriter().Add("ds", list.ToString()).Add("q", Words).Add("trang", number > 1 ? number.ToString(System.Globalization.CultureInfo.InvariantCulture) : null);
}
