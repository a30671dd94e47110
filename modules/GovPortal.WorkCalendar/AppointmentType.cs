using System.Globalization;
using System.Text.Json;
using GovPortal.Core.Checking;
using GovPortal.Core.Files;
using GovPortal.Core.Text;
using GovPortal.Publishing.Content;
using GovPortal.Publishing.Reading;

namespace GovPortal.WorkCalendar;

/// <summary>What the week, search and the workflow need to know of an appointment.</summary>
public sealed class AppointmentType : ContentType<Appointment>
{
    public const string TypeName = "appointment";
    public const string WeekTerm = "week";
    public const int TitleLength = 300;
    public const int LineLength = 300;
    public const int DetailsLength = 4_000;

    /// <summary>Longer than this no appointment lasts: a slip of the pen.</summary>
    public const int MostDays = 31;

    public override string Name => TypeName;

    public override string Module => WorkCalendarModule.Named;

    public override string Path => "lich-cong-tac";
    public override string Icon => "calendar";

    public override bool HasForm => true;

    public override IReadOnlyList<IReadOnlyList<string>> FieldGroups { get; } = [["startsAt", "endsAt"]];

    protected override ContentFacts Facts(Appointment body) => new(body.Title, VietnameseText.Slug($"{body.Title} {body.StartsAt:yyyy-MM-dd}"))
    {
        Summary = string.Join(" · ", new[] { Written(body.StartsAt), body.Place, body.Chair }.OfType<string>()),
        ListJson = BodyJson.Write(new AppointmentLine(body.StartsAt, body.EndsAt, body.Place, body.Chair, body.Participants)),
        Terms = [.. WeeksOf(body).Select(week => new ContentTerm(WeekTerm, week.ToString(), week.ToString()))],
    };

    protected override SearchText Text(Appointment body) => new()
    {
        Keywords = string.Join('\n', new[] { body.Chair, body.Place }.OfType<string>()),
        Summary = body.Participants,
        Body = body.Details,
    };

    protected override IReadOnlyList<Refusal> Check(Appointment body) =>
    [
        .. Checks.Required(body.Title, nameof(Appointment.Title)),
        .. Checks.NotLonger(body.Title, TitleLength, nameof(Appointment.Title)),
        .. Checks.NotLonger(body.Place, LineLength, nameof(Appointment.Place)),
        .. Checks.NotLonger(body.Chair, LineLength, nameof(Appointment.Chair)),
        .. Checks.NotLonger(body.Participants, LineLength, nameof(Appointment.Participants)),
        .. Checks.NotLonger(body.Details, DetailsLength, nameof(Appointment.Details)),
        .. CheckTimes(body),
    ];

    protected override IReadOnlyList<CountedPart> Parts(Appointment body) =>
    [
        new(!string.IsNullOrWhiteSpace(body.Title), new Refusal("check.required", nameof(Appointment.Title))),
        new(!string.IsNullOrWhiteSpace(body.Place), new Refusal("workcalendar.doubt.place", nameof(Appointment.Place))),
        new(!string.IsNullOrWhiteSpace(body.Chair), new Refusal("workcalendar.doubt.chair", nameof(Appointment.Chair))),
    ];

    protected override IReadOnlyList<Refusal> Doubts(Appointment body, DateOnly today) =>
        DateOnly.FromDateTime(body.EndsAt ?? body.StartsAt) < today ? [new Refusal("workcalendar.doubt.past", nameof(Appointment.StartsAt), Written(body.StartsAt))] : [];

    protected override IReadOnlyList<NamedText> Fields(Appointment body, Func<string, string> say) =>
    [
        new(say("workcalendar.field.title"), body.Title),
        new(say("workcalendar.field.starts"), Written(body.StartsAt)),
        new(say("workcalendar.field.ends"), body.EndsAt is { } end ? Written(end) : ""),
        new(say("workcalendar.field.place"), body.Place ?? ""),
        new(say("workcalendar.field.chair"), body.Chair ?? ""),
        new(say("workcalendar.field.participants"), body.Participants ?? ""),
        new(say("workcalendar.field.details"), body.Details ?? ""),
    ];

    public static AppointmentLine LineOf(ListedItem item) => JsonSerializer.Deserialize<AppointmentLine>(item.ListJson!, BodyJson.Options)!;

    /// <summary>Day and time, for example <c>02/03/2026 08:00</c>.</summary>
    public static string Written(DateTime wall) => wall.ToString("dd/MM/yyyy HH:mm", CultureInfo.InvariantCulture);

    private static IEnumerable<Refusal> CheckTimes(Appointment body)
    {
        if (!WrittenDay.IsInRange(DateOnly.FromDateTime(body.StartsAt)))
        {
            yield return new Refusal("workcalendar.starts-when", nameof(Appointment.StartsAt), Written(body.StartsAt));
        }
        else if (body.EndsAt <= body.StartsAt)
        {
            yield return new Refusal("workcalendar.ends-before-start", nameof(Appointment.EndsAt), $"{Written(body.EndsAt.Value)} ≤ {Written(body.StartsAt)}");
        }
        else if (body.EndsAt > body.StartsAt.AddDays(MostDays))
        {
            yield return new Refusal("workcalendar.too-long", nameof(Appointment.EndsAt), Written(body.EndsAt.Value));
        }
    }

    // One that lasts over Sunday stands in both weeks. The number of weeks is bounded, for terms are asked before the body is checked.
    private static IEnumerable<WorkWeek> WeeksOf(Appointment body)
    {
        var last = AppointmentLine.LastDay(body.StartsAt, body.EndsAt);
        for (var week = WorkWeek.Of(DateOnly.FromDateTime(body.StartsAt)); week.Monday <= last && week.Monday <= DateOnly.FromDateTime(body.StartsAt).AddDays(MostDays); week = week.Next)
        {
            yield return week;
        }
    }
}
