using GovPortal.Core.Text;

namespace GovPortal.Migration.Tables;

/// <summary>Where in a row each field stands. Names of columns are compared as people read them: without spaces at their ends, in one form of Unicode.</summary>
internal sealed record TableColumns(IReadOnlyList<(int Column, string Field)> Fields, int? Key, int? OldAddress)
{
    /// <summary>A column that the map names and the table does not have; null when it has all.</summary>
    public string? Missing { get; private init; }

    /// <summary>Columns that nothing is taken from.</summary>
    public IReadOnlyList<string> Unused { get; private init; } = [];

    public static TableColumns Of(TableMap map, TableRow header)
    {
        var names = header.Cells.Select(VietnameseText.NormalizeLine).ToList();
        var wanted = map.Columns.Count > 0 ? map.Columns.Select(pair => (Name: VietnameseText.NormalizeLine(pair.Key), Field: pair.Value)).ToArray()
            : [.. names.Where(name => name.Length > 0).Select(name => (Name: name, Field: name))];
        string[] others = [.. new[] { map.Key, map.OldAddress }.OfType<string>().Select(VietnameseText.NormalizeLine)];
        int? PlaceOf(string? name) => name is not null && names.IndexOf(VietnameseText.NormalizeLine(name)) is >= 0 and var place ? place : null;
        return new TableColumns([.. wanted.Where(pair => names.Contains(pair.Name)).Select(pair => (names.IndexOf(pair.Name), pair.Field))], PlaceOf(map.Key), PlaceOf(map.OldAddress))
        {
            Missing = wanted.Select(pair => pair.Name).Concat(others).FirstOrDefault(name => !names.Contains(name)),
            Unused = [.. names.Where(name => name.Length > 0 && !others.Contains(name) && wanted.All(pair => pair.Name != name))],
        };
    }

    public static string? In(TableRow row, int? column) => column is { } place && place < row.Cells.Count ? VietnameseText.NormalizeLine(row.Cells[place]) : null;
}
