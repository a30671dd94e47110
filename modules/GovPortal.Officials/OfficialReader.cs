using System.Text.Json;
using GovPortal.Core.Text;
using GovPortal.Publishing.Import;

namespace GovPortal.Officials;

/// <summary>Reads people: <c>name</c> and <c>posts</c>, each with <c>post</c>, the name of its <c>unit</c> (with <c>unitKey</c> where two bear one name), <c>from</c> and <c>until</c>.</summary>
public sealed class OfficialReader : IRecordReader
{
    public string What => "officials";

    public RecordShape Shape { get; } = new RecordShape()
        .Words("name", "pictureAlt", "reception", "receptionEn", "duties", "dutiesEn").Text("id", "phone", "fax", "email", "picture")
        .Count("order").Flag("isLeader", "isInformationOfficer", "isSpokesperson").Day("publishedAt")
        .List("posts", new RecordShape().Words("post", "postEn", "unit").Text("unitKey").Day("from", "until"));

    public ForeignRecord Read(JsonElement json)
    {
        var record = new RecordFields(json);
        if (record.Line("name") is not { } name)
        {
            return ForeignRecord.Refused("officials.import.no-name", "name", record.Text("name"));
        }

        if (!UnitReader.TryOrder(record, out var order))
        {
            return ForeignRecord.Refused("officials.order.bad", "order", record.Text("order"));
        }

        if (!record.TryInstant("publishedAt", out var publishedAt))
        {
            return ForeignRecord.Refused("officials.import.bad-day", "publishedAt", record.Text("publishedAt"));
        }

        var posts = new List<HeldPost>();
        foreach (var (row, number) in record.List("posts").Select((row, number) => (new RecordFields(row), number)))
        {
            if (ReadPost(row) is not { } held)
            {
                return ForeignRecord.Refused("officials.import.bad-day", $"posts[{number}]", $"{row.Text("from")} – {row.Text("until")}");
            }

            posts.Add(held);
        }

        var id = record.Line("id");
        return new ForeignRecord
        {
            Key = id is not null ? $"official:{id}" : $"official:name:{VietnameseText.Slug(name, 120)}",
            IsKeyGuessed = id is null,
            Title = name,
            PublishedAt = publishedAt,
            Body = BodyOf(record, name, order, posts).WithEnglishSince(before: null, isLookedThrough: true),
        };
    }

    private static Official BodyOf(RecordFields record, string name, int order, IReadOnlyList<HeldPost> posts) => new()
    {
        Name = name,
        Posts = posts,
        Order = order,
        IsLeader = record.IsTrue("isLeader"),
        IsInformationOfficer = record.IsTrue("isInformationOfficer"),
        IsSpokesperson = record.IsTrue("isSpokesperson"),
        Phone = record.Line("phone"),
        Fax = record.Line("fax"),
        Email = record.Line("email"),
        Picture = record.Line("picture") is { } picture && picture.StartsWith("/tep/", StringComparison.Ordinal) ? picture : null,
        PictureAlt = record.Line("pictureAlt"),
        Reception = record.Lines("reception"),
        ReceptionEn = record.Lines("receptionEn"),
        Duties = record.Lines("duties"),
        DutiesEn = record.Lines("dutiesEn"),
    };

    private static HeldPost? ReadPost(RecordFields row)
    {
        if (!row.TryDay("from", out var from) || !row.TryDay("until", out var until))
        {
            return null;
        }

        var unit = row.Line("unit");
        return new HeldPost
        {
            Post = row.Line("post") ?? "",
            PostEn = row.Line("postEn"),
            Unit = unit is null ? null : UnitReader.KeyOf(row.Line("unitKey") ?? unit),
            UnitName = unit,
            From = from,
            Until = until,
        };
    }
}
