using System.Text.Json;
using GovPortal.Editing.Cleaning;
using GovPortal.Publishing.Content;
using GovPortal.Publishing.Import;

namespace GovPortal.Content;

/// <summary>Reads pages: <c>{ "slug", "title", "titleEn", "summary", "body", "bodyEn" }</c>.</summary>
public sealed class PageReader(SafeHtml html) : IRecordReader
{
    public string What => "pages";

    public RecordShape Shape { get; } = new RecordShape().Words("title", "titleEn", "summary", "body", "bodyEn").Text("slug");

    public ForeignRecord Read(JsonElement json)
    {
        var record = new RecordFields(json);
        if (record.Line("title") is not { } title || record.Line("slug") is not { } slug)
        {
            return ForeignRecord.Refused("content.page.no-title", record.Line("title") is null ? "title" : "slug", record.Line("slug"));
        }

        var (body, english) = (Clean(record.Text("body")), Clean(record.Text("bodyEn")));
        return new ForeignRecord
        {
            Key = slug,
            Slug = slug,
            Title = title,
            Body = new Page
            {
                Title = title,
                TitleEn = record.Line("titleEn"),
                Summary = record.Line("summary"),
                Body = body.Html,
                BodyEn = record.Text("bodyEn") is null ? null : english.Html,
            },
            Remarks = [.. body.Remarks, .. english.Remarks],
        };
    }

    private CleanedHtml Clean(string? text) => html.CleanImport(text is null ? null : TextOrMarkup.ToHtml(text));
}
