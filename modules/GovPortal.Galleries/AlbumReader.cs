using System.Text.Json;
using GovPortal.Core.Text;
using GovPortal.Publishing.Import;

namespace GovPortal.Galleries;

/// <summary>Reads albums: pictures are files of the site's library, named by their addresses (<c>/tep/…</c>).</summary>
public sealed class AlbumReader : IRecordReader
{
    public string What => "galleries";

    public RecordShape Shape { get; } = new RecordShape()
        .Words("title", "summary").Text("id").Day("taken", "publishedAt").List("pictures", new RecordShape().Words("alt", "caption", "credit").Text("path"));

    public ForeignRecord Read(JsonElement json)
    {
        var record = new RecordFields(json);
        if (record.Line("title") is not { } title)
        {
            return ForeignRecord.Refused("galleries.import.no-title", "title", record.Text("title"));
        }

        if (!record.TryDay("taken", out var taken))
        {
            return ForeignRecord.Refused("galleries.import.bad-day", "taken", record.Text("taken"));
        }

        if (!record.TryInstant("publishedAt", out var publishedAt))
        {
            return ForeignRecord.Refused("galleries.import.bad-day", "publishedAt", record.Text("publishedAt"));
        }

        var id = record.Line("id");
        return new ForeignRecord
        {
            Key = id is not null ? $"id:{id}" : $"title:{VietnameseText.Slug(title, 120)}:{taken:yyyyMMdd}",
            IsKeyGuessed = id is null,
            Title = title,
            PublishedAt = publishedAt,
            Body = new Album
            {
                Title = title,
                Summary = record.Lines("summary"),
                TakenOn = taken,
                Pictures = [.. record.List("pictures").Select(picture => new RecordFields(picture)).Where(picture => picture.Line("path") is not null).Select(picture => new AlbumPicture(picture.Line("path")!, picture.Line("alt"), picture.Line("caption"), picture.Line("credit")))],
            },
        };
    }
}
