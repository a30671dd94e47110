namespace GovPortal.Disclosure.Tables;

/// <summary>The sums of a table, computed, beside those it states.</summary>
/// <param name="Totals">For each column the sum of its outermost rows; null where it is not added up, or the table states more than one sum of all.</param>
/// <param name="TotalRow">The row that states the sum of all; null where none or several do.</param>
/// <param name="Checked">How many stated sums were compared.</param>
/// <param name="Differences">Those that are not the sum of their parts, from the top.</param>
public sealed record TableSums(IReadOnlyList<decimal?> Totals, int? TotalRow, int Checked, IReadOnlyList<SumDifference> Differences)
{
    public static TableSums Of(DisclosedTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        var levels = RowOutline.Levels(table);
        int[] stated = [.. Enumerable.Range(0, table.Rows.Count).Where(row => SumRows.IsTotal(table, table.Rows[row]))];
        int[] outermost = [.. Enumerable.Range(0, table.Rows.Count).Where(row => levels[row] == 0 && !stated.Contains(row))];
        var (differences, compared) = (new List<SumDifference>(), 0);
        var totals = new decimal?[table.Columns.Count];
        for (var column = 0; column < table.Columns.Count; column++)
        {
            if (table.Columns[column].Kind != CellKind.Amount)
            {
                continue;
            }

            if (stated.Length <= 1 && outermost.Length > 0)
            {
                totals[column] = Sum(table, outermost, column);
            }

            foreach (var (row, parts) in Parts(levels, stated).Concat(stated is [var one] && outermost.Length > 0 ? [(one, outermost)] : []))
            {
                if (CellValue.NumberOf(table.Rows[row][column]) is not { } written || parts.All(part => table.Rows[part][column] is null))
                {
                    continue;
                }

                compared++;
                var computed = Sum(table, parts, column);
                if (computed != written)
                {
                    differences.Add(new SumDifference(row, column, written, computed));
                }
            }
        }

        return new TableSums(totals, stated is [var only] ? only : null, compared, [.. differences.OrderBy(difference => difference.Row).ThenBy(difference => difference.Column)]);
    }

    private static decimal Sum(DisclosedTable table, IEnumerable<int> rows, int column) => rows.Sum(row => CellValue.NumberOf(table.Rows[row][column]) ?? 0);

    // A row and those one level below it, up to the next on its own level.
    private static IEnumerable<(int Row, int[] Parts)> Parts(IReadOnlyList<int?> levels, int[] stated)
    {
        for (var row = 0; row < levels.Count; row++)
        {
            if (levels[row] is not { } level || stated.Contains(row))
            {
                continue;
            }

            int[] parts = [.. Enumerable.Range(row + 1, levels.Count - row - 1).TakeWhile(below => levels[below] is not { } its || its > level).Where(below => levels[below] == level + 1)];
            if (parts.Length > 0)
            {
                yield return (row, parts);
            }
        }
    }
}

/// <summary>A stated sum that is not the sum of its parts.</summary>
/// <param name="Row">From 0, without the headings.</param>
/// <param name="Column">From 0.</param>
public sealed record SumDifference(int Row, int Column, decimal Stated, decimal Computed);
