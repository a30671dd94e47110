using GovPortal.Core.Security;
using GovPortal.Core.Tenancy;

namespace GovPortal.Feedback.Admin;

/// <summary>What visitors said of the site's pages in the last ninety days, those that helped least first.</summary>
[Authorize(Permission.AnswerEnquiries)]
public sealed class UsefulReportPage(UsefulReport report, TenantClock clock) : PageModel
{
    private const int PastDays = 90;

    public IReadOnlyList<ReportedPage> Pages { get; private set; } = [];

    public DateOnly From { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        From = clock.Today.AddDays(-PastDays);
        Pages = await report.ListAsync(From, ct);
    }
}
