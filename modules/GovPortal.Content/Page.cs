using GovPortal.Core.Checking;
using GovPortal.Core.Text;
using GovPortal.Editing.Cleaning;
using GovPortal.Publishing.Content;

namespace GovPortal.Content;

/// <summary>A standing page of a site, such as its introduction.</summary>
public sealed record Page
{
    public required string Title { get; init; }
    public string? TitleEn { get; init; }

    /// <summary>Plain text of a sentence or two, for lists and search; null where the body's beginning serves.</summary>
    public string? Summary { get; init; }

    /// <summary>Sanitised HTML.</summary>
    public string Body { get; init; } = "";

    /// <summary>Sanitised HTML; null shows the Vietnamese text under a note.</summary>
    public string? BodyEn { get; init; }

    public string TitleIn(string language) => language == "en" ? TitleEn ?? Title : Title;
}

/// <summary>What lists, search and the workflow need to know of a page.</summary>
public sealed class PageType(SafeHtml html) : ContentType<Page>
{
    public const string TypeName = "page";
    public const int TitleLength = 300;
    public const int SummaryLength = 1_000;

    public override string Name => TypeName;

    public override string Module => ContentModule.Named;

    public override string Path => "";

    public override bool HasForm => true;

    // After whatever answers better.
    public override int DeskOrder => 20;

    public override bool AnswersQuestions => true;

    protected override string FormPath => "trang-tinh";

    protected override ContentFacts Facts(Page body) => new(body.Title, VietnameseText.Slug(body.Title)) { Summary = body.Summary, ListJson = body.TitleEn };

    protected override SearchText Text(Page body) => new() { Keywords = body.TitleEn, Summary = body.Summary, Body = html.ToText(body.Body) };

    protected override IReadOnlyList<Refusal> Check(Page body) =>
    [
        .. Checks.Required(body.Title, nameof(Page.Title)),
        .. Checks.NotLonger(body.Title, TitleLength, nameof(Page.Title)),
        .. Checks.NotLonger(body.TitleEn, TitleLength, nameof(Page.TitleEn)),
        .. Checks.NotLonger(body.Summary, SummaryLength, nameof(Page.Summary)),
        .. Checks.NotLonger(body.Body, Checks.LongestText, nameof(Page.Body)),
        .. Checks.NotLonger(body.BodyEn, Checks.LongestText, nameof(Page.BodyEn)),
    ];

    protected override IReadOnlyList<Refusal> PublishBlockers(Page body) => [.. PictureWords.Missing(body.Body, nameof(Page.Body)), .. PictureWords.Missing(body.BodyEn, nameof(Page.BodyEn))];

    protected override TwoSides? Sides(Page body) =>
        new($"{body.Title}\n{body.Body}", string.IsNullOrWhiteSpace(body.TitleEn) && string.IsNullOrWhiteSpace(body.BodyEn) ? null : $"{body.TitleEn}\n{body.BodyEn}");

    protected override IReadOnlyList<CountedPart> Parts(Page body) =>
    [
        new(!string.IsNullOrWhiteSpace(body.Title), new Refusal("check.required", nameof(Page.Title))),
        new(!string.IsNullOrWhiteSpace(body.Body), new Refusal("structure.page.doubt.body", nameof(Page.Body))),
        new(!string.IsNullOrWhiteSpace(body.Summary), new Refusal("structure.page.doubt.summary", nameof(Page.Summary))),
    ];

    protected override IReadOnlyList<Refusal> Doubts(Page body, DateOnly today) =>
        string.IsNullOrWhiteSpace(body.TitleEn) == string.IsNullOrWhiteSpace(body.BodyEn) ? []
            : [new Refusal("structure.page.doubt.half-english", string.IsNullOrWhiteSpace(body.TitleEn) ? nameof(Page.TitleEn) : nameof(Page.BodyEn))];

    protected override IReadOnlyList<NamedText> Fields(Page body, Func<string, string> say) =>
    [
        new(say("desk.compare.part.title"), body.Title),
        new(say("desk.compare.part.title-en"), body.TitleEn ?? ""),
        new(say("desk.compare.part.summary"), body.Summary ?? ""),
        new(say("desk.compare.part.body"), body.Body) { Kind = NamedTextKind.Markup },
        new(say("desk.compare.part.body-en"), body.BodyEn ?? "") { Kind = NamedTextKind.Markup },
    ];
}
