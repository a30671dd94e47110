using System.Globalization;
using GovPortal.Core.Checking;

namespace GovPortal.Disclosure.Tables;

/// <summary>What keeps a table from being saved, and what from being published.</summary>
internal static class TableChecks
{
    private const int CellLength = 2_000;
    private const int LineLength = 300;

    public static IEnumerable<Refusal> Of(DisclosedTable table)
    {
        if (table.Columns.Count > DisclosedTable.MostColumns || table.Rows.Count > DisclosedTable.MostRows)
        {
            return [new Refusal("disclosure.table.large", nameof(DisclosedInformation.Tables), string.Create(CultureInfo.InvariantCulture, $"{table.Rows.Count} × {table.Columns.Count}"))];
        }

        if (table.Columns.Count == 0 || table.Rows.Any(row => row.Count != table.Columns.Count))
        {
            return [new Refusal("disclosure.table.uneven", nameof(DisclosedInformation.Tables), table.Title)];
        }

        return
        [
            .. Checks.NotLonger(table.Title, LineLength, nameof(DisclosedInformation.Tables)),
            .. Checks.NotLonger(table.Unit, LineLength, nameof(DisclosedInformation.Tables)),
            .. Checks.NotLonger(table.SumNote, CellLength, nameof(DisclosedInformation.Tables)),
            .. table.Columns.Select(column => column.Name).Concat(table.Rows.SelectMany(row => row)).SelectMany(cell => Checks.NotLonger(cell, CellLength, nameof(DisclosedInformation.Tables))).Take(1),
            .. WrongKinds(table).Take(1),
        ];
    }

    /// <summary>A stated sum that is not the sum of its parts, where nobody says why.</summary>
    public static IEnumerable<Refusal> WrongSums(DisclosedTable table) => !string.IsNullOrWhiteSpace(table.SumNote) ? [] : TableSums.Of(table).Differences.Take(1).Select(difference =>
        new Refusal("disclosure.sum-differs", nameof(DisclosedInformation.Tables), $"{Named(table, difference.Row)}, {table.Columns[difference.Column].Name}: {CellValue.Shown(difference.Stated)} ≠ {CellValue.Shown(difference.Computed)}"));

    /// <summary>A row by its words: “II Chi thường xuyên”.</summary>
    public static string Named(DisclosedTable table, int row)
    {
        var words = string.Join(' ', table.Rows[row].Where((cell, n) => cell is { Length: > 0 } && table.Columns[n].Kind == CellKind.Text).Take(2));
        return words.Length > 40 ? words[..39] + "…" : words;
    }

    private static IEnumerable<Refusal> WrongKinds(DisclosedTable table) =>
        from row in table.Rows
        from cell in row.Select((text, n) => (Text: text, table.Columns[n].Kind))
        where cell.Text is not null && cell.Kind switch
        {
            CellKind.Amount or CellKind.Figure => CellValue.NumberOf(cell.Text) is not { } number || decimal.Abs(number) >= 1_000_000_000_000_000_000m,
            CellKind.Day => !DateOnly.TryParseExact(cell.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
            _ => false,
        }
        select new Refusal("disclosure.table.cell", nameof(DisclosedInformation.Tables), cell.Text);
}
