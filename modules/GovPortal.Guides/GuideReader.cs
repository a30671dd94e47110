using System.Text.Json;
using GovPortal.Core.Text;
using GovPortal.Publishing.Import;

namespace GovPortal.Guides;

/// <summary>Reads life-event guides: <c>title</c>, <c>summary</c>, <c>icon</c>, <c>answers</c>, <c>steps</c> (<c>title</c>, <c>when</c>, <c>text</c>, <c>procedures</c> of <c>code</c> and <c>name</c>), <c>bring</c>, <c>note</c>.</summary>
public sealed class GuideReader : IRecordReader
{
    public string What => "guides";

    public RecordShape Shape { get; } = new RecordShape()
        .Words("title", "summary", "note").Text("id", "icon").Day("publishedAt").Texts("answers", "bring")
        .List("steps", new RecordShape().Words("title", "when", "text").List("procedures", new RecordShape().Text("code", "name")));

    public ForeignRecord Read(JsonElement json)
    {
        var record = new RecordFields(json);
        if (record.Line("title") is not { } title)
        {
            return ForeignRecord.Refused("guides.import.no-title", "title", record.Text("title"));
        }

        if (!record.TryInstant("publishedAt", out var publishedAt))
        {
            return ForeignRecord.Refused("guides.import.bad-time", "publishedAt", record.Text("publishedAt"));
        }

        var id = record.Line("id");
        return new ForeignRecord
        {
            Key = id is not null ? $"id:{id}" : $"title:{VietnameseText.Slug(title, 120)}",
            IsKeyGuessed = id is null,
            Title = title,
            PublishedAt = publishedAt,
            Body = new Guide
            {
                Title = title,
                Summary = record.Line("summary") ?? "",
                Icon = record.Line("icon"),
                Answers = Lines(record, "answers"),
                Steps = [.. record.List("steps").Select(StepOf)],
                Bring = Lines(record, "bring"),
                Note = record.Lines("note"),
            },
        };
    }

    private static GuideStep StepOf(JsonElement json)
    {
        var record = new RecordFields(json);
        return new GuideStep(record.Line("title") ?? "", record.Line("when"), record.Lines("text")) { Procedures = [.. record.List("procedures").Select(ProcedureOf)] };
    }

    private static GuideProcedure ProcedureOf(JsonElement json)
    {
        var record = new RecordFields(json);
        var code = record.Line("code") ?? "";
        return new GuideProcedure(ProcedureCode.TryParse(code, out var canonical) ? canonical : code, record.Line("name"));
    }

    private static string[] Lines(RecordFields record, string field) =>
        [.. record.List(field).Where(line => line.ValueKind == JsonValueKind.String).Select(line => VietnameseText.NormalizeLine(line.GetString()!)).Where(line => line.Length > 0)];
}
