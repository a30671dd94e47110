using System.Xml;

namespace GovPortal.Migration.Tables;

/// <summary>Cells that are shown as one; only the first holds the value.</summary>
internal sealed record MergedCells(int FirstRow, int LastRow, int FirstColumn, int LastColumn)
{
    // Each is looked at for every row.
    private const int Most = 5_000;

    public bool Holds(int row) => row >= FirstRow && row <= LastRow;

    /// <exception cref="InvalidDataException">There are too many.</exception>
    public static IReadOnlyList<MergedCells> In(XlsxBook book)
    {
        var found = new List<MergedCells>();
        using var xml = book.OpenSheet();
        xml.MoveToContent();
        while (!xml.EOF)
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "sheetData")
            {
                xml.Skip();
                continue;
            }

            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "mergeCell" && Of(xml.GetAttribute("ref")) is { } range)
            {
                found.Add(range);
            }

            if (found.Count > Most)
            {
                throw new InvalidDataException($"a sheet with more than {Most} merged ranges");
            }

            xml.Read();
        }

        return found;
    }

    private static MergedCells? Of(string? range) => (range ?? "").Split(':') is [var first, var last]
        && CellName.RowOf(first) is { } top && CellName.RowOf(last) is { } bottom && CellName.ColumnOf(first) is { } left && CellName.ColumnOf(last) is { } right ? new MergedCells(top, bottom, left, right) : null;
}
