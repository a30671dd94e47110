using System.Globalization;
using GovPortal.Core.Localization;
using GovPortal.Core.Modules;
using GovPortal.Core.Text;
using GovPortal.Publishing.Reading;
using GovPortal.Publishing.Web;
using GovPortal.Publishing.WorkingTime;
using GovPortal.Web.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace GovPortal.Procedures.Site;

/// <summary>The day an outcome is due as a calendar entry: <c>/thu-tuc/{code}/ngay-tra.ics?ngay=2026-12-01&amp;dong=0</c>.</summary>
internal static class DueDay
{
    // What is said of a value that is none.
    private const int LongestNamed = 40;

    public static void MapDueDay(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/thu-tuc/{code}/ngay-tra.ics", WriteAsync).OfModule(ProceduresModule.Named).ExcludeFromDescription();

    private static async Task<IResult> WriteAsync(HttpContext http, string code, PublishedContent content, VisitedSite site, ReceivingOffices offices, WorkingCalendars calendars, Localizer say, PublicOrigin origin, TimeProvider time, string? ngay, string? dong, string? xa, CancellationToken ct)
    {
        if (await content.FindAsync<Procedure>(code, ct) is not { IsMoved: false, Body: { } body, Item: { } item })
        {
            return Results.NotFound();
        }

        if (!WrittenDay.TryParse(ngay, out var received) || !WrittenDay.IsInRange(received))
        {
            return ApiProblem.Of(http, StatusCodes.Status400BadRequest, "procedures.due.bad-day", ShortName.Of(ngay ?? "", LongestNamed));
        }

        var words = new MethodWords(say, body);
        if (!int.TryParse(dong ?? "0", NumberStyles.None, CultureInfo.InvariantCulture, out var place) || (place >= words.Rows.Count && words.Rows.Count > 0))
        {
            return ApiProblem.Of(http, StatusCodes.Status400BadRequest, "procedures.due.bad-row", ShortName.Of(dong ?? "", LongestNamed), words.Rows.Count - 1);
        }

        var office = offices.Of(body, site.Tenant, offices.CommuneNamed(xa)) is [var first, ..] ? first.Site : site.Tenant;
        if (words.Rows.ElementAtOrDefault(place) is not { } row || PromisedTime.Of(await calendars.OfAsync(office, ct), received, row.First.Time, row.First.TimeUnit) is not { At: { } due })
        {
            return ApiProblem.Of(http, StatusCodes.Status404NotFound, "procedures.due.none");
        }

        var address = new Uri(origin.Of(http.Request) + site.Link($"/thu-tuc/{item.Slug}"));
        return CalendarFeed.Of("Procedures", say["procedures.due"],
        [
            new FeedEntry(item.Id, address, say["procedures.due.entry", ShortName.Of(item.Title)], office.InstantOf(due), null, time.GetUtcNow())
            {
                Part = $"{Days.Iso(received)}-{place}",
                Place = string.Join(", ", new[] { office.Title, office.Settings.Address }.Where(part => !string.IsNullOrEmpty(part))),
                Description = say["procedures.due.about", words.ChannelsOf(row), Days.Text(received), words.Time(row.First)],
            },
        ]);
    }
}
