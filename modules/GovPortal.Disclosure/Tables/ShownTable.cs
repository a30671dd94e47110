namespace GovPortal.Disclosure.Tables;

/// <summary>A table as a page shows it.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Address">Where its files are, without ending; null where there are none yet.</param>
public sealed record ShownTable(DisclosedTable Table, int Number, string? Address)
{
    private readonly IReadOnlyList<int?> levels = RowOutline.Levels(Table);

    public TableSums Sums { get; } = TableSums.Of(Table);

    /// <summary>True where the sum of all is shown below, because no row states it.</summary>
    public bool ShowsTotal => Sums.TotalRow is null && Sums.Totals.Any(total => total is not null) && Table.Rows.Count > 1;

    public static bool IsNumber(CellKind kind) => kind is CellKind.Amount or CellKind.Figure;

    /// <summary>Rows that others stand below, and the one that states the sum.</summary>
    public bool IsHeading(int row) => Sums.TotalRow == row || row + 1 < levels.Count && levels[row] is { } level && levels[row + 1] > level;

    /// <summary>The column that names a row: the first of words that does not number.</summary>
    public int NameColumn => Table.Columns.Select((column, n) => (column, n)).Where(c => c.column.Kind == CellKind.Text && !ColumnKinds.IsNumbering(c.column.Name)).Select(c => c.n).FirstOrDefault();
}
