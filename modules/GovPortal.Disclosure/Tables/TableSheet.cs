using System.Globalization;
using MiniExcelLibs;
using MiniExcelLibs.OpenXml;

namespace GovPortal.Disclosure.Tables;

/// <summary>A table as a workbook of one sheet: numbers and days are numbers and days there, words are words, nothing is a formula.</summary>
public static class TableSheet
{
    // What workbooks allow, without the signs they refuse.
    private const int LongestName = 31;
    private static readonly char[] refused = ['\\', '/', '?', '*', '[', ']', ':', '\''];

    public static async Task<byte[]> WriteAsync(DisclosedTable table, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(table);
        using var bytes = new MemoryStream();
        var rows = new List<IReadOnlyList<object?>> { table.Columns.Select(column => (object?)column.Name).ToArray() };
        rows.AddRange(table.Rows.Select(row => row.Select((cell, n) => Value(cell, table.Columns[n].Kind)).ToArray()));
        await bytes.SaveAsAsync(rows.Select(row => row.Select((value, n) => (n, value)).ToDictionary(cell => cell.n.ToString("000", CultureInfo.InvariantCulture), cell => cell.value)), printHeader: false, sheetName: NameOf(table), configuration: new OpenXmlConfiguration { AutoFilter = false, FastMode = true, EnableAutoWidth = true }, cancellationToken: ct);
        return bytes.ToArray();
    }

    private static string NameOf(DisclosedTable table)
    {
        var name = string.Concat((table.Title ?? "").Where(sign => !refused.Contains(sign))).Trim();
        return name.Length == 0 ? "1" : name.Length <= LongestName ? name : name[..LongestName].Trim();
    }

    private static object? Value(string? cell, CellKind kind) => kind switch
    {
        CellKind.Amount or CellKind.Figure when CellValue.NumberOf(cell) is { } number => number,
        CellKind.Day when DateTime.TryParseExact(cell, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) => day,
        _ => cell,
    };
}
