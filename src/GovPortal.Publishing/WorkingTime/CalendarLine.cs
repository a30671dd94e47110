using System.Text.Json;
using GovPortal.Core.Checking;
using GovPortal.Core.WorkingTime;
using GovPortal.Publishing.Import;

namespace GovPortal.Publishing.WorkingTime;

/// <summary>What a line of a calendar file says: of a stretch of days, or of the hours of a weekday.</summary>
/// <param name="Days">Each day of the stretch; empty for hours.</param>
/// <param name="Weekday">With <paramref name="Shifts"/>: the hours of that weekday. Null for days.</param>
internal sealed record CalendarLine(IReadOnlyList<CalendarDay> Days, DayOfWeek? Weekday, IReadOnlyList<Shift> Shifts)
{
    private static readonly RecordShape Shape = new RecordShape().Day("from", "to").Text("kind", "part", "weekday", "hours").Words("name");

    private static readonly JsonDocumentOptions Limits = new() { MaxDepth = 4 };

    /// <summary>Reads <c>{"from","to","kind":"off"|"work","part","name"}</c> or <c>{"kind":"hours","weekday","hours"}</c>.</summary>
    public static (CalendarLine? Line, IReadOnlyList<Refusal> Refusals) Read(string text)
    {
        if (text.Contains(LineFile.NoLetter, StringComparison.Ordinal))
        {
            return Refused("import.line.encoding", "(line)", text.Replace(LineFile.NoLetter, '�'));
        }

        try
        {
            using var json = JsonDocument.Parse(text, Limits);
            return json.RootElement.ValueKind != JsonValueKind.Object ? Refused("import.line.no-object", "(line)", text)
                : Shape.Check(json.RootElement) is { Count: > 0 } odd ? (null, odd)
                : Shape.UnknownIn(json.RootElement).FirstOrDefault() is { } unknown ? Refused("working-time.import.field", unknown, json.RootElement.GetProperty(unknown).GetRawText())
                : Read(new RecordFields(json.RootElement));
        }
        catch (JsonException broken)
        {
            return Refused("import.line.broken-json", "(line)", $"{ForeignRecord.Shorten(text)} ({broken.Message})");
        }
        catch (InvalidOperationException odd)
        {
            // Text that is no Unicode.
            return Refused("import.line.odd-value", "(line)", $"{ForeignRecord.Shorten(text)} ({odd.Message})");
        }
    }

    private static (CalendarLine?, IReadOnlyList<Refusal>) Read(RecordFields fields) => fields.Line("kind") switch
    {
        null => Refused("import.field.missing", "kind", null),
        "off" => DaysOf(fields, DayKind.Off),
        "work" => DaysOf(fields, DayKind.Work),
        "hours" => HoursOf(fields),
        var other => Refused("working-time.import.kind", "kind", other),
    };

    private static (CalendarLine?, IReadOnlyList<Refusal>) DaysOf(RecordFields fields, DayKind kind)
    {
        if (!fields.TryDay("from", out var first) || first?.Year is < CalendarDay.FirstYear or > CalendarDay.LastYear)
        {
            return Refused("import.field.day", "from", fields.Line("from"));
        }

        if (first is not { } from)
        {
            return Refused("import.field.missing", "from", null);
        }

        if (!fields.TryDay("to", out var last))
        {
            return Refused("import.field.day", "to", fields.Line("to"));
        }

        var to = last ?? from;
        var name = fields.Line("name") ?? "";
        return to < from || to.Year != from.Year ? Refused("working-time.import.to", "to", fields.Line("to"))
            : PartOf(fields.Line("part")) is not { } part ? Refused("working-time.import.part", "part", fields.Line("part"))
            : name.Length > CalendarDay.NameLength ? Refused("check.too-long", "name", $"{name.Length} > {CalendarDay.NameLength}")
            : (new CalendarLine([.. Enumerable.Range(0, to.DayNumber - from.DayNumber + 1).Select(n => new CalendarDay(from.AddDays(n), kind, part, name))], null, []), []);
    }

    private static (CalendarLine?, IReadOnlyList<Refusal>) HoursOf(RecordFields fields)
    {
        var written = fields.Line("weekday");
        return !Enum.TryParse<DayOfWeek>(written, ignoreCase: true, out var weekday) || !string.Equals(weekday.ToString(), written, StringComparison.OrdinalIgnoreCase) ? Refused("working-time.import.weekday", "weekday", written)
            : WeeklyHours.Parse(fields.Line("hours") ?? "") is not { } shifts ? Refused("working-time.import.hours", "hours", fields.Line("hours"))
            : (new CalendarLine([], weekday, shifts), []);
    }

    private static DayPart? PartOf(string? word) => word switch
    {
        null => DayPart.Whole,
        "morning" => DayPart.Morning,
        "afternoon" => DayPart.Afternoon,
        _ => null,
    };

    private static (CalendarLine?, IReadOnlyList<Refusal>) Refused(string code, string field, string? value) => (null, [new Refusal(code, field, ForeignRecord.Shorten(value))]);
}
