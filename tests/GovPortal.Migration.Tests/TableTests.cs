using System.Net;
using GovPortal.Testing;

namespace GovPortal.Migration.Tests;

/// <summary>Tables of any make, by a mapping file.</summary>
public sealed class TableTests(SqlitePortal portal) : PortalTest(portal)
{
    private const string Map = """{ "as": "articles", "columns": { "Tiêu đề": "title", "Nội dung": "body", "Ngày đăng": "publishedAt", "Chuyên mục": "category" }, "key": "Mã", "oldAddress": "Địa chỉ cũ" }""";

    [Fact]
    public async Task Rows_become_articles_whatever_parts_and_quotes_their_cells()
    {
        var site = await WithRecipeAsync();
        var csv = "\uFEFFMã;Tiêu đề;Nội dung;Ngày đăng;Chuyên mục;Địa chỉ cũ;Ghi chú\r\n7;\"Họp; \"\"giao ban\"\"\";\"Dòng một\r\n\r\nDòng hai\";05/08/2025;Tin cũ;/tin.php?id=7;x\r\n8;;Không tên;05/08/2025;;;\r\n";

        var report = await site.TakeInAsync("table", await Portal.WriteAsync(".csv", csv), map: await Portal.WriteAsync(".json", Map));

        Assert.Equal((2, 1, 1), (report.Records, report.Added, report.Refused));
        Assert.Equal((5, "title"), (report.Refusals[0].Line, report.Refusals[0].Field));
        var page = (await site.VisitAsync("/tin-tuc/hop-giao-ban")).Insist(HttpStatusCode.OK);
        Assert.Equal("Họp; \"giao ban\"", page.Heading);
        Assert.Contains("05/08/2025", page.Words, StringComparison.Ordinal);
        Assert.Equal($"{site.Root}/tin-tuc/hop-giao-ban", (await site.VisitAsync("/tin.php?id=7")).Insist(HttpStatusCode.MovedPermanently).Location);
        Assert.Contains(report.Notes, note => note.Contains("Ghi chú", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Merged_cells_formulas_and_days_of_a_workbook_are_read_and_told()
    {
        var site = await WithRecipeAsync();
        var rows = """
            <row r="1"><c r="A1" t="inlineStr"><is><t>Tiêu đề</t></is></c><c r="B1" t="inlineStr"><is><t>Nội dung</t></is></c><c r="C1" t="s"><v>0</v></c><c r="D1" t="inlineStr"><is><t>Chuyên mục</t></is></c><c r="E1" t="inlineStr"><is><t>Mã</t></is></c><c r="F1" t="inlineStr"><is><t>Địa chỉ cũ</t></is></c></row>
            <row r="2"><c r="A2" t="inlineStr"><is><t>Tin thứ nhất</t></is></c><c r="B2" t="str"><f>A2&amp;"!"</f><v>Tin thứ nhất!</v></c><c r="C2" s="1"><v>45874</v></c><c r="D2" t="inlineStr"><is><t>Gộp</t></is></c><c r="E2"><v>1</v></c></row>
            <row r="3"><c r="A3" t="inlineStr"><is><t>Tin thứ hai</t></is></c><c r="B3" t="inlineStr"><is><t>Chữ</t></is></c><c r="C3" s="1"><v>45875</v></c><c r="E3"><v>2</v></c></row>
            """;

        var report = await site.TakeInAsync("table", await Portal.WriteAsync(".xlsx", Workbook(rows, "<mergeCells><mergeCell ref=\"D2:D3\"/></mergeCells>")), map: await Portal.WriteAsync(".json", Map));

        Assert.Equal((2, 2), (report.Records, report.Added));
        var second = (await site.VisitAsync("/tin-tuc/tin-thu-hai")).Insist(HttpStatusCode.OK).Words;
        Assert.Contains("Gộp", second, StringComparison.Ordinal);
        Assert.Contains("06/08/2025", second, StringComparison.Ordinal);
        Assert.Contains("05/08/2025", (await site.VisitAsync("/tin-tuc/tin-thu-nhat")).Words, StringComparison.Ordinal);
        Assert.Contains(report.Notes, note => note.StartsWith("1 ranges of merged cells", StringComparison.Ordinal));
        Assert.Contains(report.Notes, note => note.StartsWith("1 cells hold formulas", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Wrong_maps_missing_columns_and_hostile_workbooks_end_in_a_sentence()
    {
        var site = await WithRecipeAsync();
        var csv = await Portal.WriteAsync(".csv", "Tên,Chữ\nMột,Hai\n");

        Assert.Contains("no column “Tiêu đề”", (await site.TakeInAsync("table", csv, map: await Portal.WriteAsync(".json", Map))).Stopped, StringComparison.Ordinal);
        Assert.Contains("cannot be read", (await site.TakeInAsync("table", csv, map: await Portal.WriteAsync(".json", "{ \"colums\": {} }"))).Stopped, StringComparison.Ordinal);
        Assert.Contains("“thơ”", (await site.TakeInAsync("table", csv, map: await Portal.WriteAsync(".json", "{ \"as\": \"thơ\" }"))).Stopped, StringComparison.Ordinal);
        Assert.Contains("leads out of it", (await site.TakeInAsync("table", await Portal.WriteAsync(".xlsx", Samples.Zip(("xl/workbook.xml", "<workbook/>"), ("../../etc/cron.d/x", "x"))))).Stopped, StringComparison.Ordinal);
        var bomb = Workbook($"<row r=\"1\"><c t=\"inlineStr\"><is><t>{new string('x', 20 << 20)}</t></is></c></row>", "");
        Assert.NotNull((await site.TakeInAsync("table", await Portal.WriteAsync(".xlsx", bomb))).Stopped);
    }

    private static byte[] Workbook(string rows, string after) => Samples.Zip(
        ("xl/workbook.xml", """<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Tin" sheetId="1" r:id="r1"/></sheets></workbook>"""),
        ("xl/_rels/workbook.xml.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="x" Target="worksheets/sheet1.xml"/></Relationships>"""),
        ("xl/sharedStrings.xml", """<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><r><t>Ngày </t></r><r><t>đăng</t></r></si></sst>"""),
        ("xl/styles.xml", """<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>"""),
        ("xl/worksheets/sheet1.xml", $"<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>{rows}</sheetData>{after}</worksheet>"));
}
