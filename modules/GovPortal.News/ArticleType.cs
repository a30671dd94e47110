using GovPortal.Core.Checking;
using GovPortal.Core.Text;
using GovPortal.Editing.Cleaning;
using GovPortal.Publishing.Content;

namespace GovPortal.News;

/// <summary>What lists, search and the workflow need to know of an article.</summary>
public sealed class ArticleType(SafeHtml html) : ContentType<Article>
{
    public const string TypeName = "article";
    public const int TitleLength = 300;
    public const int SummaryLength = 1_000;

    public override string Name => TypeName;

    public override string Module => NewsModule.Named;

    public override string Path => "tin-tuc";
    public override string Icon => "news";
    public override int SearchOrder => 2;
    public override int DeskOrder => 0;

    public override bool HasForm => true;

    public override IReadOnlyList<IReadOnlyList<string>> FieldGroups { get; } = [["category", "categoryLabel"], ["picture", "pictureAlt"]];

    protected override ContentFacts Facts(Article body) => new(body.Title, VietnameseText.Slug(body.Title))
    {
        Summary = body.Summary,
        Picture = LeadOf(body)?.Path,
        PictureAlt = LeadOf(body)?.Alt,
        ListJson = body.CategoryLabel,
        Terms =
        [
            .. body.Category is { } category ? [new ContentTerm("category", category, body.CategoryLabel ?? category)] : Array.Empty<ContentTerm>(),
            .. body.IsPinned ? [new ContentTerm("pinned", "yes", "")] : Array.Empty<ContentTerm>(),
        ],
    };

    /// <summary>The picture that stands for an article on cards and where it is shared: its own, else the first of its text; null where it has none.</summary>
    public static (string Path, string? Alt)? LeadOf(Article body)
    {
        ArgumentNullException.ThrowIfNull(body);
        return body.Picture is { } own ? (own, body.PictureAlt) : TextPictures.Lead(body.Body) is { } first ? (first.Path, first.Alt) : null;
    }

    protected override SearchText Text(Article body) =>
        new() { Keywords = body.CategoryLabel, Summary = body.Summary, Body = html.ToText(body.Body) };

    protected override IReadOnlyList<Refusal> Check(Article body) =>
    [
        .. Checks.Required(body.Title, nameof(Article.Title)),
        .. Checks.NotLonger(body.Title, TitleLength, nameof(Article.Title)),
        .. Checks.NotLonger(body.Summary, SummaryLength, nameof(Article.Summary)),
        .. Checks.NotLonger(body.Body, Checks.LongestText, nameof(Article.Body)),
        .. Checks.Required(MissingMarks.Without(body.Body), nameof(Article.Body)),
    ];

    protected override IReadOnlyList<Refusal> PublishBlockers(Article body) =>
    [
        .. body.Picture is { } picture && string.IsNullOrWhiteSpace(body.PictureAlt) ? [new Refusal("news.picture.no-alt", nameof(Article.PictureAlt), PictureWords.NameOf(picture))] : Array.Empty<Refusal>(),
        .. PictureWords.Missing(body.Body, nameof(Article.Body)),
    ];

    protected override IReadOnlyList<CountedPart> Parts(Article body) =>
    [
        new(!string.IsNullOrWhiteSpace(body.Title), new Refusal("check.required", nameof(Article.Title))),
        new(!string.IsNullOrWhiteSpace(body.Body), new Refusal("check.required", nameof(Article.Body))),
        new(!string.IsNullOrWhiteSpace(body.Summary), new Refusal("news.doubt.summary", nameof(Article.Summary))),
        new(body.Category is not null, new Refusal("news.doubt.category", nameof(Article.Category))),
        new(LeadOf(body) is not null, new Refusal("news.doubt.picture", nameof(Article.Picture))),
    ];

    protected override IReadOnlyList<NamedText> Fields(Article body, Func<string, string> say) =>
    [
        new(say("news.field.title"), body.Title),
        new(say("news.field.summary"), body.Summary ?? ""),
        new(say("news.field.category"), body.CategoryLabel ?? body.Category ?? ""),
        new(say("news.field.pinned"), body.IsPinned ? say("news.field.pinned.yes") : ""),
        new(say("news.field.picture"), body.Picture ?? "") { Kind = NamedTextKind.Picture },
        new(say("news.field.picture-alt"), body.PictureAlt ?? ""),
        new(say("news.field.source"), body.Source ?? ""),
        new(say("news.field.body"), body.Body) { Kind = NamedTextKind.Markup },
    ];
}
