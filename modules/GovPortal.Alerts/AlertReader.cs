using System.Text.Json;
using GovPortal.Core.Text;
using GovPortal.Publishing.Import;

namespace GovPortal.Alerts;

/// <summary>
/// Reads alerts: <c>title</c>, <c>grade</c> (<c>notice</c>, <c>warning</c>, <c>emergency</c>), <c>startsAt</c> and <c>endsAt</c> as on the agency's wall, or
/// <c>hours</c> from now where a recipe gives one. <c>reach</c> beyond its own site holds on the portal only.
/// </summary>
public sealed class AlertReader(TimeProvider clock) : IRecordReader
{
    private const int MostHours = 24 * AlertType.MostDays;

    public string What => "alerts";

    public RecordShape Shape { get; } = new RecordShape()
        .Words("title", "titleEn", "text", "textEn", "area").Text("id", "grade", "category", "reach").Day("startsAt", "endsAt", "publishedAt").Count("hours").Texts("sites");

    public ForeignRecord Read(JsonElement json)
    {
        var record = new RecordFields(json);
        if (record.Line("title") is not { } title)
        {
            return ForeignRecord.Refused("alerts.import.no-title", "title", record.Text("title"));
        }

        if (!TryName<AlertGrade>(record.Line("grade"), out var grade))
        {
            return ForeignRecord.Refused("alerts.import.bad-grade", "grade", record.Text("grade"));
        }

        if (!TryName<AlertReach>(record.Line("reach"), out var reach))
        {
            return ForeignRecord.Refused("alerts.import.bad-reach", "reach", record.Text("reach"));
        }

        if (!TryTimes(record, out var startsAt, out var endsAt, out var field))
        {
            return ForeignRecord.Refused("alerts.import.bad-time", field, record.Text(field));
        }

        if (!record.TryInstant("publishedAt", out var publishedAt))
        {
            return ForeignRecord.Refused("alerts.import.bad-time", "publishedAt", record.Text("publishedAt"));
        }

        var id = record.Line("id");
        return new ForeignRecord
        {
            Key = id is not null ? $"alert:{id}" : $"alert:{VietnameseText.Slug(title, 120)}:{startsAt:yyyyMMddHHmm}",
            IsKeyGuessed = id is null,
            Title = title,
            PublishedAt = publishedAt,
            Body = new Alert
            {
                Title = title,
                TitleEn = record.Line("titleEn"),
                Text = record.Lines("text"),
                TextEn = record.Lines("textEn"),
                Grade = grade,
                Category = record.Line("category") ?? AlertCodes.Other,
                Area = record.Line("area"),
                StartsAt = startsAt,
                EndsAt = endsAt,
                Reach = reach,
                Sites = [.. record.List("sites").Select(site => site.ToString())],
            },
        };
    }

    private static bool TryName<T>(string? line, out T value) where T : struct, Enum
    {
        value = default;
        return line is null || (!char.IsAsciiDigit(line[0]) && line[0] is not ('-' or '+') && Enum.TryParse(line, ignoreCase: true, out value) && Enum.IsDefined(value));
    }

    private bool TryTimes(RecordFields record, out DateTime startsAt, out DateTime endsAt, out string field)
    {
        (startsAt, endsAt, field) = (clock.GetUtcNow().ToOffset(WrittenDay.Hanoi).DateTime, default, "startsAt");
        if (record.Line("startsAt") is { } start && !WrittenDay.TryParseWall(start, out startsAt))
        {
            return false;
        }

        field = "hours";
        if (record.Line("hours") is { } hours)
        {
            var isRead = int.TryParse(hours, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var many) && many is > 0 and <= MostHours;
            endsAt = isRead ? startsAt.AddHours(many) : default;
            return isRead;
        }

        field = "endsAt";
        return WrittenDay.TryParseWall(record.Line("endsAt"), out endsAt);
    }
}
