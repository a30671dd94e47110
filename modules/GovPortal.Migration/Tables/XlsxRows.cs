using System.Globalization;
using System.Xml;
using GovPortal.Migration.Reading;

namespace GovPortal.Migration.Tables;

/// <summary>Reads a sheet of a workbook (ECMA-376, SpreadsheetML) forward. Of a formula its last result is taken; the value of merged cells counts for each of them.</summary>
internal sealed class XlsxRows(XlsxBook book, IReadOnlyList<MergedCells> merged, Told told)
{
    private readonly Dictionary<MergedCells, string> values = [];

    /// <param name="sheet">Its name; null for the first.</param>
    /// <exception cref="InvalidDataException">It is no workbook, or made to do harm.</exception>
    public static IEnumerable<TableRow> Read(PackedFiles file, string? sheet, Told told)
    {
        var book = XlsxBook.Open(file, sheet);
        var merged = MergedCells.In(book);
        if (merged.Count > 0)
        {
            told.Count("migration.table.merged", many: merged.Count);
        }

        return new XlsxRows(book, merged, told).Rows();
    }

    private IEnumerable<TableRow> Rows()
    {
        using var xml = book.OpenSheet();
        var number = 0;
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "row")
            {
                number = int.TryParse(xml.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var given) && given > number ? given : number + 1;
                yield return new TableRow(number, RowOf(xml, number));
            }
        }
    }

    private List<string> RowOf(XmlReader xml, int row)
    {
        var cells = new List<string>();
        if (!xml.IsEmptyElement)
        {
            var depth = xml.Depth;
            xml.Read();
            while (!xml.EOF && xml.Depth > depth)
            {
                if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "c")
                {
                    Put(cells, xml);
                }
                else
                {
                    xml.Read();
                }
            }
        }

        Spread(cells, row);
        return cells;
    }

    private void Put(List<string> cells, XmlReader xml)
    {
        var column = CellName.ColumnOf(xml.GetAttribute("r")) ?? cells.Count;
        var cell = XlsxCell.Read(xml, book);
        if (cell.HasFormula)
        {
            told.Count("migration.table.formula");
        }

        if (column < TableRow.MostColumns)
        {
            Widen(cells, column);
            cells[column] = cell.Text;
        }
    }

    private void Spread(List<string> cells, int row)
    {
        foreach (var range in merged.Where(range => range.Holds(row)))
        {
            if (row == range.FirstRow)
            {
                values[range] = range.FirstColumn < cells.Count ? cells[range.FirstColumn] : "";
            }

            var last = Math.Min(range.LastColumn, TableRow.MostColumns - 1);
            Widen(cells, last);
            for (var column = range.FirstColumn; column <= last; column++)
            {
                cells[column] = values.GetValueOrDefault(range) ?? "";
            }
        }
    }

    private static void Widen(List<string> cells, int column)
    {
        while (cells.Count <= column)
        {
            cells.Add("");
        }
    }
}
