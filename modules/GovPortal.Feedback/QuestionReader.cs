using System.Text.Json;
using GovPortal.Core.Text;
using GovPortal.Publishing.Import;

namespace GovPortal.Feedback;

/// <summary>Reads questions with their answers, as another portal has published them: names are masked there already or are left out.</summary>
public sealed class QuestionReader : IRecordReader
{
    public string What => "questions";

    public RecordShape Shape { get; } = new RecordShape().Words("title", "text", "answer", "asker", "answeredBy", "field").Text("id").Day("askedOn", "answeredOn", "publishedAt");

    public ForeignRecord Read(JsonElement json)
    {
        var record = new RecordFields(json);
        foreach (var field in new[] { "title", "text", "answer", "answeredBy" })
        {
            if (record.Line(field) is null)
            {
                return ForeignRecord.Refused("feedback.import.missing", field, field);
            }
        }

        if (!record.TryDay("askedOn", out var asked) || !record.TryDay("answeredOn", out var answered) || !record.TryInstant("publishedAt", out var publishedAt))
        {
            return ForeignRecord.Refused("feedback.import.day", "answeredOn", record.Text("answeredOn", "askedOn", "publishedAt"));
        }

        var (id, title) = (record.Line("id"), record.Line("title")!);
        return new ForeignRecord
        {
            Key = id is not null ? $"id:{id}" : $"title:{VietnameseText.Slug(title, 120)}",
            IsKeyGuessed = id is null,
            Title = title,
            PublishedAt = publishedAt,
            Body = new Question { Title = title, Text = record.Lines("text")!, Answer = record.Lines("answer")!, Asker = record.Line("asker"), AskedOn = asked, AnsweredBy = record.Line("answeredBy")!, AnsweredOn = answered, Field = record.Line("field") },
        };
    }
}
