using GovPortal.Core.Localization;
using GovPortal.Core.Modules;
using GovPortal.Publishing.Reading;
using GovPortal.Publishing.Web;
using GovPortal.Web.Caching;
using GovPortal.Web.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace GovPortal.Events.Site;

/// <summary>Events for calendar programs: all that are to come as a feed, and each as a file.</summary>
internal static class Calendars
{
    public static void MapEventCalendars(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/su-kien/lich.ics", FeedAsync).OfModule(EventsModule.Named).WithMetadata(new KeptLikeAPage()).ExcludeFromDescription();
        routes.MapGet("/su-kien/{slug}.ics", OneAsync).OfModule(EventsModule.Named).WithMetadata(new KeptLikeAPage()).ExcludeFromDescription();
    }

    private static async Task<IResult> FeedAsync(HttpContext http, EventLists events, VisitedSite site, PublicOrigin origin, Texts texts, CancellationToken ct)
    {
        var host = origin.Of(http.Request);
        return CalendarFeed.Of("Events", $"{texts.In(site.Language, "events.title")} – {site.Title}", (await events.ComingAsync(ct)).Select(one =>
            Entry(one.Item.Id, host, site, one.Item.Slug, one.Item.Title, one.Line, one.Item.CorrectedAt ?? one.Item.PublishedAt, one.Item.Summary)));
    }

    private static async Task<IResult> OneAsync(HttpContext http, string slug, PublishedContent content, VisitedSite site, PublicOrigin origin, CancellationToken ct)
    {
        if (await content.FindAsync<PublicEvent>(slug, ct) is not { Body: { } body, Item: { } item })
        {
            return Results.NotFound();
        }

        var line = new EventLine(body.StartsAt, body.EndsAt, body.Place, body.OnlineAddress is not null, body.Organiser, false);
        var words = string.Join('\n', new[] { body.Summary, body.OnlineAddress, body.Contact }.OfType<string>());
        return CalendarFeed.Of("Events", item.Title, [Entry(item.Id, origin.Of(http.Request), site, item.Slug, item.Title, line, item.CorrectedAt ?? item.PublishedAt!.Value, words)]);
    }

    private static FeedEntry Entry(long id, string host, VisitedSite site, string slug, string title, EventLine line, DateTimeOffset changedAt, string? words) =>
        new(id, new Uri(host + site.Link($"/su-kien/{slug}")), title, site.Tenant.InstantOf(line.StartsAt), line.EndsAt is { } end ? site.Tenant.InstantOf(end) : null, changedAt) { Place = line.Place, Description = words };
}
