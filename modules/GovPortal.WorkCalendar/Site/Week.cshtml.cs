using GovPortal.Core.Localization;
using GovPortal.Core.Tenancy;
using GovPortal.Publishing.Content;
using GovPortal.Publishing.Reading;
using GovPortal.Web.Caching;

namespace GovPortal.WorkCalendar.Site;

/// <summary>A week of the work calendar, day by day; this week where none is asked for.</summary>
public sealed class WeekPage(PublishedContent content, VisitedSite site, TenantClock clock) : PageModel
{
    private const int Most = 200;

    /// <summary>For example <c>2026-W10</c>.</summary>
    [BindProperty(SupportsGet = true, Name = "tuan")]
    public string? Asked { get; set; }

    public WorkWeek Week { get; private set; }

    public bool IsThisWeek { get; private set; }

    public DateOnly Today => clock.Today;

    /// <summary>The days that have something, and the working days that have nothing.</summary>
    public IReadOnlyList<CalendarDay> Days { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var present = WorkWeek.Of(Today);
        if (string.IsNullOrEmpty(Asked))
        {
            Week = present;
        }
        else if (WorkWeek.TryParse(Asked, out var week))
        {
            Week = week;
        }
        else
        {
            return NotFound();
        }

        IsThisWeek = Week == present;
        var found = await content.ListAsync(new ListQuery(AppointmentType.TypeName, Size: Most) { IsCounted = false, Terms = new Dictionary<string, string> { [AppointmentType.WeekTerm] = Week.ToString() } }, ct);
        var entries = found.Items.Select(item => new CalendarEntry(item, AppointmentType.LineOf(item))).OrderBy(entry => entry.Line.StartsAt).ThenBy(entry => entry.Item.Id).ToArray();
        Days = [.. Week.Days.Select(day => new CalendarDay(day, [.. entries.Where(entry => entry.Line.IsOn(day))]))
            .Where(day => day.Entries.Count > 0 || day.Day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))];
        return Page();
    }

    /// <summary>This week stands at the address without a question.</summary>
    public string AddressOf(WorkWeek week) => site.Link("/lich-cong-tac") + new QueryWriter().Add("tuan", week == WorkWeek.Of(Today) ? null : week.ToString());
}

public sealed record CalendarEntry(ListedItem Item, AppointmentLine Line);

public sealed record CalendarDay(DateOnly Day, IReadOnlyList<CalendarEntry> Entries);
