using System.Globalization;
using System.Text.Json;
using GovPortal.Core.Text;
using GovPortal.Publishing.Import;

namespace GovPortal.Officials;

/// <summary>Reads units: <c>name</c>, <c>under</c> (name or key of the unit above), <c>order</c>, <c>tasks</c> and how they are reached; <c>key</c> where two bear one name.</summary>
public sealed class UnitReader : IRecordReader
{
    public string What => "units";

    public RecordShape Shape { get; } = new RecordShape()
        .Words("name", "nameEn", "tasks", "tasksEn", "address").Text("key", "under", "phone", "email").Count("order").Day("publishedAt");

    /// <summary>What a unit is called by where nothing else is said.</summary>
    public static string KeyOf(string name) => VietnameseText.Slug(name, UnitType.KeyLength);

    public ForeignRecord Read(JsonElement json)
    {
        var record = new RecordFields(json);
        if (record.Line("name") is not { } name)
        {
            return ForeignRecord.Refused("officials.import.no-name", "name", record.Text("name"));
        }

        if (!TryOrder(record, out var order))
        {
            return ForeignRecord.Refused("officials.order.bad", "order", record.Text("order"));
        }

        if (!record.TryInstant("publishedAt", out var publishedAt))
        {
            return ForeignRecord.Refused("officials.import.bad-day", "publishedAt", record.Text("publishedAt"));
        }

        var key = KeyOf(record.Line("key") ?? name);
        return new ForeignRecord
        {
            Key = $"unit:{key}",
            IsKeyGuessed = record.Line("key") is null,
            Title = name,
            PublishedAt = publishedAt,
            Body = new OrganizationUnit
            {
                Key = key,
                Name = name,
                NameEn = record.Line("nameEn"),
                Under = record.Line("under") is { } above ? KeyOf(above) : null,
                Order = order,
                Tasks = record.Lines("tasks"),
                TasksEn = record.Lines("tasksEn"),
                Address = record.Line("address"),
                Phone = record.Line("phone"),
                Email = record.Line("email"),
            }.WithEnglishSince(before: null, isLookedThrough: true),
        };
    }

    /// <summary>A place among neighbours; 0 where none is said.</summary>
    internal static bool TryOrder(RecordFields record, out int order)
    {
        order = 0;
        return record.Line("order") is not { } line
            || (int.TryParse(line, NumberStyles.None, CultureInfo.InvariantCulture, out order) && order <= ContactChecks.MostOrder);
    }
}
