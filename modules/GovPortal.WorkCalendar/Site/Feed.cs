using GovPortal.Core.Localization;
using GovPortal.Core.Modules;
using GovPortal.Publishing.Content;
using GovPortal.Publishing.Reading;
using GovPortal.Publishing.Web;
using GovPortal.Web.Caching;
using GovPortal.Web.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace GovPortal.WorkCalendar.Site;

/// <summary>The iCalendar feed (RFC 5545) of a site's work calendar: what was published last, in UTC.</summary>
internal static class Feed
{
    private const int Entries = 200;

    public static void MapWorkCalendarFeed(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/lich-cong-tac.ics", WriteAsync).OfModule(WorkCalendarModule.Named).WithMetadata(new KeptLikeAPage());

    private static async Task<IResult> WriteAsync(HttpContext http, PublishedContent content, VisitedSite site, PublicOrigin origin, Texts texts, CancellationToken ct)
    {
        var latest = await content.ListAsync(new ListQuery(AppointmentType.TypeName, Size: Entries) { IsCounted = false }, ct);
        var host = origin.Of(http.Request);
        return CalendarFeed.Of("Work calendar", $"{texts.In(site.Language, "workcalendar.title")} – {site.Title}",
            latest.Items.Select(item => EntryOf(item, site, new Uri(host + site.Link($"/lich-cong-tac/{item.Slug}")), texts)));
    }

    private static FeedEntry EntryOf(ListedItem item, VisitedSite site, Uri address, Texts texts)
    {
        var line = AppointmentType.LineOf(item);
        var facts = new[] { ("workcalendar.field.chair", line.Chair), ("workcalendar.field.participants", line.Participants) };
        return new FeedEntry(item.Id, address, item.Title, site.Tenant.InstantOf(line.StartsAt), line.EndsAt is { } end ? site.Tenant.InstantOf(end) : null, item.CorrectedAt ?? item.PublishedAt)
        {
            Place = line.Place,
            Description = string.Join('\n', facts.Where(fact => fact.Item2 is not null).Select(fact => $"{texts.In(site.Language, fact.Item1)}: {fact.Item2}")),
        };
    }
}
