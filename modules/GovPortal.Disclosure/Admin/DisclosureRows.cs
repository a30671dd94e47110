using CsvHelper;
using GovPortal.Disclosure.Tables;

namespace GovPortal.Disclosure.Admin;

public sealed class FileRow
{
    public string? Name { get; set; }

    public string? Url { get; set; }
}

/// <summary>A table as it is pasted or typed.</summary>
public sealed class TableRow
{
    public string? Title { get; set; }

    public string? Unit { get; set; }

    /// <summary>A line for each row, the headings first; see <see cref="TableText"/>.</summary>
    public string? Cells { get; set; }

    /// <summary>What columns hold, in words with commas; empty lets the cells tell.</summary>
    public string? Kinds { get; set; }

    public string? SumNote { get; set; }

    public static TableRow Of(DisclosedTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return new TableRow
        {
            Title = table.Title,
            Unit = table.Unit,
            SumNote = table.SumNote,
            Cells = TableText.Write(table),
            Kinds = IsToldByCells(table) ? null : string.Join(", ", table.Columns.Select(column => ColumnKinds.Written(column.Kind))),
        };
    }

    private static bool IsToldByCells(DisclosedTable table) => table.Columns.Select((column, n) => (column, n)).All(c =>
        ColumnKinds.Guess(c.column.Name, table.Rows.Select(row => CellValue.Shown(row[c.n], c.column.Kind))) == c.column.Kind);

    public ReadTable Read()
    {
        try
        {
            return TableReading.Of(TableText.Cells(Cells ?? ""), Kinds);
        }
        catch (CsvFormatException)
        {
            return ReadTable.Faulty("disclosure.table.quote");
        }
    }
}
