using System.Text;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GovPortal.Publishing.Web;

/// <summary>Writes what happens on a day as iCalendar (RFC 5545), in UTC, alike for every module.</summary>
public static class CalendarFeed
{
    /// <param name="product">Who writes it, for example <c>Work calendar</c>.</param>
    /// <param name="name">What calendar programs call it.</param>
    public static FileContentHttpResult Of(string product, string name, IEnumerable<FeedEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        var calendar = new Calendar { Method = "PUBLISH", ProductId = $"-//GovPortal//{product}//VI" };
        calendar.AddProperty("X-WR-CALNAME", name);
        foreach (var entry in entries)
        {
            calendar.Events.Add(EventOf(entry));
        }

        return TypedResults.Bytes(Encoding.UTF8.GetBytes(new CalendarSerializer().SerializeToString(calendar) ?? ""), "text/calendar; charset=utf-8");
    }

    private static CalendarEvent EventOf(FeedEntry entry) => new()
    {
        Uid = $"{entry.Id}{(entry.Part is { } part ? "-" + part : "")}@{entry.Address.Host}",
        DtStamp = Utc(entry.ChangedAt),
        DtStart = Utc(entry.StartsAt),
        DtEnd = entry.EndsAt is { } end ? Utc(end) : null,
        Summary = entry.Title,
        Location = entry.Place,
        Description = entry.Description,
        Url = entry.Address,
    };

    private static CalDateTime Utc(DateTimeOffset instant) => new(instant.UtcDateTime);
}

/// <summary>One entry of a feed.</summary>
/// <param name="Id">Of the item, which stays the same when it is corrected.</param>
/// <param name="Address">Its page, with scheme and host.</param>
public sealed record FeedEntry(long Id, Uri Address, string Title, DateTimeOffset StartsAt, DateTimeOffset? EndsAt, DateTimeOffset ChangedAt)
{
    /// <summary>What tells several entries of one item apart; null where it has one.</summary>
    public string? Part { get; init; }

    public string? Place { get; init; }

    public string? Description { get; init; }
}
