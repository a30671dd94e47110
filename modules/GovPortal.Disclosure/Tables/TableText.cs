using System.Text;
using CsvHelper;
using GovPortal.Core.Text;

namespace GovPortal.Disclosure.Tables;

/// <summary>
/// Cells as they are pasted from a spreadsheet or typed: a line for each row, the first with the headings, cells parted by tabs, else by <c>|</c>, else by <c>;</c>.
/// A cell with lines of its own stands in quotes, as spreadsheets paste it.
/// </summary>
public static class TableText
{
    private const int LongestRecord = 200_000;

    /// <summary>The cells, every row as wide as the widest; empty rows are left out.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Cells(string typed) => Cells(typed, SeparatorOf(typed));

    /// <exception cref="CsvFormatException">A row is longer than any table's: a quote is never closed.</exception>
    public static IReadOnlyList<IReadOnlyList<string>> Cells(string typed, char separator)
    {
        ArgumentNullException.ThrowIfNull(typed);
        var rows = new List<string[]>();
        using var reader = CsvReader.Create(new StringReader(typed), new CsvReaderOptions { Separator = separator, HasHeader = false, MaxRecordSize = LongestRecord });
        while (reader.Read())
        {
            var row = Enumerable.Range(0, reader.FieldCount).Select(field => VietnameseText.NormalizeLine(reader.GetString(field))).ToArray();
            if (row.Any(cell => cell.Length > 0))
            {
                rows.Add(row);
            }
        }

        return Squared(rows);
    }

    /// <summary>Rows of one width, without columns that are empty throughout at the right.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Squared(IReadOnlyList<IReadOnlyList<string>> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var width = rows.Count == 0 ? 0 : rows.Max(row => row.Count - row.Reverse().TakeWhile(string.IsNullOrEmpty).Count());
        return [.. rows.Select(row => row.Take(width).Concat(Enumerable.Repeat("", Math.Max(0, width - row.Count))).ToArray())];
    }

    /// <summary>The table as it is pasted again.</summary>
    public static string Write(DisclosedTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        var kinds = table.Columns.Select(column => column.Kind).ToArray();
        return Write([[.. table.Columns.Select(column => column.Name)], .. table.Rows.Select(row => row.Select((cell, n) => CellValue.Shown(cell, kinds[n])).ToArray())]);
    }

    public static string Write(IEnumerable<IReadOnlyList<string>> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var text = new StringBuilder();
        foreach (var row in rows)
        {
            text.AppendJoin('\t', row.Select(Quoted)).Append('\n');
        }

        return text.ToString();
    }

    public static char SeparatorOf(string typed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        return typed.Contains('\t', StringComparison.Ordinal) ? '\t' : typed.Contains('|', StringComparison.Ordinal) ? '|' : ';';
    }

    private static string Quoted(string cell) => cell.StartsWith('"') ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;
}
