namespace GovPortal.Disclosure.Tables;

/// <summary>A table as it is made public. Every row has a cell for every column; an empty cell is null.</summary>
public sealed record DisclosedTable
{
    public const int MostColumns = 40;
    public const int MostRows = 2_000;

    public string? Title { get; init; }

    /// <summary>What its amounts are counted in, for example <c>triệu đồng</c>.</summary>
    public string? Unit { get; init; }

    public IReadOnlyList<DisclosedColumn> Columns { get; init; } = [];

    /// <summary>Cells as text; amounts and figures as <c>1234.5</c>, days as <c>2026-03-31</c>.</summary>
    public IReadOnlyList<IReadOnlyList<string?>> Rows { get; init; } = [];

    /// <summary>Why a stated sum is not the sum of its parts, for example rounding; readers see it.</summary>
    public string? SumNote { get; init; }
}

/// <param name="Name">Its heading.</param>
public sealed record DisclosedColumn(string Name, CellKind Kind);

/// <summary>What the cells of a column hold.</summary>
public enum CellKind
{
    Text,

    /// <summary>A number that is added up.</summary>
    Amount,

    /// <summary>A number that is not: a share, a price, a year.</summary>
    Figure,

    Day,
}
