using System.Globalization;
using System.Text.Json;
using GovPortal.Core.Text;
using GovPortal.Publishing.Import;

namespace GovPortal.Events;

/// <summary>
/// Reads events: <c>startsAt</c> and <c>endsAt</c> as on the agency's wall, sessions with talks. Recipes may say <c>inDays</c> with <c>from</c> and <c>until</c> (<c>08:00</c>)
/// instead, counted from their own day; a session says <c>from</c> and <c>until</c> on the event's first day, or <c>startsAt</c> and <c>endsAt</c>.
/// </summary>
public sealed class EventReader(TimeProvider clock) : IRecordReader
{
    private const int MostDays = 3_660;

    private static readonly RecordShape file = new RecordShape().Words("name").Text("url");
    private static readonly RecordShape talk = new RecordShape().Words("title", "authors").Record("file", file);
    private static readonly RecordShape session = new RecordShape().Words("title", "track", "chair").Text("from", "until").Day("startsAt", "endsAt").List("talks", talk);

    public string What => "events";

    public RecordShape Shape { get; } = new RecordShape()
        .Words("title", "place", "organiser", "contact", "summary", "details", "results").Text("id", "online", "from", "until").Shift("inDays").Day("startsAt", "endsAt", "publishedAt")
        .List("files", file).List("sessions", session).Record("registration", new RecordShape().Words("consent").Count("capacity"));

    public ForeignRecord Read(JsonElement json)
    {
        var record = new RecordFields(json);
        if (record.Line("title") is not { } title)
        {
            return ForeignRecord.Refused("events.import.no-title", "title", record.Text("title"));
        }

        DateOnly? day = null;
        if (record.Line("inDays") is { } days)
        {
            if (!int.TryParse(days, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) || number is < -MostDays or > MostDays)
            {
                return ForeignRecord.Refused("events.import.bad-days", "inDays", days);
            }

            day = DateOnly.FromDateTime(clock.GetUtcNow().ToOffset(WrittenDay.Hanoi).DateTime).AddDays(number);
        }

        if (!TryTimes(record, day, out var startsAt, out var endsAt, out var odd))
        {
            return ForeignRecord.Refused("events.import.bad-time", odd, record.Text(odd));
        }

        if (!record.TryInstant("publishedAt", out var publishedAt))
        {
            return ForeignRecord.Refused("events.import.bad-time", "publishedAt", record.Text("publishedAt"));
        }

        return Sessions(record, DateOnly.FromDateTime(startsAt)) is { } sessions
            ? Record(json, new PublicEvent { Title = title, StartsAt = startsAt, EndsAt = endsAt, Sessions = sessions }, publishedAt)
            : ForeignRecord.Refused("events.import.bad-session", "sessions", title);
    }

    private static ForeignRecord Record(JsonElement json, PublicEvent body, DateTimeOffset? publishedAt)
    {
        var record = new RecordFields(json);
        var id = record.Line("id");
        return new ForeignRecord
        {
            Key = id is not null ? $"id:{id}" : $"title:{VietnameseText.Slug(body.Title, 120)}:{body.StartsAt:yyyyMMdd}",
            IsKeyGuessed = id is null,
            Title = body.Title,
            PublishedAt = publishedAt,
            Body = body with
            {
                Place = record.Line("place"),
                OnlineAddress = record.Line("online"),
                Organiser = record.Line("organiser"),
                Contact = record.Line("contact"),
                Summary = record.Line("summary"),
                Details = record.Lines("details"),
                Results = record.Lines("results"),
                Registration = RegistrationOf(json),
                Files = [.. record.List("files").Select(FileOf).OfType<EventFile>()],
            },
        };
    }

    private static EventRegistration? RegistrationOf(JsonElement json)
    {
        if (!json.TryGetProperty("registration", out var registration) || registration.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        var fields = new RecordFields(registration);
        return new EventRegistration(null, int.TryParse(fields.Line("capacity"), NumberStyles.None, CultureInfo.InvariantCulture, out var capacity) ? capacity : null, fields.Line("consent") ?? "");
    }

    private static EventSession[]? Sessions(RecordFields record, DateOnly day)
    {
        var sessions = new List<EventSession>();
        foreach (var json in record.List("sessions"))
        {
            var fields = new RecordFields(json);
            if (fields.Line("title") is not { } title || !TryTimes(fields, fields.Line("from") is null ? null : day, out var startsAt, out var endsAt, out _))
            {
                return null;
            }

            sessions.Add(new EventSession(title, startsAt) { EndsAt = endsAt, Track = fields.Line("track"), Chair = fields.Line("chair"), Talks = [.. fields.List("talks").Select(TalkOf).OfType<EventTalk>()] });
        }

        return [.. sessions];
    }

    private static EventTalk? TalkOf(JsonElement json)
    {
        var fields = new RecordFields(json);
        return fields.Line("title") is { } title ? new EventTalk(title, fields.Line("authors"), json.TryGetProperty("file", out var file) && file.ValueKind == JsonValueKind.Object ? FileOf(file) : null) : null;
    }

    private static EventFile? FileOf(JsonElement json)
    {
        var fields = new RecordFields(json);
        return fields.Line("url") is { } url ? new EventFile(fields.Line("name") ?? Path.GetFileName(url), url) : null;
    }

    private static bool TryTimes(RecordFields record, DateOnly? day, out DateTime startsAt, out DateTime? endsAt, out string odd)
    {
        var (start, end) = day is null ? ("startsAt", "endsAt") : ("from", "until");
        var (first, last) = (Wall(record.Line(start), day), Wall(record.Line(end), day));
        (startsAt, endsAt, odd) = (first ?? default, last, first is null ? start : end);
        return first is not null && (last is not null || record.Line(end) is null);
    }

    private static DateTime? Wall(string? text, DateOnly? day) => day is { } known
        ? TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? known.ToDateTime(time) : null
        : WrittenDay.TryParseWall(text, out var wall) ? wall : null;
}
