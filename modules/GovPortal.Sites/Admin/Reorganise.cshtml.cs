using System.Globalization;
using GovPortal.Core.Checking;
using GovPortal.Core.Localization;
using GovPortal.Core.Security;
using GovPortal.Core.Tenancy;
using GovPortal.Core.Text;
using GovPortal.Publishing.Moves;
using GovPortal.Storage.Tenancy;
using GovPortal.Web.Pages;

namespace GovPortal.Sites.Admin;

/// <summary>Agencies that become part of another, or end: first what it would do, then doing it; and taking it back within thirty days.</summary>
[Authorize(Permission.ManagePortal)]
public sealed class ReorganisePage(SiteMerging merging, SiteClosings closings, MoveHistory book, TenantDirectory directory, TimeProvider clock, Texts texts, VisitedSite site) : PageModel
{
    // Names offered while typing; any other may be typed as well.
    private const int MostOffered = 300;

    private const int LongestDecision = 300;

    /// <summary>Names of the sites whose agencies end, one a line.</summary>
    [BindProperty(SupportsGet = true, Name = "tu")]
    public string? From { get; set; }

    /// <summary>Name of the site of who takes over.</summary>
    [BindProperty]
    public string? Into { get; set; }

    [BindProperty]
    public DateOnly? On { get; set; }

    [BindProperty]
    public string? Decision { get; set; }

    /// <summary>True hands content over; false only says who came after.</summary>
    [BindProperty]
    public bool HandsOver { get; set; } = true;

    [BindProperty]
    public bool LeadsOn { get; set; }

    /// <summary>What it would do; null before that was asked.</summary>
    public MergePreview? Preview { get; private set; }

    public IReadOnlyList<SiteMove> Moves { get; private set; } = [];

    public IEnumerable<Tenant> Offered => directory.All.Where(one => !one.IsPortal && one.IsEnabled && one.Settings.Closing is null).Take(MostOffered);

    public bool CanUndo(SiteMove move) => book.IsOpen(move);

    public string TitleOf(string name) => directory.FindByName(name)?.TitleIn(site.Language) ?? name;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => site.Tenant.IsPortal ? await ShowAsync(ct) : NotFound();

    /// <summary>Says what it would do.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!site.Tenant.IsPortal)
        {
            return NotFound();
        }

        if (ModelState.IsValid && !Refused(await CheckAsync(ct)))
        {
            var preview = HandsOver ? (await merging.PreviewAsync(Order, ct)).Preview : new MergePreview([.. Names.Select(name => new GivenSite(name, 0, 0, 0, 0, 0, 0, 0))]);
            Preview = preview;
        }

        return await ShowAsync(ct);
    }

    public async Task<IActionResult> OnPostCarryAsync(CancellationToken ct)
    {
        if (!site.Tenant.IsPortal)
        {
            return NotFound();
        }

        if (!ModelState.IsValid || Refused(await CheckAsync(ct)))
        {
            return await ShowAsync(ct);
        }

        IReadOnlyList<Refusal> refusals = HandsOver ? (await merging.MergeAsync(Order, User.PersonId(), ct)).Refusals : [];
        foreach (var order in HandsOver ? [] : Closings)
        {
            refusals = [.. refusals, .. (await closings.CloseAsync(order, User.PersonId(), ct)).Refusals];
        }

        return Refused(refusals) ? await ShowAsync(ct) : Done("sites.moves.done");
    }

    public async Task<IActionResult> OnPostUndoAsync(int number, CancellationToken ct)
    {
        if (!site.Tenant.IsPortal)
        {
            return NotFound();
        }

        var refusal = await closings.UndoAsync(number, User.PersonId(), ct);
        return Refused(refusal is null ? [] : [refusal]) ? await ShowAsync(ct) : Done("sites.moves.undone");
    }

    private IReadOnlyList<string> Names => [.. (From ?? "").Split(['\n', ',', ';'], StringSplitOptions.RemoveEmptyEntries).Select(VietnameseText.NormalizeLine).Where(name => name.Length > 0)];

    private DateOnly Day => On ?? new TenantClock(site.Tenant, clock).Today;

    private string? Said => string.IsNullOrWhiteSpace(Decision) ? null : VietnameseText.NormalizeLine(Decision);

    private MergeOrder Order => new(Names, VietnameseText.NormalizeLine(Into ?? ""), Day) { Decision = Said, LeadsOn = LeadsOn };

    private IEnumerable<CloseOrder> Closings => Names.Select(name => new CloseOrder(name, string.IsNullOrWhiteSpace(Into) ? [] : [VietnameseText.NormalizeLine(Into)], Day) { Decision = Said, LeadsOn = LeadsOn });

    private async Task<IReadOnlyList<Refusal>> CheckAsync(CancellationToken ct) =>
    [
        .. Checks.NotLonger(Said, LongestDecision, nameof(Decision)), .. Names.Count == 0 ? Checks.Required("", "tu") : [],
        .. HandsOver ? (await merging.PreviewAsync(Order, ct)).Refusals : Closings.SelectMany(closings.Check),
    ];

    private bool Refused(IReadOnlyList<Refusal> refusals) => ModelState.Refused(refusals.Select(refusal => refusal with { Field = FieldOf(refusal.Field) }), texts, site);

    private static string? FieldOf(string? field) => field switch { "from" or "name" => "tu", "into" or "successor" => nameof(Into), "date" => nameof(On), "number" => null, _ => field };

    private RedirectResult Done(string key)
    {
        TempData["done"] = key;
        return Redirect(site.Link("/quan-tri/trang/sap-xep"));
    }

    private async Task<PageResult> ShowAsync(CancellationToken ct)
    {
        Moves = await book.ListAsync(ct);
        return Page();
    }

    /// <summary>The day as a form shows it.</summary>
    public string? OnText => On?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
