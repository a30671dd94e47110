using System.ComponentModel.DataAnnotations;
using GovPortal.Core.Localization;
using GovPortal.Core.Security;
using GovPortal.Core.Tenancy;
using GovPortal.Web.Caching;
using GovPortal.Web.Pages;

namespace GovPortal.Content.Admin;

/// <summary>Who did what on this site, and the same as a table to take along.</summary>
[Authorize(Permission.ReadAudit)]
public sealed class AuditPage(AuditReader audit, AuditWords words, TenantClock clock, Texts texts, VisitedSite site) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "tu-ngay"), Display(Name = "audit.from")]
    public DateOnly? From { get; set; }

    /// <summary>The last day that is wanted.</summary>
    [BindProperty(SupportsGet = true, Name = "den-ngay"), Display(Name = "audit.until")]
    public DateOnly? Until { get; set; }

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Words { get; set; }

    [BindProperty(SupportsGet = true, Name = "trang")]
    public int Number { get; set; } = 1;

    public IReadOnlyList<AuditLine> Lines { get; private set; } = [];

    public PageOf Pages { get; private set; } = null!;

    private AuditFilter Filter => new(From is { } from ? clock.StartOf(from) : null, Until is { } until ? clock.StartOf(until.AddDays(1)) : null, Words);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (ModelState.IsWrongBesides("tu-ngay", "den-ngay") || Number is < 1 or > PageOf.Deepest)
        {
            return NotFound();
        }

        (var total, Lines) = ModelState.IsValid ? await audit.ListAsync(Filter, Number, ct) : (0, (IReadOnlyList<AuditLine>)[]);
        Pages = new PageOf(Number, AuditReader.PageSize, total, number => AddressOf("/quan-tri/nhat-ky", number));
        return Page();
    }

    public IActionResult OnGetExport() =>
        ModelState.IsValid ? new AuditTable(audit.ReadAsync(Filter, HttpContext.RequestAborted), words, texts, site, $"nhat-ky-{site.Tenant.Name}-{clock.Today:yyyyMMdd}.csv") : NotFound();

    public IReadOnlyList<AuditChange> ChangesOf(AuditLine line) => words.Of(line.Entry);

    public string AddressOf(string path, int number = 1) => site.Link(path) + new QueryWriter()
        .Add("tu-ngay", From?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)).Add("den-ngay", Until?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)).Add("q", Words).Add("trang", number > 1 ? number : null);
}
