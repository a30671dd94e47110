using System.Text.Json;
using GovPortal.Core.Checking;
using GovPortal.Core.Files;
using GovPortal.Core.Localization;
using GovPortal.Core.Text;
using GovPortal.Publishing.Content;
using GovPortal.Publishing.Reading;

namespace GovPortal.Consultations;

/// <summary>The small print of a consultation in a list.</summary>
public sealed record ConsultationLine(DateOnly OpensOn, DateOnly ClosesOn, string Drafter, bool IsAnswered)
{
    public ConsultationStage StageOn(DateOnly today) => Consultation.Stage(OpensOn, ClosesOn, IsAnswered, today);

    public static ConsultationLine Of(ListedItem item) => JsonSerializer.Deserialize<ConsultationLine>(item.ListJson!, BodyJson.Options)!;
}

/// <summary>What lists, search and the workflow need to know of a consultation.</summary>
public sealed class ConsultationType : ContentType<Consultation>
{
    public const string TypeName = "consultation";
    public const int LineLength = 500;
    public const int TextLength = 100_000;
    public const int MostSections = 300;
    public const int MostFiles = 50;

    public override string Name => TypeName;

    public override string Module => ConsultationsModule.Named;

    public override string Path => "lay-y-kien";

    public override bool HasForm => true;

    public override string Icon => "people";

    public override IReadOnlyList<IReadOnlyList<string>> FieldGroups { get; } = [["opensOn", "closesOn", "urgentReason"]];

    protected override ContentFacts Facts(Consultation body) => new(body.Title, VietnameseText.Slug(body.Title, 120))
    {
        Summary = body.Introduction is { } lead ? VietnameseText.NormalizeLine(lead) is { Length: > 300 } line ? line[..300] + "…" : VietnameseText.NormalizeLine(lead) : null,
        ListJson = BodyJson.Write(new ConsultationLine(body.OpensOn, body.ClosesOn, body.Drafter, body.Outcome is not null)),
        Terms = [new ContentTerm("agency", VietnameseText.Slug(body.Drafter), body.Drafter)],
    };

    protected override SearchText Text(Consultation body) => new()
    {
        Keywords = string.Join('\n', body.Sections.Select(section => section.Heading)),
        Summary = body.Introduction,
        Body = string.Join("\n", body.Sections.Select(section => section.Text).Append(body.Outcome ?? "")),
    };

    protected override IReadOnlyList<Refusal> Check(Consultation body) =>
    [
        .. Checks.Required(body.Title, nameof(Consultation.Title)), .. Checks.NotLonger(body.Title, LineLength, nameof(Consultation.Title)),
        .. Checks.Required(body.Drafter, nameof(Consultation.Drafter)), .. Checks.NotLonger(body.Drafter, LineLength, nameof(Consultation.Drafter)),
        .. Checks.NotLonger(body.Introduction, TextLength, nameof(Consultation.Introduction)),
        .. Checks.NotLonger(body.UrgentReason, LineLength, nameof(Consultation.UrgentReason)),
        .. Checks.NotLonger(body.Outcome, TextLength, nameof(Consultation.Outcome)),
        .. CheckDays(body),
        .. CheckParts(body),
    ];

    protected override IReadOnlyList<Refusal> PublishBlockers(Consultation body) =>
        body.Sections.Count == 0 && body.Files.Count == 0 ? [new Refusal("consultations.nothing", nameof(Consultation.Sections))] : [];

    protected override IReadOnlyList<NamedText> Fields(Consultation body, Func<string, string> say) =>
    [
        new(say("consultations.field.title"), body.Title),
        new(say("consultations.field.kind"), say($"consultations.kind.{body.Kind}")),
        new(say("consultations.field.drafter"), body.Drafter),
        new(say("consultations.field.introduction"), body.Introduction ?? ""),
        new(say("consultations.field.opens"), Days.Text(body.OpensOn)),
        new(say("consultations.field.closes"), Days.Text(body.ClosesOn)),
        new(say("consultations.field.urgent"), body.UrgentReason ?? ""),
        .. body.Sections.Select(section => new NamedText(section.Heading, section.Text)),
        new(say("consultations.field.files"), string.Join('\n', body.Files.Select(file => $"{file.Name} {file.Url}"))),
        new(say("consultations.field.outcome"), body.Outcome ?? ""),
    ];

    private static IEnumerable<Refusal> CheckDays(Consultation body)
    {
        foreach (var (day, field) in new[] { (body.OpensOn, nameof(Consultation.OpensOn)), (body.ClosesOn, nameof(Consultation.ClosesOn)) })
        {
            if (!WrittenDay.IsInRange(day))
            {
                yield return new Refusal("consultations.day", field, Days.Text(day));
            }
        }

        if (body.ClosesOn < body.OpensOn)
        {
            yield return new Refusal("consultations.closes-before-opens", nameof(Consultation.ClosesOn), Days.Text(body.ClosesOn));
        }
    }

    private static IEnumerable<Refusal> CheckParts(Consultation body)
    {
        if (body.Sections.Count > MostSections || body.Files.Count > MostFiles)
        {
            yield return new Refusal("consultations.too-many", nameof(Consultation.Sections), $"{body.Sections.Count}, {body.Files.Count}");
        }

        if (body.Sections.GroupBy(section => section.Id).FirstOrDefault(same => same.Count() > 1)?.Key is { } twice)
        {
            yield return new Refusal("consultations.section.twice", nameof(Consultation.Sections), twice);
        }

        foreach (var refusal in body.Sections.SelectMany(section => Checks.Required(section.Heading, nameof(Consultation.Sections)).Concat(Checks.NotLonger(section.Heading, LineLength, nameof(Consultation.Sections))).Concat(Checks.NotLonger(section.Text, TextLength, nameof(Consultation.Sections)))))
        {
            yield return refusal;
        }
    }
}
