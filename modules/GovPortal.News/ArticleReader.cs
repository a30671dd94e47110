using System.Net;
using System.Text.Json;
using GovPortal.Core.Text;
using GovPortal.Editing.Cleaning;
using GovPortal.Publishing.Content;
using GovPortal.Publishing.Import;

namespace GovPortal.News;

/// <summary>Reads articles of the import format, and rows of the old one-stop portal's article table (<c>C_TITLE</c>, <c>C_CONTENT</c> …).</summary>
public sealed class ArticleReader(SafeHtml html) : IRecordReader
{
    public string What => "articles";

    public RecordShape Shape { get; } = new RecordShape()
        .Words("title", "summary", "body", "source", "pictureAlt").Text("id", "url", "slug", "picture").Day("publishedAt").Flag("pinned")
        .TextOrRecord("category", new RecordShape().Text("value", "label"))
        .Words("C_TITLE", "C_SUMMARY", "C_CONTENT").Text("PK_ARTICLE", "C_SLUG").Day("C_BEGIN_DATE")
        .Passed("FK_MEDIA", "FK_EMPLOYEE", "C_END_DATE", "C_STATUS", "C_SUB_TITLE", "C_MESSAGE", "C_KEYWORDS", "C_TAGS", "C_VIEWS", "C_XML_VERSION", "C_PEN_NAME", "C_CACHED_RATING", "C_CACHED_RATING_COUNT")
        .Passed("C_HAS_VIDEO", "C_HAS_PHOTO", "C_FILE_NAME", "C_DEFAULT_CATEGORY", "C_REDIRECT_URL", "C_DEFAULT_WEBSITE", "C_IS_COPY", "C_IS_IMG_NEWS");

    public ForeignRecord Read(JsonElement json)
    {
        var record = new RecordFields(json);
        var title = VietnameseText.NormalizeLine(WebUtility.HtmlDecode(record.Text("title", "C_TITLE") ?? ""));
        if (title.Length == 0)
        {
            return ForeignRecord.Refused("news.import.no-title", "title", record.Text("title", "C_TITLE"));
        }

        // The old portal kept local time without saying so.
        var dayField = record.Line("publishedAt") is null ? "C_BEGIN_DATE" : "publishedAt";
        if (!record.TryInstant(dayField, out var publishedAt))
        {
            return ForeignRecord.Refused("news.import.bad-date", dayField, record.Text(dayField));
        }

        var cleaned = html.CleanImport(TextOrMarkup.ToHtml(DecodeTwice(record.Text("body", "C_CONTENT") ?? "")));
        var body = cleaned.Html;
        if (MissingMarks.Without(body).Length == 0)
        {
            return ForeignRecord.Refused("news.import.no-body", "body", title);
        }

        var remarks = cleaned.Remarks.ToList();
        body = ForeignPictures.TakeOut(body, remarks);
        var (category, label) = CategoryOf(json, record);
        var slug = record.Text("slug", "C_SLUG") is { } wish && VietnameseText.Slug(wish) is { Length: > 0 } given ? given : null;
        var named = record.Text("PK_ARTICLE") is { } old ? $"legacy:{old}" : record.Line("id") is { } id ? $"id:{id}" : slug is not null ? $"slug:{slug}" : record.Line("url") is { } url ? $"url:{url}" : null;
        return new ForeignRecord
        {
            Key = named ?? $"title:{VietnameseText.Slug(title, 120)}:{publishedAt?.UtcDateTime:yyyyMMddHHmm}",
            IsKeyGuessed = named is null,
            Title = title,
            Slug = slug,
            PublishedAt = publishedAt,
            Remarks = remarks,
            Body = new Article
            {
                Title = title,
                Summary = Shorten(html.ToText(html.CleanImport(TextOrMarkup.ToHtml(DecodeTwice(record.Text("summary", "C_SUMMARY") ?? ""))).Html).ReplaceLineEndings(" ")),
                Body = body,
                Category = category,
                CategoryLabel = label,
                Picture = record.Line("picture"),
                PictureAlt = record.Line("pictureAlt"),
                Source = record.Text("source") is { Length: > 0 } source ? VietnameseText.NormalizeLine(source) : null,
                IsPinned = json.TryGetProperty("pinned", out var pinned) && pinned.ValueKind == JsonValueKind.True,
            },
        };
    }

    /// <summary>Some editors of the old portal stored markup as entities: <c>&amp;lt;p&amp;gt;</c>. Such text is decoded until it is markup.</summary>
    private static string DecodeTwice(string text)
    {
        for (var turn = 0; turn < 2 && !text.Contains('<', StringComparison.Ordinal) && text.Contains("&lt;", StringComparison.Ordinal); turn++)
        {
            text = WebUtility.HtmlDecode(text);
        }

        return text;
    }

    private static (string? Value, string? Label) CategoryOf(JsonElement json, RecordFields record)
    {
        if (json.TryGetProperty("category", out var category) && category.ValueKind == JsonValueKind.Object)
        {
            var named = new RecordFields(category);
            return (named.Line("value"), named.Line("label"));
        }

        return record.Text("category") is { Length: > 0 } label ? (VietnameseText.Slug(label), VietnameseText.NormalizeLine(label)) : (null, null);
    }

    private static string? Shorten(string text) =>
        text.Length == 0 ? null : text.Length <= ArticleType.SummaryLength ? text : text[..(ArticleType.SummaryLength - 1)] + "…";
}
