using System.Text.Json;
using GovPortal.Core.Text;
using GovPortal.Publishing.Import;

namespace GovPortal.Consultations;

/// <summary>
/// Reads consultations. Recipes say the days by the calendar of their own day: <c>opensIn</c> and <c>closesIn</c>, days from today, which may be before it.
/// </summary>
public sealed class ConsultationReader(TimeProvider clock) : IRecordReader
{
    private const int MostDays = 3_650;

    public string What => "consultations";

    public RecordShape Shape { get; } = new RecordShape().Words("title", "drafter", "introduction", "urgentReason", "outcome").Text("id", "kind").Day("opensOn", "closesOn", "publishedAt").Shift("opensIn", "closesIn")
        .List("sections", new RecordShape().Text("id").Words("heading", "text")).List("files", new RecordShape().Words("name").Text("url"));

    public ForeignRecord Read(JsonElement json)
    {
        var record = new RecordFields(json);
        foreach (var field in new[] { "title", "drafter" })
        {
            if (record.Line(field) is null)
            {
                return ForeignRecord.Refused("consultations.import.missing", field, field);
            }
        }

        if (DayOf(record, "opensOn", "opensIn") is not { } opens || DayOf(record, "closesOn", "closesIn") is not { } closes || !record.TryInstant("publishedAt", out var publishedAt))
        {
            return ForeignRecord.Refused("consultations.import.day", "closesOn", record.Text("closesOn", "opensOn", "publishedAt"));
        }

        var (id, title) = (record.Line("id"), record.Line("title")!);
        return new ForeignRecord
        {
            Key = id is not null ? $"id:{id}" : $"title:{VietnameseText.Slug(title, 120)}",
            IsKeyGuessed = id is null,
            Title = title,
            PublishedAt = publishedAt,
            Body = new Consultation
            {
                Title = title,
                Kind = record.Line("kind") is "other" ? DraftKind.Other : DraftKind.Legal,
                Drafter = record.Line("drafter")!,
                Introduction = record.Lines("introduction"),
                OpensOn = opens,
                ClosesOn = closes,
                UrgentReason = record.Line("urgentReason"),
                Sections = [.. record.List("sections").Select((section, n) => SectionOf(new RecordFields(section), n))],
                Files = [.. record.List("files").Select(file => new RecordFields(file)).Where(file => file.Line("url") is not null).Select(file => new DraftFile(file.Line("name") ?? file.Line("url")!, file.Line("url")!))],
                Outcome = record.Lines("outcome"),
            },
        };
    }

    private static DraftSection SectionOf(RecordFields section, int n) => new(section.Line("id") ?? $"p{n + 1}", section.Line("heading") ?? "", section.Lines("text") ?? "");

    private DateOnly? DayOf(RecordFields record, string day, string days)
    {
        if (record.Line(days) is { } written)
        {
            return int.TryParse(written, System.Globalization.NumberStyles.AllowLeadingSign, System.Globalization.CultureInfo.InvariantCulture, out var shift) && Math.Abs((long)shift) <= MostDays
                ? DateOnly.FromDateTime(clock.GetUtcNow().ToOffset(WrittenDay.Hanoi).DateTime).AddDays(shift) : null;
        }

        return record.TryDay(day, out var read) ? read : null;
    }
}
