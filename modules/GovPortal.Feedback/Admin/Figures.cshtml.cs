using GovPortal.Core.Localization;
using GovPortal.Core.Security;
using GovPortal.Core.Tenancy;

namespace GovPortal.Feedback.Admin;

/// <summary>How the agency answers, and on the portal every agency, by kind, in a period.</summary>
[Authorize(Permission.AnswerEnquiries)]
public sealed class FiguresPage(EnquiryFigures figures, VisitedSite site, TenantClock clock) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "tu"), Display(Name = "feedback.period.from")]
    public DateOnly? From { get; set; }

    [BindProperty(SupportsGet = true, Name = "den"), Display(Name = "feedback.period.until")]
    public DateOnly? Until { get; set; }

    public DateOnly First { get; private set; }

    public DateOnly Last { get; private set; }

    /// <summary>True when the days asked for are no period, so that those of this year are shown.</summary>
    public bool IsOddPeriod { get; private set; }

    /// <summary>One row an agency, the latest answerers first.</summary>
    public IReadOnlyList<EnquiryRow> Agencies { get; private set; } = [];

    public IReadOnlyList<EnquiryRow> Kinds { get; private set; } = [];

    public EnquiryRow Sum { get; private set; } = EnquiryRow.Nothing("", null);

    public async Task OnGetAsync(CancellationToken ct)
    {
        (First, Last) = (From ?? new DateOnly((Until ?? clock.Today).Year, 1, 1), Until ?? clock.Today);
        if (!ModelState.IsValid || First > Last || First.Year < 2000 || Last.Year > 2199)
        {
            (First, Last, IsOddPeriod) = (new DateOnly(clock.Today.Year, 1, 1), clock.Today, true);
        }

        var rows = await figures.OfAsync(figures.SitesOf(site.Tenant), First, Last, ct);
        Agencies = [.. rows.GroupBy(row => row.Agency, StringComparer.Ordinal).Select(group => group.Aggregate(EnquiryRow.Nothing(group.Key, null), EnquiryRow.Add)).OrderBy(row => row.OnTimeShare ?? 101).ThenBy(row => row.Agency, StringComparer.Ordinal)];
        Kinds = [.. rows.GroupBy(row => row.Kind).OrderBy(group => group.Key).Select(group => group.Aggregate(EnquiryRow.Nothing("", group.Key), EnquiryRow.Add))];
        Sum = rows.Aggregate(EnquiryRow.Nothing("", null), EnquiryRow.Add);
    }
}
