using System.Text.Json;
using GovPortal.Core.Checking;
using GovPortal.Core.Files;
using GovPortal.Core.Text;
using GovPortal.Publishing.Content;
using GovPortal.Publishing.Reading;

namespace GovPortal.Guides;

/// <summary>What lists, search and the workflow need to know of a life-event guide.</summary>
public sealed class GuideType : ContentType<Guide>
{
    public const string TypeName = "guide";
    public const int TitleLength = 200;
    public const int SummaryLength = 500;
    public const int LineLength = 300;
    public const int TextLength = 4_000;

    /// <summary>Lines of each list; a guide with more is several guides.</summary>
    public const int MostLines = 60;

    /// <summary>Pictures of the theme that a guide may show.</summary>
    public static readonly IReadOnlyList<string> Icons =
        ["birth", "marriage", "residence", "id-card", "heart", "business", "building", "home", "land", "work", "people", "car", "globe", "school", "health", "checklist"];

    public override string Name => TypeName;

    public override string Module => GuidesModule.Named;

    public override string Path => "cuoc-song";

    public override string Icon => "heart";

    public override bool AnswersQuestions => true;

    public override int SearchOrder => 1;

    public override bool HasForm => true;

    /// <summary>The name of the icon to show.</summary>
    public static string IconOf(string? icon) => icon is not null && Icons.Contains(icon) ? icon : "checklist";

    public static GuideLine LineOf(ListedItem item) => item.ListJson is { } json ? JsonSerializer.Deserialize<GuideLine>(json, BodyJson.Options)! : new GuideLine(null, 0);

    protected override ContentFacts Facts(Guide body) => new(body.Title, VietnameseText.Slug(body.Title))
    {
        Summary = body.Summary,
        ListJson = BodyJson.Write(new GuideLine(body.Icon, body.Steps.Count)),
    };

    protected override SearchText Text(Guide body) => new()
    {
        Keywords = string.Join('\n', body.Answers.Select(Spoken)),
        Summary = body.Summary,
        Body = string.Join('\n', body.Steps.SelectMany(step => new[] { step.Title, step.When, step.Text }.Concat(step.Procedures.Select(procedure => procedure.Name))).Concat(body.Bring).Append(body.Note).OfType<string>()),
        Answers = body.Answers,
    };

    protected override IReadOnlyList<Refusal> Check(Guide body) =>
    [
        .. Checks.Required(body.Title, nameof(Guide.Title)),
        .. Checks.NotLonger(body.Title, TitleLength, nameof(Guide.Title)),
        .. Checks.Required(body.Summary, nameof(Guide.Summary)),
        .. Checks.NotLonger(body.Summary, SummaryLength, nameof(Guide.Summary)),
        .. Checks.NotLonger(body.Note, TextLength, nameof(Guide.Note)),
        .. CheckLines(body.Answers, nameof(Guide.Answers)),
        .. CheckLines(body.Bring, nameof(Guide.Bring)),
        .. body.Steps.Count > MostLines ? [TooMany(body.Steps.Count, nameof(Guide.Steps))] : body.Steps.SelectMany(CheckStep),
        .. body.Icon is { } icon && !Icons.Contains(icon) ? [new Refusal("guides.icon-unknown", nameof(Guide.Icon), icon)] : Array.Empty<Refusal>(),
    ];

    protected override IReadOnlyList<Refusal> PublishBlockers(Guide body) => body.Steps.Count == 0 ? [new Refusal("guides.no-steps", nameof(Guide.Steps))] : [];

    protected override IReadOnlyList<NamedText> Fields(Guide body, Func<string, string> say) =>
    [
        new(say("guides.field.title"), body.Title),
        new(say("guides.field.summary"), body.Summary),
        new(say("guides.field.icon"), body.Icon ?? ""),
        new(say("guides.field.answers"), string.Join('\n', body.Answers)),
        new(say("guides.steps"), string.Join("\n\n", body.Steps.Select(Written))),
        new(say("guides.field.bring"), string.Join('\n', body.Bring)),
        new(say("guides.field.note"), body.Note ?? ""),
    ];

    private static string Written(GuideStep step) => string.Join('\n', new[] { step.Title, step.When, step.Text }.Concat(step.Procedures.Select(procedure => $"– {procedure.Code} {procedure.Name}")).OfType<string>());

    // As a person would say it: without the marks of a pattern.
    private static string Spoken(string answer) => VietnameseText.NormalizeLine(answer.Replace("..", " ", StringComparison.Ordinal).Replace('{', ' ').Replace('}', ' ').Replace('/', ' ').Replace('=', ' '));

    private static IEnumerable<Refusal> CheckLines(IReadOnlyList<string> lines, string field) =>
        lines.Count > MostLines ? [TooMany(lines.Count, field)] : lines.SelectMany(line => Checks.NotLonger(line, LineLength, field)).Take(1);

    private static IEnumerable<Refusal> CheckStep(GuideStep step, int number)
    {
        var field = $"{nameof(Guide.Steps)}[{number}]";
        return
        [
            .. Checks.Required(step.Title, field),
            .. Checks.NotLonger(step.Title, TitleLength, field),
            .. Checks.NotLonger(step.When, LineLength, field),
            .. Checks.NotLonger(step.Text, TextLength, field),
            .. step.Procedures.Count > MostLines ? [TooMany(step.Procedures.Count, field)] : Array.Empty<Refusal>(),
            .. step.Procedures.Where(procedure => !ProcedureCode.IsCanonical(procedure.Code)).Take(1).Select(procedure => new Refusal("guides.bad-code", field, procedure.Code)),
            .. step.Procedures.SelectMany(procedure => Checks.NotLonger(procedure.Name, ContentFacts.TitleLength, field)).Take(1),
        ];
    }

    private static Refusal TooMany(int count, string field) => new("guides.too-many", field, $"{count} > {MostLines}");
}

/// <summary>What a list shows of a guide besides title and summary.</summary>
public sealed record GuideLine(string? Icon, int Steps);
