using System.Globalization;

namespace GovPortal.Disclosure.Tables;

/// <summary>Makes a typed table of cells as text: headings, kinds of columns, kept values.</summary>
public static class TableReading
{
    /// <param name="cells">Rows of one width, the headings first.</param>
    /// <param name="kinds">Words for the columns' kinds, parted by commas; empty lets the cells tell.</param>
    public static ReadTable Of(IReadOnlyList<IReadOnlyList<string>> cells, string? kinds)
    {
        ArgumentNullException.ThrowIfNull(cells);
        if (cells.Count < 2)
        {
            return ReadTable.Faulty("disclosure.table.no-rows", "");
        }

        if (cells[0].Any(heading => heading.Length == 0))
        {
            return ReadTable.Faulty("disclosure.table.no-heading", Number(cells[0].TakeWhile(heading => heading.Length > 0).Count() + 1));
        }

        if (cells[0].Count > DisclosedTable.MostColumns || cells.Count - 1 > DisclosedTable.MostRows)
        {
            return ReadTable.Faulty("disclosure.table.large", $"{Number(cells.Count - 1)} × {Number(cells[0].Count)}");
        }

        return KindsOf(cells, kinds, out var wrong) is { } known ? Kept(cells, known) : ReadTable.Faulty("disclosure.table.kinds", wrong);
    }

    private static ReadTable Kept(IReadOnlyList<IReadOnlyList<string>> cells, CellKind[] kinds)
    {
        var rows = new List<IReadOnlyList<string?>>();
        foreach (var row in cells.Skip(1))
        {
            var kept = new string?[kinds.Length];
            for (var column = 0; column < kinds.Length; column++)
            {
                kept[column] = row[column] is "" or "-" && kinds[column] != CellKind.Text || row[column].Length == 0 ? null : CellValue.Kept(row[column], kinds[column]);
                if (kept[column] is null && row[column] is not ("" or "-"))
                {
                    return ReadTable.Faulty("disclosure.table.bad-cell", Number(rows.Count + 2), cells[0][column], row[column]);
                }
            }

            rows.Add(kept);
        }

        return new ReadTable(new DisclosedTable { Columns = [.. cells[0].Select((name, n) => new DisclosedColumn(name, kinds[n]))], Rows = rows }, null, []);
    }

    private static CellKind[]? KindsOf(IReadOnlyList<IReadOnlyList<string>> cells, string? said, out string wrong)
    {
        wrong = said ?? "";
        if (string.IsNullOrWhiteSpace(said))
        {
            return [.. cells[0].Select((heading, column) => ColumnKinds.Guess(heading, cells.Skip(1).Select(row => row[column]).Where(cell => cell != "-")))];
        }

        var kinds = new List<CellKind>();
        foreach (var word in said.Split(','))
        {
            if (!ColumnKinds.TryParse(word, out var kind))
            {
                wrong = word.Trim();
                return null;
            }

            kinds.Add(kind);
        }

        return kinds.Count == cells[0].Count ? [.. kinds] : null;
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A table, or the key of the sentence that says why there is none, and what fills it.</summary>
public sealed record ReadTable(DisclosedTable? Table, string? Fault, IReadOnlyList<string> Values)
{
    internal static ReadTable Faulty(string key, params string[] values) => new(null, key, values);
}
