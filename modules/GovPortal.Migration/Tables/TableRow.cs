namespace GovPortal.Migration.Tables;

/// <summary>A row of a table.</summary>
/// <param name="Line">Line of a CSV file, number of a row in a spreadsheet.</param>
/// <param name="Cells">In the order of the columns; empty where a cell is.</param>
internal sealed record TableRow(int Line, IReadOnlyList<string> Cells)
{
    /// <summary>Columns that are read; nobody maps more.</summary>
    public const int MostColumns = 1_000;

    public bool IsEmpty => Cells.All(string.IsNullOrWhiteSpace);
}
