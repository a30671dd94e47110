using System.Globalization;
using GovPortal.Core.Checking;
using GovPortal.Core.Text;

namespace GovPortal.Events;

/// <summary>What an event's times and programme must be.</summary>
internal static class EventChecks
{
    public static IEnumerable<Refusal> Times(PublicEvent body)
    {
        if (!WrittenDay.IsInRange(DateOnly.FromDateTime(body.StartsAt)))
        {
            yield return new Refusal("events.starts-when", nameof(body.StartsAt), PublicEventType.Written(body.StartsAt));
        }
        else if (body.EndsAt <= body.StartsAt)
        {
            yield return new Refusal("events.ends-before-start", nameof(body.EndsAt), $"{PublicEventType.Written(body.EndsAt.Value)} ≤ {PublicEventType.Written(body.StartsAt)}");
        }
        else if (body.EndsAt > body.StartsAt.AddDays(PublicEventType.MostDays))
        {
            yield return new Refusal("events.too-long", nameof(body.EndsAt), PublicEventType.Written(body.EndsAt.Value));
        }
    }

    public static IEnumerable<Refusal> Registration(PublicEvent body)
    {
        if (body.Registration is not { } registration)
        {
            yield break;
        }

        if (registration.Capacity is < 1 or > EventRegistration.MostPlaces)
        {
            yield return new Refusal("events.capacity", "Capacity", registration.Capacity.Value.ToString(CultureInfo.InvariantCulture));
        }

        if (registration.ClosesOn > EventLine.LastDayOf(body.StartsAt, body.EndsAt))
        {
            yield return new Refusal("events.closes-late", "ClosesOn", registration.ClosesOn.Value.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture));
        }

        foreach (var refusal in Checks.Required(registration.Consent, "Consent").Concat(Checks.NotLonger(registration.Consent, PublicEventType.SummaryLength, "Consent")))
        {
            yield return refusal;
        }
    }

    public static IEnumerable<Refusal> Programme(PublicEvent body)
    {
        if (body.Sessions.Count > PublicEventType.MostSessions || body.Sessions.Any(session => session.Talks.Count > PublicEventType.MostTalks))
        {
            yield return new Refusal("events.too-many-sessions", nameof(body.Sessions), body.Sessions.Count.ToString(CultureInfo.InvariantCulture));
        }

        if (body.Files.Count > PublicEventType.MostFiles)
        {
            yield return new Refusal("events.too-many-files", nameof(body.Files), body.Files.Count.ToString(CultureInfo.InvariantCulture));
        }

        var days = (First: DateOnly.FromDateTime(body.StartsAt), Last: EventLine.LastDayOf(body.StartsAt, body.EndsAt));
        foreach (var session in body.Sessions)
        {
            if (DateOnly.FromDateTime(session.StartsAt) is var day && (day < days.First || day > days.Last))
            {
                yield return new Refusal("events.session-outside", nameof(body.Sessions), $"{session.Title}: {PublicEventType.Written(session.StartsAt)}");
            }
            else if (session.EndsAt <= session.StartsAt)
            {
                yield return new Refusal("events.ends-before-start", nameof(body.Sessions), $"{session.Title}: {PublicEventType.Written(session.EndsAt.Value)} ≤ {PublicEventType.Written(session.StartsAt)}");
            }

            foreach (var text in new[] { session.Title, session.Track, session.Chair }.Concat(session.Talks.SelectMany(talk => new[] { talk.Title, talk.Authors })))
            {
                foreach (var refusal in Checks.NotLonger(text, PublicEventType.SummaryLength, nameof(body.Sessions)))
                {
                    yield return refusal;
                }
            }
        }
    }
}
