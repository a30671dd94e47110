using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using GovPortal.Core.Configuration;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace GovPortal.Storage.Rows;

/// <summary>One column of a table, as its values are carried from one database to another: the same JSON whatever database they lie in.</summary>
public sealed class ColumnShape
{
    private static readonly HashSet<Type> Plain =
    [
        typeof(string), typeof(bool), typeof(byte), typeof(short), typeof(int), typeof(long), typeof(float), typeof(double), typeof(decimal),
        typeof(Guid), typeof(DateTimeOffset), typeof(DateTime), typeof(DateOnly), typeof(TimeOnly), typeof(TimeSpan), typeof(byte[]),
    ];

    private readonly RelationalTypeMapping mapping;
    private readonly Type stored;
    private readonly bool isAsStored;

    /// <exception cref="NotSupportedException">Its values have no such form; the sentence names table and column.</exception>
    internal ColumnShape(IColumn column)
    {
        (Name, IsNullable) = (column.Name, column.IsNullable);
        mapping = column.PropertyMappings.Count > 0 ? column.PropertyMappings[0].TypeMapping : column.StoreTypeMapping;
        IsJson = column.PropertyMappings.Count == 0;
        stored = IsJson ? typeof(string) : Underlying(mapping.Converter?.ProviderClrType ?? mapping.ClrType);
        var asModelled = IsJson ? typeof(string) : Bare(mapping.Converter?.ModelClrType ?? mapping.ClrType);

        // What only the program knows, such as a list of names, goes as the database holds it.
        isAsStored = mapping.Converter is null || !Plain.Contains(asModelled);
        Type = isAsStored ? stored : asModelled;
        if (!Plain.Contains(Type))
        {
            throw new NotSupportedException($"The column {column.Table.Name}.{column.Name} holds {Type.Name}, which cannot be carried to another database. Give it a conversion to a text or a number, or teach {nameof(ColumnShape)} the type.");
        }
    }

    public string Name { get; }

    public bool IsNullable { get; }

    /// <summary>What its values are when they are carried.</summary>
    public Type Type { get; }

    /// <summary>True where PostgreSQL holds JSON: one value in several spellings.</summary>
    public bool IsJson { get; }

    /// <summary>The value of a row that is being read; null for none.</summary>
    public object? Read(DbDataReader row, int number)
    {
        if (row.IsDBNull(number))
        {
            return null;
        }

        var value = ReadStored(row, number);
        return IsJson ? Spelled((string)value) : isAsStored ? value : mapping.Converter!.ConvertFromProvider(value);
    }

    /// <summary>What a command for the database takes in its place.</summary>
    internal DbParameter ParameterOf(DbCommand command, string name)
    {
        if (!IsJson)
        {
            return mapping.CreateParameter(command, name, null, nullable: true);
        }

        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        return parameter;
    }

    internal object StoredOf(object? value) =>
        value is null ? DBNull.Value : (isAsStored || IsJson ? value : mapping.Converter!.ConvertToProvider(value)) ?? DBNull.Value;

    public void Write(Utf8JsonWriter json, object value)
    {
        switch (value)
        {
            case string text: json.WriteStringValue(text); break;
            case bool flag: json.WriteBooleanValue(flag); break;
            case byte or short or int or long: json.WriteNumberValue(Convert.ToInt64(value, CultureInfo.InvariantCulture)); break;
            case float or double: json.WriteNumberValue(Convert.ToDouble(value, CultureInfo.InvariantCulture)); break;
            case decimal number: json.WriteStringValue(number.ToString(CultureInfo.InvariantCulture)); break;
            case Guid id: json.WriteStringValue(id); break;
            case DateTimeOffset instant: json.WriteStringValue(instant.UtcDateTime.ToString("O", CultureInfo.InvariantCulture)); break;
            case DateTime instant: json.WriteStringValue(instant.ToString("O", CultureInfo.InvariantCulture)); break;
            case DateOnly day: json.WriteStringValue(day.ToString("O", CultureInfo.InvariantCulture)); break;
            case TimeOnly time: json.WriteStringValue(time.ToString("O", CultureInfo.InvariantCulture)); break;
            case TimeSpan span: json.WriteNumberValue(span.Ticks); break;
            case byte[] bytes: json.WriteBase64StringValue(bytes); break;
            default: throw new NotSupportedException($"{Name}: {value.GetType().Name}");
        }
    }

    /// <exception cref="FormatException">It is no value of this column.</exception>
    public object? Read(JsonElement value)
    {
        try
        {
            return value.ValueKind == JsonValueKind.Null ? null : ReadValue(value);
        }
        catch (Exception odd) when (odd is InvalidOperationException or FormatException or OverflowException)
        {
            throw new FormatException($"“{Name}” is {Shown(value)}, where {Type.Name} is expected", odd);
        }
    }

    private object ReadValue(JsonElement value) => Type switch
    {
        var t when t == typeof(string) => value.GetString()!,
        var t when t == typeof(bool) => value.GetBoolean(),
        var t when t == typeof(byte) => value.GetByte(),
        var t when t == typeof(short) => value.GetInt16(),
        var t when t == typeof(int) => value.GetInt32(),
        var t when t == typeof(long) => value.GetInt64(),
        var t when t == typeof(float) => value.GetSingle(),
        var t when t == typeof(double) => value.GetDouble(),
        var t when t == typeof(decimal) => decimal.Parse(value.GetString()!, NumberStyles.Number, CultureInfo.InvariantCulture),
        var t when t == typeof(Guid) => value.GetGuid(),
        var t when t == typeof(DateTimeOffset) => DateTimeOffset.Parse(value.GetString()!, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal),
        var t when t == typeof(DateTime) => DateTime.Parse(value.GetString()!, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind),
        var t when t == typeof(DateOnly) => DateOnly.Parse(value.GetString()!, CultureInfo.InvariantCulture),
        var t when t == typeof(TimeOnly) => TimeOnly.Parse(value.GetString()!, CultureInfo.InvariantCulture),
        var t when t == typeof(TimeSpan) => TimeSpan.FromTicks(value.GetInt64()),
        _ => value.GetBytesFromBase64(),
    };

    private object ReadStored(DbDataReader row, int number) => stored switch
    {
        var t when t == typeof(string) => row.GetString(number),
        var t when t == typeof(bool) => row.GetBoolean(number),
        var t when t == typeof(byte) => row.GetByte(number),
        var t when t == typeof(short) => row.GetInt16(number),
        var t when t == typeof(int) => row.GetInt32(number),
        var t when t == typeof(long) => row.GetInt64(number),
        var t when t == typeof(float) => row.GetFloat(number),
        var t when t == typeof(double) => row.GetDouble(number),
        var t when t == typeof(decimal) => row.GetDecimal(number),
        var t when t == typeof(Guid) => row.GetGuid(number),
        var t when t == typeof(DateTimeOffset) => row.GetFieldValue<DateTimeOffset>(number),
        var t when t == typeof(DateTime) => row.GetDateTime(number),
        var t when t == typeof(DateOnly) => row.GetFieldValue<DateOnly>(number),
        var t when t == typeof(TimeOnly) => row.GetFieldValue<TimeOnly>(number),
        var t when t == typeof(TimeSpan) => row.GetFieldValue<TimeSpan>(number),
        _ => row.GetFieldValue<byte[]>(number),
    };

    // PostgreSQL orders the names of an object by itself and writes blanks.
    private static string Spelled(string json)
    {
        using var document = JsonDocument.Parse(json);
        return JsonSerializer.Serialize(InOrder(document.RootElement));
    }

    private static object? InOrder(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => new SortedDictionary<string, object?>(value.EnumerateObject().ToDictionary(p => p.Name, p => InOrder(p.Value)), StringComparer.Ordinal),
        JsonValueKind.Array => value.EnumerateArray().Select(InOrder).ToArray(),
        _ => value.Clone(),
    };

    private static string Shown(JsonElement value) => value.GetRawText() is { Length: > 60 } raw ? raw[..60] + "…" : value.GetRawText();

    private static Type Underlying(Type type) => Bare(type) is { IsEnum: true } named ? Enum.GetUnderlyingType(named) : Bare(type);

    private static Type Bare(Type type) => Nullable.GetUnderlyingType(type) ?? type;
}
