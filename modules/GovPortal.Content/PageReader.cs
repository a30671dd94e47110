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
        var remarks = body.Remarks.Concat(english.Remarks).ToList();
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
                Body = ForeignPictures.TakeOut(body.Html, remarks),
                BodyEn = record.Text("bodyEn") is null ? null : ForeignPictures.TakeOut(english.Html, remarks),
            },
            Remarks = remarks,
        };
    }

    private CleanedHtml Clean(string? text) => html.CleanImport(text is null ? null : TextOrMarkup.ToHtml(text));
}
