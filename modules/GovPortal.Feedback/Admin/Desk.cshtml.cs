using GovPortal.Core.Localization;
using GovPortal.Core.Security;
using GovPortal.Core.Tenancy;
using GovPortal.Web.Caching;
using GovPortal.Web.Pages;

namespace GovPortal.Feedback.Admin;

/// <summary>What citizens have written, for those who answer: what is due first stands first. Who wrote it is seen in the enquiry alone.</summary>
[Authorize(Permission.AnswerEnquiries)]
public sealed class DeskPage(EnquiryRegister register, Texts texts, VisitedSite site, TenantClock clock) : PageModel
{
    public const string Address = "/quan-tri/hoi-dap";

    [BindProperty(SupportsGet = true, Name = "ds")]
    public EnquiryList List { get; set; } = EnquiryList.Open;

    [BindProperty(SupportsGet = true, Name = "loai")]
    public EnquiryKind? Kind { get; set; }

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Words { get; set; }

    [BindProperty(SupportsGet = true, Name = "trang")]
    public int Number { get; set; } = 1;

    public IReadOnlyList<EnquiryLine> Lines { get; private set; } = [];

    /// <summary>How many are past their time.</summary>
    public int Late { get; private set; }

    public PageOf Pages { get; private set; } = null!;

    public DateTimeOffset Now => clock.Now;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid || Number < 1 || (long)Number * PageOf.DefaultSize > PageOf.Deepest)
        {
            return NotFound();
        }

        var (total, lines) = await register.ListAsync(List, Kind, User.PersonId(), Words, Number, PageOf.DefaultSize, ct);
        Late = await register.CountAsync(EnquiryList.Late, ct);
        (Lines, Pages) = (lines, new PageOf(Number, PageOf.DefaultSize, total, number => AddressOf(List, number)));
        return Pages.IsBeyond ? NotFound() : Page();
    }

    /// <summary>What came this year, as a table for other programs.</summary>
    public async Task<IActionResult> OnGetRegisterAsync(CancellationToken ct) =>
        ModelState.IsValid ? File(await Register.WriteAsync(register, Kind, site, texts, clock, ct), "text/csv; charset=utf-8", $"so-theo-doi-{clock.Today.Year}.csv") : NotFound();

    public string AddressOf(EnquiryList list, int number = 1) =>
        site.Link(Address) + new QueryWriter().Add("ds", list.ToString()).Add("loai", Kind?.ToString()).Add("q", Words).Add("trang", number > 1 ? number : null);
}
