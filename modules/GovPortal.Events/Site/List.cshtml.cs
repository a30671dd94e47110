using System.Globalization;
using GovPortal.Core.Localization;
using GovPortal.Core.Tenancy;
using GovPortal.Core.Text;
using GovPortal.Web.Caching;

namespace GovPortal.Events.Site;

/// <summary>Events to come, the next first, and below them those past of a year; of a year that is asked for those alone.</summary>
public sealed class ListPage(EventLists events, VisitedSite site, TenantClock clock) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "nam")]
    public string? Year { get; set; }

    /// <summary>Null where a past year is asked for.</summary>
    public IReadOnlyList<ListedEvent>? Coming { get; private set; }

    public IReadOnlyList<ListedEvent> Past { get; private set; } = [];

    /// <summary>The year of <see cref="Past"/>.</summary>
    public int PastYear { get; private set; }

    public IReadOnlyList<int> Years { get; private set; } = [];

    public DateOnly Today => clock.Today;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var isAsked = !string.IsNullOrEmpty(Year);
        var year = 0;
        if (isAsked && (!int.TryParse(Year, NumberStyles.None, CultureInfo.InvariantCulture, out year) || year < WrittenDay.First.Year || year > WrittenDay.Last.Year))
        {
            return NotFound();
        }

        Years = [.. (await events.YearsAsync(ct)).Where(known => known <= Today.Year)];
        Coming = isAsked ? null : await events.ComingAsync(ct);

        // Where nothing of this year is past yet, the last year that has something.
        PastYear = isAsked ? year : Today.Year;
        Past = await events.PastAsync(PastYear, ct);
        if (!isAsked && Past.Count == 0 && Years.Where(known => known < Today.Year).Take(1).ToArray() is [var before])
        {
            (PastYear, Past) = (before, await events.PastAsync(before, ct));
        }

        return Page();
    }

    public string AddressOf(int? year) => site.Link("/su-kien") + new QueryWriter().Add("nam", year);
}
