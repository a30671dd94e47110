using System.Globalization;
using CsvHelper;

namespace GovPortal.Disclosure.Tables;

/// <summary>A table as CSV (RFC 4180) in UTF-8 with its mark, so that spreadsheets read Vietnamese; words that a spreadsheet would compute are marked as words.</summary>
public static class TableCsv
{
    private static readonly CsvWriterOptions habits = new() { Injection = CsvInjection.Escape, WriteByteOrderMark = true };

    public static async Task<byte[]> WriteAsync(DisclosedTable table, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(table);
        using var bytes = new MemoryStream();
        await using (var csv = CsvWriter.Create(bytes, habits, leaveOpen: true))
        {
            await csv.WriteRecordAsync([.. table.Columns.Select(column => column.Name)], ct);
            foreach (var row in table.Rows)
            {
                for (var column = 0; column < row.Count; column++)
                {
                    Write(csv, row[column], table.Columns[column].Kind);
                }

                await csv.EndRecordAsync(ct);
            }
        }

        return bytes.ToArray();
    }

    private static void Write(CsvWriter csv, string? cell, CellKind kind)
    {
        if (kind is CellKind.Amount or CellKind.Figure && CellValue.NumberOf(cell) is { } number)
        {
            csv.WriteField(number, "0.######", CultureInfo.InvariantCulture);
        }
        else
        {
            csv.WriteField(cell ?? "");
        }
    }
}
