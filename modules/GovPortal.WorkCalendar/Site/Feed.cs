using System.Text;
using GovPortal.Core.Localization;
using GovPortal.Core.Modules;
using GovPortal.Publishing.Content;
using GovPortal.Publishing.Reading;
using GovPortal.Publishing.Web;
using GovPortal.Web.Caching;
using GovPortal.Web.Pages;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
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
        var calendar = new Calendar { Method = "PUBLISH", ProductId = "-//GovPortal//Work calendar//VI" };
        calendar.AddProperty("X-WR-CALNAME", $"{texts.In(site.Language, "workcalendar.title")} – {site.Title}");
        foreach (var item in latest.Items)
        {
            calendar.Events.Add(EventOf(item, site, new Uri(host + site.Link($"/lich-cong-tac/{item.Slug}")), texts));
        }

        return Results.Bytes(Encoding.UTF8.GetBytes(new CalendarSerializer().SerializeToString(calendar) ?? ""), "text/calendar; charset=utf-8");
    }

    private static CalendarEvent EventOf(ListedItem item, VisitedSite site, Uri address, Texts texts)
    {
        var line = AppointmentType.LineOf(item);
        var facts = new[] { ("workcalendar.field.chair", line.Chair), ("workcalendar.field.participants", line.Participants) };
        return new CalendarEvent
        {
            Uid = $"{item.Id}@{address.Host}",
            DtStamp = Utc(item.CorrectedAt ?? item.PublishedAt),
            DtStart = Utc(site.Tenant.InstantOf(line.StartsAt)),
            DtEnd = line.EndsAt is { } end ? Utc(site.Tenant.InstantOf(end)) : null,
            Summary = item.Title,
            Location = line.Place,
            Description = string.Join('\n', facts.Where(fact => fact.Item2 is not null).Select(fact => $"{texts.In(site.Language, fact.Item1)}: {fact.Item2}")),
            Url = address,
        };
    }

    private static CalDateTime Utc(DateTimeOffset instant) => new(instant.UtcDateTime);
}
