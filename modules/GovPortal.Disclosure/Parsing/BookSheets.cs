using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using GovPortal.Core.Text;
using GovPortal.Disclosure.Tables;
using MiniExcelLibs;
using CellValue = GovPortal.Disclosure.Tables.CellValue;

namespace GovPortal.Disclosure.Parsing;

/// <summary>Reads the visible sheets of a workbook; merged cells and formulas are told.</summary>
internal static class BookSheets
{
    private const int MostSheets = 10;
    private const int MostTold = 200;

    public static IReadOnlyList<SheetCells> Read(byte[] bytes)
    {
        var sheets = new List<SheetCells>();
        foreach (var (name, merged, formulas) in Oddities(bytes))
        {
            using var book = new MemoryStream(bytes, writable: false);
            var rows = book.Query(useHeaderRow: false, sheetName: name, excelType: ExcelType.XLSX).Take(DisclosedTable.MostRows + 2)
                .Select(row => (IReadOnlyList<string>)[.. ((IDictionary<string, object?>)row).Values.Take(DisclosedTable.MostColumns + 1).Select(Written)]).ToArray();
            var filled = TableText.Squared([.. rows.Where(row => row.Any(cell => cell.Length > 0))]);
            if (filled.Count > 0)
            {
                sheets.Add(new SheetCells(name, filled, merged, formulas));
            }
        }

        return sheets;
    }

    private static string Written(object? value) => value switch
    {
        null => "",
        double number when Math.Abs(number) < 1e18 => CellValue.Shown(Math.Round((decimal)number, 6)),
        decimal number => CellValue.Shown(number),
        int or long => CellValue.Shown(Convert.ToDecimal(value, CultureInfo.InvariantCulture)),
        DateTime day => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture),
        _ => VietnameseText.NormalizeLine(Convert.ToString(value, CultureInfo.InvariantCulture) ?? ""),
    };

    private static List<(string Name, string[] Merged, string[] Formulas)> Oddities(byte[] bytes)
    {
        using var book = SpreadsheetDocument.Open(new MemoryStream(bytes, writable: false), isEditable: false);
        var found = new List<(string, string[], string[])>();
        var part = book.WorkbookPart ?? throw new InvalidDataException("There is no workbook.");
        foreach (var sheet in (part.Workbook?.Sheets?.Elements<Sheet>() ?? []).Where(sheet => sheet.State is null || sheet.State.Value == SheetStateValues.Visible).Take(MostSheets))
        {
            if (sheet is { Name.Value: { } name, Id.Value: { } id } && part.GetPartById(id) is WorksheetPart cells)
            {
                found.Add((name, [.. Of(cells, typeof(MergeCell), "ref")], [.. Of(cells, typeof(CellFormula), null)]));
            }
        }

        return found;
    }

    // Read forward and never as a tree: a sheet may have a million cells.
    private static IEnumerable<string> Of(WorksheetPart part, Type element, string? attribute)
    {
        using var reader = OpenXmlReader.Create(part);
        var (at, told) = ("", 0);
        while (told < MostTold && reader.Read())
        {
            if (reader.ElementType == typeof(Cell) && reader.IsStartElement)
            {
                at = reader.Attributes.FirstOrDefault(one => one.LocalName == "r").Value ?? at;
            }
            else if (reader.ElementType == element && reader.IsStartElement)
            {
                told++;
                yield return attribute is null ? at : reader.Attributes.FirstOrDefault(one => one.LocalName == attribute).Value ?? "";
            }
        }
    }
}
