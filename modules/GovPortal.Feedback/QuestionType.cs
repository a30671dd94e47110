using GovPortal.Core.Checking;
using GovPortal.Core.Localization;
using GovPortal.Core.Text;
using GovPortal.Publishing.Content;

namespace GovPortal.Feedback;

/// <summary>What lists, search and the workflow need to know of a question.</summary>
public sealed class QuestionType : ContentType<Question>
{
    public const string TypeName = "question";
    public const string FieldTerm = "field";
    public const int LineLength = 300;
    public const int TextLength = 20_000;

    private const int SummaryLength = 300;

    // Addresses beside the questions: no question may take them.
    private static readonly HashSet<string> Taken = ["gui", "theo-doi", "feed.atom"];

    public override string Name => TypeName;

    public override string Module => FeedbackModule.Named;

    public override string Path => "hoi-dap";

    public override bool HasForm => true;

    public override string Icon => "info";

    protected override string FormPath => "cau-hoi";

    public override IReadOnlyList<IReadOnlyList<string>> FieldGroups { get; } = [["answeredBy", "answeredOn"], ["asker", "askedOn"]];

    protected override ContentFacts Facts(Question body) => new(body.Title, SlugOf(body.Title))
    {
        Summary = ShortOf(body.Text),
        ListJson = body.AnsweredBy,
        Terms = body.Field is { } field ? [new ContentTerm(FieldTerm, VietnameseText.Slug(field), field)] : [],
    };

    protected override SearchText Text(Question body) => new() { Keywords = body.Field, Summary = body.Text, Body = body.Answer };

    protected override IReadOnlyList<Refusal> Check(Question body) =>
    [
        .. Checks.Required(body.Title, nameof(Question.Title)),
        .. Checks.NotLonger(body.Title, LineLength, nameof(Question.Title)),
        .. Checks.Required(body.Text, nameof(Question.Text)),
        .. Checks.NotLonger(body.Text, TextLength, nameof(Question.Text)),
        .. Checks.Required(body.Answer, nameof(Question.Answer)),
        .. Checks.NotLonger(body.Answer, TextLength, nameof(Question.Answer)),
        .. Checks.NotLonger(body.Asker, LineLength, nameof(Question.Asker)),
        .. Checks.Required(body.AnsweredBy, nameof(Question.AnsweredBy)),
        .. Checks.NotLonger(body.AnsweredBy, LineLength, nameof(Question.AnsweredBy)),
        .. Checks.NotLonger(body.Field, LineLength, nameof(Question.Field)),
        .. body is { AskedOn: { } asked, AnsweredOn: { } answered } && answered < asked ? [new Refusal("feedback.answered-before-asked", nameof(Question.AnsweredOn), Days.Text(answered))] : Array.Empty<Refusal>(),
    ];

    protected override IReadOnlyList<NamedText> Fields(Question body, Func<string, string> say) =>
    [
        new(say("feedback.subject"), body.Title),
        new(say("feedback.question"), body.Text),
        new(say("feedback.answer"), body.Answer),
        new(say("feedback.asker"), body.Asker ?? ""),
        new(say("feedback.asked-on"), body.AskedOn is { } asked ? Days.Text(asked) : ""),
        new(say("feedback.answered-by"), body.AnsweredBy),
        new(say("feedback.answered-on"), body.AnsweredOn is { } answered ? Days.Text(answered) : ""),
        new(say("feedback.field"), body.Field ?? ""),
    ];

    private static string SlugOf(string title)
    {
        var slug = VietnameseText.Slug(title, 120);
        return Taken.Contains(slug) ? $"cau-hoi-{slug}" : slug;
    }

    private static string ShortOf(string text)
    {
        var line = VietnameseText.NormalizeLine(text);
        return line.Length <= SummaryLength ? line : line[..(line.LastIndexOf(' ', SummaryLength) is var end and > 0 ? end : SummaryLength)] + "…";
    }
}
