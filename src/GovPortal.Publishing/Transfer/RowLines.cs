using System.Text;
using System.Text.Json;
using GovPortal.Storage.Rows;

namespace GovPortal.Publishing.Transfer;

/// <summary>Rows of a table as lines of JSON: an object a line, a name for each value, none for what is empty.</summary>
internal static class RowLines
{
    // The largest text a form or an import takes has 16 million letters.
    private const int LongestLine = 96 << 20;

    private static readonly JsonWriterOptions Readable = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="leftOut">A column that the archive does not name.</param>
    public static byte[] Write(TableShape table, object?[] row, string? leftOut = null)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Readable))
        {
            json.WriteStartObject();
            for (var number = 0; number < row.Length; number++)
            {
                if (row[number] is { } value && table.Columns[number].Name != leftOut)
                {
                    json.WritePropertyName(table.Columns[number].Name);
                    table.Columns[number].Write(json, value);
                }
            }

            json.WriteEndObject();
        }

        bytes.WriteByte((byte)'\n');
        return bytes.ToArray();
    }

    /// <summary>The rows of a table's entry.</summary>
    /// <param name="given">A column the archive does not name, and its value in every row; null where it names all.</param>
    /// <exception cref="InvalidDataException">A line holds no row of this table; the sentence names line, field and value.</exception>
    public static async IAsyncEnumerable<object?[]> ReadAsync(TableShape table, Stream stream, (string Column, object Value)? given, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct = default)
    {
        using var lines = new BoundedLines(stream, LongestLine);
        var places = table.Columns.Select((column, number) => (column.Name, number)).ToDictionary(c => c.Name, c => c.number, StringComparer.Ordinal);
        var line = 0;
        while (await lines.NextAsync(ct) is { } text)
        {
            line++;
            yield return Parse(table, places, text, line, given);
        }
    }

    private static object?[] Parse(TableShape table, Dictionary<string, int> places, string text, int line, (string Column, object Value)? given)
    {
        var row = new object?[table.Columns.Count];
        try
        {
            using var json = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = 2 });
            foreach (var property in json.RootElement.EnumerateObject())
            {
                if (!places.TryGetValue(property.Name, out var place))
                {
                    throw new InvalidDataException($"line {line}: “{property.Name}” is no field of {table.Name} here; the archive was made by a program with other tables");
                }

                row[place] = table.Columns[place].Read(property.Value);
            }
        }
        catch (Exception odd) when (odd is JsonException or FormatException or InvalidOperationException)
        {
            throw new InvalidDataException($"line {line}: {odd.Message.TrimEnd('.')}", odd);
        }

        if (given is { } known)
        {
            row[places[known.Column]] = known.Value;
        }

        var missing = table.Columns.Where((column, number) => row[number] is null && !column.IsNullable).FirstOrDefault();
        return missing is null ? row : throw new InvalidDataException($"line {line}: “{missing.Name}” is missing");
    }
}
