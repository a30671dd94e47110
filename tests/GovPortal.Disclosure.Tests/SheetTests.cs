using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using GovPortal.Disclosure.Admin;
using GovPortal.Disclosure.Parsing;
using GovPortal.Disclosure.Tables;
using SheetValue = DocumentFormat.OpenXml.Spreadsheet.CellValue;

namespace GovPortal.Disclosure.Tests;

public sealed class SheetTests
{
    [Fact]
    public async Task A_workbook_that_was_downloaded_is_read_back()
    {
        var table = TableReading.Of(TableText.Cells("TT|Nội dung|Số|Ngày\n1|Đường Đặng Thùy Trâm|1.234,5|31/03/2026"), null).Table!;

        var sheet = Assert.Single(SheetLoop.Read(isText: false, await TableSheet.WriteAsync(table, TestContext.Current.CancellationToken)).Sheets);

        Assert.Equal(["TT", "Nội dung", "Số", "Ngày"], sheet.Rows[0]);
        Assert.Equal(["1", "Đường Đặng Thùy Trâm", "1.234,5", "31/03/2026"], sheet.Rows[1]);
    }

    [Fact]
    public void Merged_cells_and_formulas_are_told_and_lines_above_the_headings_name_the_table()
    {
        var sheet = Assert.Single(SheetLoop.Read(isText: false, Book()).Sheets);
        var row = SheetRows.Of(sheet);

        Assert.Equal(["A1:B1"], sheet.Merged);
        Assert.Equal(["B4"], sheet.Formulas);
        Assert.Equal("Dự toán năm 2026", row.Title);
        Assert.Equal("Tên\tSố\nChi\t7\n", row.Cells);
    }

    [Fact]
    public void Numbers_of_CSV_are_read_by_its_separator()
    {
        Assert.Equal(["Tên", "1.234,5"], Csv("Tên,\"1,234.5\""));
        Assert.Equal(["Tên", "0,5"], Csv("Tên,0.5"));
        Assert.Equal(["Tên", "1.234,5"], Csv("Tên;1.234,5"));
        Assert.Equal(["Đường", "5"], Csv("Đường\t5", Encoding.Unicode));
    }

    [Fact]
    public void What_is_no_spreadsheet_is_refused_with_a_reason()
    {
        Assert.Equal("disclosure.sheet.damaged", SheetLoop.Read(isText: false, "PK\u0003\u0004 hỏng"u8.ToArray()).Refusal);
        Assert.Equal("disclosure.sheet.letters", SheetLoop.Read(isText: true, [0x54, 0xEA, 0x6E]).Refusal);
        Assert.Equal("disclosure.sheet.empty", SheetLoop.Read(isText: true, " \n"u8.ToArray()).Refusal);
        Assert.Equal("disclosure.sheet.rows", SheetLoop.Read(isText: true, Encoding.UTF8.GetBytes(string.Join('\n', Enumerable.Range(0, 3_000)))).Refusal);
    }

    private static IReadOnlyList<string> Csv(string text, Encoding? letters = null) =>
        Assert.Single(SheetLoop.Read(isText: true, [.. (letters ?? new UTF8Encoding(true)).Preamble, .. (letters ?? Encoding.UTF8).GetBytes(text)]).Sheets).Rows[0];

    private static byte[] Book()
    {
        using var bytes = new MemoryStream();
        using (var book = SpreadsheetDocument.Create(bytes, SpreadsheetDocumentType.Workbook))
        {
            var part = book.AddWorkbookPart();
            var sheet = part.AddNewPart<WorksheetPart>();
            sheet.Worksheet = new Worksheet(
                new SheetData(
                    new Row(Words("A1", "Dự toán năm 2026"), Words("B1", "")) { RowIndex = 1 },
                    new Row(Words("A3", "Tên"), Words("B3", "Số")) { RowIndex = 3 },
                    new Row(Words("A4", "Chi"), new Cell(new CellFormula("3+4"), new SheetValue("7")) { CellReference = "B4" }) { RowIndex = 4 }),
                new MergeCells(new MergeCell { Reference = "A1:B1" }));
            part.Workbook = new Workbook(new Sheets(new Sheet { Id = part.GetIdOfPart(sheet), SheetId = 1, Name = "Chi" }));
        }

        return bytes.ToArray();
    }

    private static Cell Words(string at, string words) => new(new InlineString(new Text(words))) { CellReference = at, DataType = CellValues.InlineString };
}
