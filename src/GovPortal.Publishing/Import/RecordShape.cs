using System.Globalization;
using System.Text.Json;
using GovPortal.Core.Checking;
using GovPortal.Core.Configuration;

namespace GovPortal.Publishing.Import;

/// <summary>
/// The fields of a foreign record and what each holds. A value of another kind is refused by the name of its field, as
/// <c>steps[2].text</c>; a field that is not here is told, for it may be a slip of the pen. Null and empty text are nothing anywhere.
/// </summary>
public sealed class RecordShape
{
    private readonly Dictionary<string, Field> fields = new(StringComparer.Ordinal);

    private enum Kind
    {
        Text,
        Words,
        Day,
        Number,
        Count,
        Shift,
        Flag,
        Passed,
        List,
        Record,
        TextOrRecord,
    }

    /// <summary>What people read, such as a title; a number is none.</summary>
    public RecordShape Words(params ReadOnlySpan<string> names) => Add(names, new Field(Kind.Words));

    /// <summary>A code, an address and the like; a number is read as it is written.</summary>
    public RecordShape Text(params ReadOnlySpan<string> names) => Add(names, new Field(Kind.Text));

    /// <summary>A day or an instant in words; a number is none.</summary>
    public RecordShape Day(params ReadOnlySpan<string> names) => Add(names, new Field(Kind.Day));

    /// <summary>A number that is not below nothing. Sources write words in its place, such as “by agreement”: those are told and passed over.</summary>
    public RecordShape Number(params ReadOnlySpan<string> names) => Add(names, new Field(Kind.Number));

    /// <summary>How many, or a year: a whole number that is not below nothing.</summary>
    public RecordShape Count(params ReadOnlySpan<string> names) => Add(names, new Field(Kind.Count));

    /// <summary>How many before or after: a whole number.</summary>
    public RecordShape Shift(params ReadOnlySpan<string> names) => Add(names, new Field(Kind.Shift));

    public RecordShape Flag(params ReadOnlySpan<string> names) => Add(names, new Field(Kind.Flag));

    /// <summary>A list of words.</summary>
    public RecordShape Texts(params ReadOnlySpan<string> names) => Add(names, new Field(Kind.List));

    /// <summary>A list of records.</summary>
    public RecordShape List(string name, RecordShape of) => Add([name], new Field(Kind.List, of));

    public RecordShape Record(string name, RecordShape of) => Add([name], new Field(Kind.Record, of));

    /// <summary>Words, or a record that says the same in parts.</summary>
    public RecordShape TextOrRecord(string name, RecordShape of) => Add([name], new Field(Kind.TextOrRecord, of));

    /// <summary>Fields that sources have and nothing here needs.</summary>
    public RecordShape Passed(params ReadOnlySpan<string> names) => Add(names, new Field(Kind.Passed));

    /// <summary>Every value of a wrong kind.</summary>
    public IReadOnlyList<Refusal> Check(JsonElement record)
    {
        List<Refusal>? refusals = null;
        Check(record, "", ref refusals);
        return refusals ?? (IReadOnlyList<Refusal>)[];
    }

    /// <summary>Every field with the name of its kind, as <c>methods[].fees[].value</c> and <c>number</c>.</summary>
    public IEnumerable<(string Path, string Kind)> Described => Under("");

    /// <summary>A remark for each number in whose place words stand.</summary>
    public IEnumerable<string> WordsForNumbersIn(JsonElement record)
    {
        if (record.ValueKind != JsonValueKind.Object)
        {
            yield break;
        }

        foreach (var property in record.EnumerateObject())
        {
            if (fields.TryGetValue(property.Name, out var field))
            {
                foreach (var remark in WordsForNumbersIn(property.Value, field))
                {
                    yield return property.Name + remark;
                }
            }
        }
    }

    /// <summary>Fields of the record itself that are not here.</summary>
    public IEnumerable<string> UnknownIn(JsonElement record)
    {
        foreach (var property in record.EnumerateObject())
        {
            if (!fields.ContainsKey(property.Name))
            {
                yield return property.Name;
            }
        }
    }

    private static IEnumerable<string> WordsForNumbersIn(JsonElement value, Field field) => value.ValueKind switch
    {
        JsonValueKind.String when field.Kind == Kind.Number && !IsNumberOrEmpty(value.GetString()!, out _) => [$": “{ForeignRecord.Shorten(value.GetString())}” is no number and is passed over"],
        JsonValueKind.Object when field.Of is not null => field.Of.WordsForNumbersIn(value).Select(remark => $".{remark}"),
        JsonValueKind.Array when field.Of is not null => value.EnumerateArray().SelectMany((one, at) => field.Of.WordsForNumbersIn(one).Select(remark => $"[{at.ToString(CultureInfo.InvariantCulture)}].{remark}")),
        _ => [],
    };

    private static bool IsNumberOrEmpty(string text, out decimal number) => decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out number) || text.Length == 0;

    private IEnumerable<(string Path, string Kind)> Under(string path) => fields.SelectMany(field => field.Value.Of is { } of
        ? of.Under($"{path}{field.Key}{(field.Value.Kind == Kind.List ? "[]" : "")}.").Prepend((path + field.Key, field.Value.Kind.ToString())) : [(path + field.Key, field.Value.Kind.ToString())]);

    private RecordShape Add(ReadOnlySpan<string> names, Field field)
    {
        foreach (var name in names)
        {
            fields.Add(name, field);
        }

        return this;
    }

    private void Check(JsonElement record, string path, ref List<Refusal>? refusals)
    {
        foreach (var property in record.EnumerateObject())
        {
            if (fields.TryGetValue(property.Name, out var field))
            {
                Check(property.Value, field, path, property.Name, ref refusals);
            }
        }
    }

    private static void Check(JsonElement value, Field field, string path, string name, ref List<Refusal>? refusals)
    {
        var kind = value.ValueKind;
        if (kind == JsonValueKind.Null || field.Kind == Kind.Passed || (kind == JsonValueKind.String && value.ValueEquals("")))
        {
            return;
        }

        if (!Fits(value, field.Kind))
        {
            (refusals ??= []).Add(new Refusal($"import.field.{NameOf(field.Kind)}", path + name, ForeignRecord.Shorten(value.GetRawText())));
        }
        else if (kind == JsonValueKind.Object)
        {
            field.Of?.Check(value, $"{path}{name}.", ref refusals);
        }
        else if (kind == JsonValueKind.Array)
        {
            var part = new Field(field.Of is null ? Kind.Words : Kind.Record, field.Of);
            var number = 0;
            foreach (var one in value.EnumerateArray())
            {
                Check(one, part, path, $"{name}[{number++}]", ref refusals);
            }
        }
    }

    private static bool Fits(JsonElement json, Kind kind) => (json.ValueKind, kind) switch
    {
        (JsonValueKind.String, Kind.Number) => !IsNumberOrEmpty(json.GetString()!, out var number) || number >= 0,
        (JsonValueKind.Number, Kind.Number) => json.TryGetDecimal(out var number) && number >= 0,
        (JsonValueKind.Number, Kind.Count) => json.TryGetInt32(out var number) && number >= 0,
        (JsonValueKind.Number, Kind.Shift) => json.TryGetInt32(out _),
        var (value, _) => Fits(value, kind),
    };

    private static bool Fits(JsonValueKind value, Kind kind) => kind switch
    {
        Kind.Text => value is JsonValueKind.String or JsonValueKind.Number,
        Kind.Day or Kind.Words => value == JsonValueKind.String,
        Kind.Flag => value is JsonValueKind.True or JsonValueKind.False,
        Kind.List => value == JsonValueKind.Array,
        Kind.Record => value == JsonValueKind.Object,
        Kind.TextOrRecord => value is JsonValueKind.String or JsonValueKind.Object,
        _ => false,
    };

    private static string NameOf(Kind kind) => kind is Kind.TextOrRecord or Kind.Words ? "text" : kind.ToString().ToLowerInvariant();

    private sealed record Field(Kind Kind, RecordShape? Of = null);
}
