using System.Globalization;
using GovPortal.Core.Localization;
using GovPortal.Core.Security;
using GovPortal.Core.Tenancy;
using GovPortal.Publishing.Content;
using GovPortal.Web.Caching;

namespace GovPortal.Content.Admin;

/// <summary>A month: what went up and came down, what is to, what wants looking at.</summary>
[Authorize(Permission.ReadDesk)]
public sealed class CalendarPage(DeskCalendar desk, TenantClock clock, VisitedSite site) : PageModel
{
    /// <summary>The month as <c>2026-11</c>; this month when it is missing.</summary>
    [BindProperty(SupportsGet = true, Name = "thang")]
    public string? Wanted { get; set; }

    public DateOnly Month { get; private set; }

    public DateOnly Today => clock.Today;

    /// <summary>Weeks from Monday on, so that the days stand in columns.</summary>
    public IReadOnlyList<DateOnly> Days { get; private set; } = [];

    /// <summary>Lines of a day that show at once; the rest unfolds.</summary>
    public const int MostAtOnce = 5;

    public ILookup<DateOnly, CalendarLine> Lines { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var today = clock.Today;
        Month = new DateOnly(today.Year, today.Month, 1);
        if (!string.IsNullOrEmpty(Wanted))
        {
            if (!DateOnly.TryParseExact(Wanted + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month) || month.Year is < 1990 or > 2200)
            {
                return NotFound();
            }

            Month = month;
        }

        var first = Month.AddDays(-(((int)Month.DayOfWeek + 6) % 7));
        var last = Month.AddMonths(1).AddDays(-1);
        last = last.AddDays((7 - (int)last.DayOfWeek) % 7);
        Days = [.. Enumerable.Range(0, last.DayNumber - first.DayNumber + 1).Select(first.AddDays)];
        var lines = await desk.ReadAsync(clock.StartOf(first), clock.StartOf(last.AddDays(1)), first, last, ct);
        Lines = lines.OrderBy(line => line.At).ToLookup(line => line.On ?? clock.DayOf(line.At!.Value));
        return Page();
    }

    public string AddressOf(DateOnly month) => site.Link("/quan-tri/lich") + new QueryWriter().Add("thang", month.ToString("yyyy-MM", CultureInfo.InvariantCulture));
}
