using System.ComponentModel.DataAnnotations;
using GovPortal.Core.Caching;
using GovPortal.Core.Localization;
using GovPortal.Core.Tenancy;
using GovPortal.Web.Caching;

namespace GovPortal.OneStop.Site;

/// <summary>How the one-stop desk does, in the open: each agency and field of the period, by the national arithmetic.</summary>
public sealed class FiguresPage(OneStopFigures figures, VisitedSite site, TenantClock clock) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "tu"), Display(Name = "onestop.from")]
    public DateOnly? From { get; set; }

    [BindProperty(SupportsGet = true, Name = "den"), Display(Name = "onestop.until")]
    public DateOnly? Until { get; set; }

    /// <summary>One row an agency, then the sum of all.</summary>
    public IReadOnlyList<FiguresRow> Agencies { get; private set; } = [];

    public IReadOnlyList<FiguresRow> Fields { get; private set; } = [];

    public FiguresRow Sum { get; private set; } = FiguresRow.Nothing("", "");

    public DateOnly First { get; private set; }

    public DateOnly Last { get; private set; }

    /// <summary>True when the days asked for are no period, so that those of this year are shown.</summary>
    public bool IsOddPeriod { get; private set; }

    public string Query => new QueryWriter().Add("tu", Days.Iso(First)).Add("den", Days.Iso(Last)).ToString();

    public async Task OnGetAsync(CancellationToken ct)
    {
        // Figures move with every step, and steps are no publications.
        PageDependencies.PreventCaching();
        (First, Last, IsOddPeriod) = PeriodOf(From, Until, clock.Today);
        IsOddPeriod |= !ModelState.IsValid;
        var rows = await figures.OfAsync(figures.SitesOf(site.Tenant), First, Last, ct);
        Agencies = [.. rows.GroupBy(r => r.Agency, StringComparer.Ordinal).Select(g => g.Aggregate(FiguresRow.Nothing(g.Key, ""), FiguresRow.Add)).OrderByDescending(r => r.Total).ThenBy(r => r.Agency, StringComparer.Ordinal)];
        Fields = [.. rows.GroupBy(r => r.Field, StringComparer.Ordinal).Select(g => g.Aggregate(FiguresRow.Nothing("", g.Key), FiguresRow.Add)).OrderByDescending(r => r.Total).ThenBy(r => r.Field, StringComparer.Ordinal)];
        Sum = rows.Aggregate(FiguresRow.Nothing("", ""), FiguresRow.Add);
    }

    /// <summary>The days asked for, else this year up to today.</summary>
    internal static (DateOnly First, DateOnly Last, bool IsOdd) PeriodOf(DateOnly? from, DateOnly? until, DateOnly today)
    {
        var (first, last) = (from ?? new DateOnly((until ?? today).Year, 1, 1), until ?? today);
        var isOdd = first > last || first.Year < 2000 || last.Year > 2199;
        return isOdd ? (new DateOnly(today.Year, 1, 1), today, true) : (first, last, false);
    }
}
