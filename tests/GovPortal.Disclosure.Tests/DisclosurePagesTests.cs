using System.IO.Compression;
using System.Net;
using GovPortal.Core.Security;
using GovPortal.Disclosure.Tables;
using GovPortal.Testing;

[assembly: AssemblyFixture(typeof(SqlitePortal))]
[assembly: AssemblyFixture(typeof(PostgresPortal))]

namespace GovPortal.Disclosure.Tests;

/// <summary>Disclosed information over HTTP. It is Monday, 2 March 2026.</summary>
public abstract class DisclosurePagesTests(PortalFixture portal) : PortalTest(portal)
{
    private const string Title = "Thực hiện dự toán: đường Đặng Thùy Trâm";

    private static DisclosedInformation Report => new()
    {
        Title = Title,
        Section = "thuc-hien-du-toan",
        Year = 2025,
        Part = PeriodPart.M9,
        Decision = "15/BC-UBND",
        IssuedOn = new DateOnly(2025, 10, 8),
        Tables = [TableReading.Of(TableText.Cells("TT|Nội dung|Dự toán\n1|Chi thường xuyên|1.200,5\n2|Chi đầu tư|800\n|Tổng cộng|2.000,5"), null).Table!],
    };

    [Fact]
    public async Task The_list_says_what_is_there_what_is_late_and_what_is_missing()
    {
        var site = await WithRecipeAsync();
        await site.PublishAsync(Report);

        var page = (await site.VisitAsync("/cong-khai")).Insist(HttpStatusCode.OK);
        string RowOf(string name) => page.Html.QuerySelectorAll("main tbody tr").First(row => row.TextContent.Contains(name, StringComparison.Ordinal)).TextContent;

        Assert.Equal("Danh mục thông tin phải công khai", page.Heading);
        Assert.Equal(9, page.Html.QuerySelectorAll("main tbody h2").Length);
        var quarterly = RowOf("Tình hình thực hiện dự toán theo quý");
        Assert.Contains(Title, quarterly, StringComparison.Ordinal);
        Assert.Contains("Quá hạn", quarterly, StringComparison.Ordinal);
        Assert.Contains("6 tháng đầu năm 2025: hạn 15/07/2025, chưa công khai", quarterly, StringComparison.Ordinal);
        Assert.DoesNotContain("9 tháng đầu năm 2025", quarterly, StringComparison.Ordinal);
        Assert.Contains("Thiếu", RowOf("Dự toán ngân sách năm"), StringComparison.Ordinal);
        Assert.Contains("Chưa phát sinh", RowOf("Tuyển dụng"), StringComparison.Ordinal);
        Assert.Contains("Đủ", RowOf("Chính trang này"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_duty_is_complete_once_all_its_parts_are_public()
    {
        var site = await WithRecipeAsync();
        foreach (var (year, part) in new[] { (2025, PeriodPart.Q1), (2025, PeriodPart.H1), (2025, PeriodPart.M9), (2025, PeriodPart.Year) })
        {
            await site.PublishAsync(Report with { Title = $"{Title} {part}", Year = year, Part = part });
        }

        var page = await site.VisitAsync("/cong-khai");
        var row = page.Html.QuerySelectorAll("main tbody tr").First(one => one.TextContent.Contains("theo quý", StringComparison.Ordinal)).TextContent;
        Assert.Contains("Đủ", row, StringComparison.Ordinal);
        Assert.Contains("4 mục", row, StringComparison.Ordinal);

        var section = (await site.VisitAsync("/cong-khai?muc=thuc-hien-du-toan&nam=2025")).Insist(HttpStatusCode.OK);
        Assert.Equal(4, section.Html.QuerySelectorAll("main .gp-date-list li").Length);
        Assert.Empty((await site.VisitAsync("/cong-khai?muc=thuc-hien-du-toan&nam=2024")).Insist(HttpStatusCode.OK).Html.QuerySelectorAll("main .gp-date-list li"));
        foreach (var wrong in new[] { "?muc=khong-co", "?nam=0001", "?nam=nam", "?muc=thuc-hien-du-toan&trang=9" })
        {
            (await site.VisitAsync("/cong-khai" + wrong)).Insist(HttpStatusCode.NotFound);
        }
    }

    [Fact]
    public async Task An_item_shows_its_table_with_checked_sums_and_gives_it_as_files()
    {
        var site = await WithRecipeAsync();
        var slug = (await site.ItemAsync(await site.PublishAsync(Report))).Slug;

        var page = (await site.VisitAsync("/cong-khai/" + slug)).Insist(HttpStatusCode.OK);
        Assert.Equal(["1", "1.200,5", "2", "800", "", "2.000,5"], page.Html.QuerySelectorAll("main tbody td").Select(cell => cell.TextContent.Trim()));
        Assert.Contains("Đã đối chiếu 1 số tổng", page.Words, StringComparison.Ordinal);
        Assert.Contains("9 tháng đầu năm 2025", page.Words, StringComparison.Ordinal);
        Assert.Contains("15/BC-UBND", page.Words, StringComparison.Ordinal);

        var csv = (await site.VisitAsync($"/cong-khai/{slug}/bang-1.csv")).Insist(HttpStatusCode.OK);
        Assert.Contains("1,Chi thường xuyên,1200.5", csv.Text, StringComparison.Ordinal);
        await using var book = new ZipArchive(new MemoryStream(await (await site.SignInAsAsync(Role.Author)).GetBytesAsync($"{site.Root}/cong-khai/{slug}/bang-1.xlsx")));
        using var sheet = new StreamReader(book.Entries.First(entry => entry.FullName.Contains("worksheets/sheet1", StringComparison.Ordinal)).Open());
        var cells = await sheet.ReadToEndAsync(TestContext.Current.CancellationToken);
        Assert.Contains(">1200.5</", cells, StringComparison.Ordinal);
        Assert.DoesNotContain(":f>", cells, StringComparison.Ordinal);
        (await site.VisitAsync($"/cong-khai/{slug}/bang-2.csv")).Insist(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Drafts_and_withdrawn_items_are_nowhere_and_search_finds_the_rest()
    {
        var site = await WithRecipeAsync();
        await site.DraftAsync(Report with { Title = "Còn là bản nháp" });
        var gone = await site.PublishAsync(Report with { Title = "Đã gỡ xuống" });
        Assert.Null(await site.WithdrawAsync(gone, "Số liệu sai."));
        await site.PublishAsync(Report);

        foreach (var path in new[] { "/cong-khai", "/cong-khai?muc=thuc-hien-du-toan", "/api/v1/disclosure" })
        {
            var answer = (await site.VisitAsync(path)).Insist(HttpStatusCode.OK);
            Assert.DoesNotContain("Còn là bản nháp", answer.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("Đã gỡ xuống", answer.Text, StringComparison.Ordinal);
            Assert.Contains("Thùy Trâm", answer.Text, StringComparison.Ordinal);
        }

        await site.IsFoundAsync("duong dang thuy tram", Title);
    }

    [Fact]
    public async Task The_form_takes_a_pasted_table_and_says_what_is_wrong_with_it()
    {
        var site = await WithRecipeAsync();
        var publisher = await site.SignInAsAsync(Role.Publisher);
        var address = $"{site.Root}/quan-tri/cong-khai/moi";
        Dictionary<string, string> fields = new() { ["Title"] = Title, ["Section"] = "quyet-toan", ["Year"] = "2025", ["Tables[0].Cells"] = "TT\tNội dung\tSố\n1\tChi\tnăm đồng\n|\tTổng cộng\t5", ["Tables[0].Kinds"] = "chữ, chữ, số" };

        Assert.Contains("Hàng 2, cột “Số”: “năm đồng”", (await publisher.FillAsync(address, fields, button: "form.gp-editor > button")).Insist(HttpStatusCode.OK).Words, StringComparison.Ordinal);

        fields["Tables[0].Cells"] = "TT\tNội dung\tSố\n1\tChi\t4\n\tTổng cộng\t5";
        Assert.Contains("Số tổng không bằng tổng các phần: Tổng cộng, Số: 5 ≠ 4", (await publisher.FillAsync(address, fields, button: "[formaction*=Publish]")).Insist(HttpStatusCode.OK).Words, StringComparison.Ordinal);

        fields["Tables[0].SumNote"] = "Đã làm tròn.";
        (await publisher.FillAsync(address, fields, button: "[formaction*=Publish]")).Insist(HttpStatusCode.Redirect);
        var slug = (await site.VisitAsync("/cong-khai?muc=quyet-toan")).Html.QuerySelector("main .gp-date-list a")!.GetAttribute("href")!;
        Assert.Contains("Đã làm tròn.", (await Portal.NewVisitor().GetAsync(slug)).Insist(HttpStatusCode.OK).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_import_tells_which_record_is_wrong()
    {
        var site = await WithRecipeAsync();

        var report = await site.ImportAsync("disclosure",
            """{"id":"a","title":"Quyết toán 2025","section":"quyet-toan","year":2025,"tables":[{"rows":["TT|Tên|Số","1|Chi|1.000"]}]}""",
            """{"id":"b","title":"Sai năm","section":"quyet-toan","year":"9999"}""",
            """{"id":"c","title":"Sai kỳ","section":"quyet-toan","year":2025,"part":"Q5"}""",
            """{"id":"d","title":"Sai bảng","section":"quyet-toan","year":2025,"tables":[{"rows":["TT|Tên"]}]}""");

        Assert.Equal(1, report.Added);
        Assert.Equal(["year", "part", "tables"], report.Refusals.Select(refused => refused.Field));
        Assert.Contains("Quyết toán 2025", (await site.VisitAsync("/cong-khai?muc=quyet-toan")).Words, StringComparison.Ordinal);
    }
}

public sealed class DisclosurePagesOnSqliteTests(SqlitePortal portal) : DisclosurePagesTests(portal);

public sealed class DisclosurePagesOnPostgresTests(PostgresPortal portal) : DisclosurePagesTests(portal);
