using GovPortal.Core.Caching;
using GovPortal.Core.Localization;
using GovPortal.Core.Tenancy;
using GovPortal.Publishing.Content;
using GovPortal.Publishing.Reading;
using GovPortal.Web.Caching;

namespace GovPortal.Events.Site;

/// <summary>The public page of one event, a conference with its programme, or the notice left when it was withdrawn.</summary>
public sealed class ShowPage(PublishedContent content, VisitedSite site, TenantClock clock) : PageModel
{
    public FoundItem<PublicEvent> Found { get; private set; } = null!;

    public bool IsOver { get; private set; }

    /// <summary>True while one may register; how many places are left, the form says.</summary>
    public bool TakesRegistrations { get; private set; }

    /// <summary>The programme by day, each day's sessions by time and then by track.</summary>
    public IReadOnlyList<IGrouping<DateOnly, EventSession>> Programme { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct)
    {
        if (await content.FindAsync<PublicEvent>(slug, ct) is not { } found)
        {
            return NotFound();
        }

        if (found.IsMoved)
        {
            return RedirectPermanent(AskedQuery.Onto(site.Link($"/su-kien/{found.Item.Slug}"), HttpContext));
        }

        Found = found;
        PageDependencies.IsPageOf(found.Item.Id);
        if (found.Body is { } body)
        {
            IsOver = EventLine.LastDayOf(body.StartsAt, body.EndsAt) < clock.Today;
            TakesRegistrations = body.Registration?.IsOpenOn(clock.Today, body) == true;
            Programme = [.. body.Sessions.OrderBy(session => session.StartsAt).ThenBy(session => session.Track, StringComparer.Ordinal).GroupBy(session => DateOnly.FromDateTime(session.StartsAt))];
        }

        return Page();
    }
}
