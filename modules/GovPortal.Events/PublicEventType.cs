using System.Globalization;
using System.Text.Json;
using GovPortal.Core.Checking;
using GovPortal.Core.Files;
using GovPortal.Core.Text;
using GovPortal.Publishing.Content;
using GovPortal.Publishing.Reading;

namespace GovPortal.Events;

/// <summary>What lists, search and the workflow need to know of an event.</summary>
public sealed class PublicEventType : ContentType<PublicEvent>
{
    public const string TypeName = "event";
    public const string YearTerm = "year";
    public const int LineLength = 300;
    public const int SummaryLength = 1_000;
    public const int TextLength = 20_000;
    public const int MostSessions = 100;
    public const int MostTalks = 50;
    public const int MostFiles = 50;

    /// <summary>Longer than this no event lasts: a slip of the pen.</summary>
    public const int MostDays = 366;

    public override string Name => TypeName;

    public override string Module => EventsModule.Named;

    public override string Path => "su-kien";

    public override bool HasForm => true;

    public override string Icon => "calendar";

    public override IReadOnlyList<IReadOnlyList<string>> FieldGroups { get; } = [["startsAt", "endsAt"]];

    protected override ContentFacts Facts(PublicEvent body) => new(body.Title, VietnameseText.Slug($"{body.Title} {body.StartsAt:yyyy}", 120))
    {
        Summary = body.Summary,
        ListJson = BodyJson.Write(new EventLine(body.StartsAt, body.EndsAt, body.Place, body.OnlineAddress is not null, body.Organiser, body.Sessions.Count > 0)),
        Terms = [.. YearsOf(body).Select(year => new ContentTerm(YearTerm, year, year))],
    };

    protected override SearchText Text(PublicEvent body) => new()
    {
        Keywords = string.Join('\n', new[] { body.Organiser, body.Place }.OfType<string>()),
        Summary = body.Summary,
        Body = string.Join('\n', new[] { body.Details, body.Results }.Concat(body.Sessions.SelectMany(session => new[] { session.Title, session.Chair }.Concat(session.Talks.SelectMany(talk => new[] { talk.Title, talk.Authors })))).OfType<string>()),
    };

    protected override IReadOnlyList<Refusal> Check(PublicEvent body) =>
    [
        .. Checks.Required(body.Title, nameof(body.Title)),
        .. new[] { (body.Title, nameof(body.Title)), (body.Place, nameof(body.Place)), (body.OnlineAddress, nameof(body.OnlineAddress)), (body.Organiser, nameof(body.Organiser)), (body.Contact, nameof(body.Contact)) }
            .SelectMany(line => Checks.NotLonger(line.Item1, LineLength, line.Item2)),
        .. Checks.NotLonger(body.Summary, SummaryLength, nameof(body.Summary)),
        .. Checks.NotLonger(body.Details, TextLength, nameof(body.Details)),
        .. Checks.NotLonger(body.Results, TextLength, nameof(body.Results)),
        .. EventChecks.Times(body),
        .. EventChecks.Programme(body),
        .. EventChecks.Registration(body),
    ];

    protected override IReadOnlyList<NamedText> Fields(PublicEvent body, Func<string, string> say) =>
    [
        new(say("events.field.title"), body.Title),
        new(say("events.field.starts"), Written(body.StartsAt)),
        new(say("events.field.ends"), body.EndsAt is { } end ? Written(end) : ""),
        new(say("events.field.place"), body.Place ?? ""),
        new(say("events.field.online"), body.OnlineAddress ?? ""),
        new(say("events.field.organiser"), body.Organiser ?? ""),
        new(say("events.field.contact"), body.Contact ?? ""),
        new(say("events.field.summary"), body.Summary ?? ""),
        new(say("events.field.details"), body.Details ?? ""),
        new(say("events.field.results"), body.Results ?? ""),
        new(say("events.registration"), body.Registration is { } registration ? $"{registration.ClosesOn:dd/MM/yyyy} · {registration.Capacity}\n{registration.Consent}" : ""),
        new(say("events.files"), string.Join('\n', body.Files.Select(file => $"{file.Name} {file.Url}"))),
        new(say("events.programme"), string.Join('\n', body.Sessions.SelectMany(session => session.Talks.Select(talk => $"– {talk.Title} ({talk.Authors}) {talk.File?.Url}").Prepend($"{Written(session.StartsAt)} {session.Track} {session.Title} ({session.Chair})")))),
    ];

    public static EventLine LineOf(ListedItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return JsonSerializer.Deserialize<EventLine>(item.ListJson!, BodyJson.Options)!;
    }

    /// <summary>Day and time, for example <c>08/05/2015 08:00</c>.</summary>
    public static string Written(DateTime wall) => wall.ToString("dd/MM/yyyy HH:mm", CultureInfo.InvariantCulture);

    // One over New Year stands in both years. Bounded, for terms are asked before the body is checked.
    private static IEnumerable<string> YearsOf(PublicEvent body)
    {
        var last = Math.Clamp(EventLine.LastDayOf(body.StartsAt, body.EndsAt).Year, body.StartsAt.Year, body.StartsAt.Year + 1);
        return Enumerable.Range(body.StartsAt.Year, last - body.StartsAt.Year + 1).Select(year => year.ToString("0000", CultureInfo.InvariantCulture));
    }
}

/// <summary>What lists and the feed show of an event; times as on the agency's wall.</summary>
public sealed record EventLine(DateTime StartsAt, DateTime? EndsAt, string? Place, bool IsOnline, string? Organiser, bool IsConference)
{
    public DateOnly FirstDay() => DateOnly.FromDateTime(StartsAt);

    public DateOnly LastDay() => LastDayOf(StartsAt, EndsAt);

    /// <summary>The last day it touches; one that ends at midnight does not touch the day that begins there.</summary>
    public static DateOnly LastDayOf(DateTime startsAt, DateTime? endsAt) => DateOnly.FromDateTime(endsAt is { } end && end > startsAt ? end.AddTicks(-1) : startsAt);
}
