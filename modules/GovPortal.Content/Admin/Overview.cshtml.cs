using GovPortal.Core.Content;
using GovPortal.Core.Modules;
using GovPortal.Core.Security;
using GovPortal.Core.Web;

namespace GovPortal.Content.Admin;

/// <summary>Everything on the site, newest first, for those who look after it.</summary>
[Authorize(Permission.ReadDesk)]
public sealed class OverviewPage(DeskContent desk, ContentTypes types, ModuleList modules, VisitedSite site) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "loai")]
    public string? Type { get; set; }

    [BindProperty(SupportsGet = true, Name = "trang-thai")]
    public ContentState? State { get; set; }

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Words { get; set; }

    [BindProperty(SupportsGet = true, Name = "trang")]
    public int Number { get; set; } = 1;

    public IReadOnlyList<DeskLine> Items { get; private set; } = [];

    public IReadOnlyDictionary<ContentState, int> Counts { get; private set; } = new Dictionary<ContentState, int>();

    public PageOf Pages { get; private set; } = null!;

    /// <summary>Types whose modules are on.</summary>
    public IReadOnlyList<string> Types => [.. types.All.Where(t => modules.IsOn(t.Module, site.Tenant)).Select(t => t.Name).Order(StringComparer.Ordinal)];

    public bool CanWriteNews => modules.IsOn("News", site.Tenant);

    public bool IsFiltered => !string.IsNullOrEmpty(Type) || State is not null || !string.IsNullOrWhiteSpace(Words);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid || Number is < 1 or > PageOf.Deepest)
        {
            return NotFound();
        }

        (var total, Items) = await desk.ListAsync(string.IsNullOrEmpty(Type) ? null : Type, State, Words, Number, ct);
        Counts = await desk.CountAsync(ct);
        Pages = new PageOf(Number, DeskContent.PageSize, total, number => AddressOf(State, number));
        return Page();
    }

    public string AddressOf(ContentState? state, int number = 1) => site.Link("/quan-tri") + new QueryWriter()
        .Add("loai", Type).Add("trang-thai", state?.ToString()).Add("q", Words).Add("trang", number > 1 ? number : null);
}
