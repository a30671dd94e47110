using System.Net;
using System.Text;
using System.Text.Json;
using GovPortal.Publishing.Import;
using GovPortal.Testing;

namespace GovPortal.Portal.Tests;

/// <summary>Files and values that are something else than an import takes, articles that are called alike, and words that look like markup.</summary>
public abstract class ImportedFilesTests(PortalFixture portal) : PortalTest(portal)
{
    private const string Good = "{\"title\":\"Bản ghi đúng\",\"slug\":\"ban-ghi-dung\",\"body\":\"<p>x</p>\"}";

    [Theory]
    [InlineData("[{\"title\":\"Mảng 1\",\"body\":\"<p>x</p>\"}]", "JSON list")]
    [InlineData("title,body\nMột,Hai", "table")]
    [InlineData("<html><body>Không tìm thấy</body></html>", "HTML")]
    [InlineData("{\n\"title\": \"Trải ra\",\n\"body\": \"x\"\n}", "several lines")]
    public async Task A_file_of_another_format_is_named_once_and_nothing_is_done(string text, string named)
    {
        var site = await WithRecipeAsync();

        var report = await ImportBytesAsync(site, Encoding.UTF8.GetBytes(text));

        Assert.True(report.IsWrongFile);
        Assert.Contains(named, report.Stopped, StringComparison.Ordinal);
        Assert.Equal((0, 0), (report.Records, report.Refused));
    }

    [Fact]
    public async Task Invisible_signs_around_records_are_passed_over_and_told_once()
    {
        var site = await WithRecipeAsync();
        string Numbered(int number) => Good.Replace("dung", $"dung-{number}", StringComparison.Ordinal);

        var report = await ImportBytesAsync(site, Encoding.UTF8.GetBytes($"\u200B{Numbered(1)}\r\n\uFEFF{Numbered(2)}\r\n\u00A0{Numbered(3)}\u2060\r\n\u200B\r\n\uFE0F\u3164\uFFFE\U000E0020{Numbered(4)}\u001A"));

        Assert.Equal((4, 4, 0), (report.Records, report.Added, report.Refused));
        var note = Assert.Single(report.Notes);
        Assert.Contains("U+200B", note, StringComparison.Ordinal);
        Assert.Contains("line 1", note, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bytes_of_another_encoding_are_refused_and_not_taken_as_words()
    {
        var site = await WithRecipeAsync();

        var report = await ImportBytesAsync(site, [.. Encoding.UTF8.GetBytes(Good + "\n{\"title\":\"H"), 0xF4, 0xEC, .. Encoding.UTF8.GetBytes("\",\"body\":\"x\"}\n")]);

        Assert.Equal((1, 1), (report.Added, report.Refused));
        Assert.Equal((2, "import.line.encoding"), report.Refusals[0] is var refusal ? (refusal.Line, refusal.Code) : default);
    }

    [Theory]
    [InlineData("articles", "{\"title\":[],\"body\":\"x\"}", "title")]
    [InlineData("articles", "{\"title\":\"a\",\"body\":{\"html\":\"x\"}}", "body")]
    [InlineData("articles", "{\"title\":\"a\",\"body\":\"x\",\"publishedAt\":5}", "publishedAt")]
    [InlineData("articles", "{\"title\":\"a\",\"body\":\"x\",\"pinned\":\"có\"}", "pinned")]
    [InlineData("articles", "{\"title\":\"a\",\"body\":\"x\",\"category\":[\"Tin\"]}", "category")]
    [InlineData("articles", "{\"title\":true,\"body\":\"x\"}", "title")]
    [InlineData("documents", "{\"number\":\"1/QĐ\",\"agency\":\"a\",\"summary\":\"b\",\"files\":\"a.pdf\"}", "files")]
    [InlineData("documents", "{\"number\":\"1/QĐ\",\"agency\":\"a\",\"summary\":\"b\",\"files\":[\"a.pdf\",\"b.pdf\",{}]}", "files[2]")]
    [InlineData("procedures", "{\"code\":\"1.000001\",\"name\":\"a\",\"steps\":\"Bước một\"}", "steps")]
    [InlineData("procedures", "{\"code\":\"1.000001\",\"name\":\"a\",\"steps\":[{\"text\":\"b\"},{\"text\":[\"c\"]}]}", "steps[1].text")]
    [InlineData("articles", "{\"title\":5,\"body\":\"x\"}", "title")]
    [InlineData("procedures", "{\"code\":\"1.000001\",\"name\":\"a\",\"methods\":[{\"channel\":\"DIRECT\",\"fees\":[{\"value\":false}]}]}", "methods[0].fees[0].value")]
    public async Task A_value_of_a_wrong_kind_is_named_by_its_field(string what, string line, string field)
    {
        var site = await WithRecipeAsync();

        var refusal = Assert.Single((await site.ImportAsync(what, line)).Refusals);

        Assert.Equal(field, refusal.Field);
        Assert.StartsWith("import.field.", refusal.Code, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_field_that_is_none_is_told_once_and_too_deep_a_value_is_refused()
    {
        var site = await WithRecipeAsync();
        var deep = string.Concat(Enumerable.Repeat("[", 60)) + string.Concat(Enumerable.Repeat("]", 60));

        var report = await site.ImportAsync("articles", Good.Replace("\"body\"", "\"tomtat\":\"a\",\"body\"", StringComparison.Ordinal), "{\"title\":\"b\",\"tomtat\":\"c\",\"body\":\"x\"}", $"{{\"title\":\"c\",\"body\":\"x\",\"sau\":{deep}}}");

        Assert.Contains("tomtat", Assert.Single(report.Remarks).Remark, StringComparison.Ordinal);
        Assert.Equal((2, "import.line.broken-json"), (report.Added, Assert.Single(report.Refusals).Code));
    }

    [Fact]
    public async Task Two_articles_of_one_title_and_day_are_two()
    {
        var site = await WithRecipeAsync();
        string Line(string body, string time) => JsonSerializer.Serialize(new { title = "Thông báo", body, publishedAt = $"2026-01-07T{time}:00+07:00" });
        var (morning, noon, evening) = (Line("<p>Thông báo sáng</p>", "08:00"), Line("<p>Thông báo chiều, khác hẳn</p>", "15:00"), Line("<p>Thông báo tối</p>", "15:00"));

        var first = await site.ImportAsync("articles", morning, noon, morning);
        var again = await site.ImportAsync("articles", morning, noon);
        var swapped = await site.ImportAsync("articles", noon, morning);
        var more = await site.ImportAsync("articles", evening, noon, morning);
        var mended = await site.ImportAsync("articles", Line("<p>Thông báo sáng, bản sửa</p>", "08:00"), noon, evening);

        Assert.Equal((2, 1), (first.Added, first.Refused));
        Assert.Equal("import.line.repeated", first.Refusals[0].Code);
        Assert.Equal((0, 0, 2), (again.Added, again.Changed, again.Unchanged));
        Assert.Equal((0, 0, 2), (swapped.Added, swapped.Changed, swapped.Unchanged));
        Assert.Equal((1, 0, 2), (more.Added, more.Changed, more.Unchanged));
        Assert.Equal((0, 1, 2), (mended.Added, mended.Changed, mended.Unchanged));
        Assert.Contains("Thông báo sáng, bản sửa", (await site.VisitAsync("/tin-tuc/thong-bao")).Insist(HttpStatusCode.OK).Words, StringComparison.Ordinal);
        Assert.Contains("Thông báo chiều, khác hẳn", (await site.VisitAsync("/tin-tuc/thong-bao-2")).Insist(HttpStatusCode.OK).Words, StringComparison.Ordinal);
        Assert.Contains("Thông báo tối", (await site.VisitAsync("/tin-tuc/thong-bao-3")).Insist(HttpStatusCode.OK).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_correction_of_one_puts_no_words_over_those_of_the_other()
    {
        var site = await WithRecipeAsync();
        string Line(string body, string time) => JsonSerializer.Serialize(new { title = "Cùng tên", body, publishedAt = $"2026-02-03T{time}:00+07:00" });
        await site.ImportAsync("articles", Line("<p>Buổi sáng</p>", "08:00"));
        await site.ImportAsync("articles", Line("<p>Buổi chiều</p>", "15:00"));

        var both = await site.ImportAsync("articles", Line("<p>Buổi sáng</p>", "08:00"), Line("<p>Buổi chiều, bản sửa</p>", "15:00"));
        var alone = await site.ImportAsync("articles", Line("<p>Buổi chiều, sửa lần nữa</p>", "15:00"));

        Assert.Equal((0, 1, 1), (both.Added, both.Changed, both.Unchanged));
        Assert.Equal((0, 1), (alone.Added, alone.Changed));
        Assert.Contains("Buổi sáng", (await site.VisitAsync("/tin-tuc/cung-ten")).Insist(HttpStatusCode.OK).Words, StringComparison.Ordinal);
        Assert.Contains("sửa lần nữa", (await site.VisitAsync("/tin-tuc/cung-ten-2")).Insist(HttpStatusCode.OK).Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"id\":\"a-17\"")]
    [InlineData("\"url\":\"https://cu.example.vn/tin/17\"")]
    [InlineData("\"slug\":\"thong-bao-17\"")]
    public async Task An_article_that_its_source_names_is_the_same_with_another_title(string name)
    {
        var site = await WithRecipeAsync();
        await site.ImportAsync("articles", $"{{{name},\"title\":\"Tên cũ\",\"body\":\"a\",\"publishedAt\":\"2026-01-07\"}}");

        var report = await site.ImportAsync("articles", $"{{{name},\"title\":\"Tên mới\",\"body\":\"b\",\"publishedAt\":\"2026-01-08\"}}");

        Assert.Equal((0, 1), (report.Added, report.Changed));
    }

    [Fact]
    public async Task Plain_text_stays_as_written_and_keeps_its_paragraphs()
    {
        var site = await WithRecipeAsync();
        await site.ImportAsync("articles", JsonSerializer.Serialize(new { title = "Chữ trơn", slug = "chu-tron", summary = "Liên hệ Phòng A <phong.a@example.vn> trước 5/8", body = "Liên hệ: Nguyễn Văn A <a.nguyen@example.vn>, nếu x<y và y>z.\n\nĐoạn hai." }));
        await site.ImportAsync("articles", JsonSerializer.Serialize(new { title = "Bài cũ", slug = "bai-cu", body = "Đoạn <strong>một</strong>.\n\nĐoạn hai." }));
        await site.ImportAsync("documents", JsonSerializer.Serialize(new { number = "5/QĐ-UBND", agency = "Ủy ban nhân dân xã", summary = "Về việc x<y", text = "Điều 1. Nếu x<y\nĐiều 2. Gửi <a@example.vn>" }));

        var page = (await site.VisitAsync("/tin-tuc/chu-tron")).Insist(HttpStatusCode.OK);
        Assert.Contains("Liên hệ Phòng A <phong.a@example.vn> trước 5/8", page.Words, StringComparison.Ordinal);
        Assert.Contains("Nguyễn Văn A <a.nguyen@example.vn>, nếu x<y và y>z.", page.Words, StringComparison.Ordinal);
        Assert.Contains(page.Html.QuerySelectorAll("p"), paragraph => paragraph.TextContent == "Đoạn hai.");
        Assert.Contains((await site.VisitAsync("/tin-tuc/bai-cu")).Html.QuerySelectorAll("p"), paragraph => paragraph.TextContent == "Đoạn hai.");
        var document = (await site.VisitAsync("/van-ban/5-qd-ubnd")).Insist(HttpStatusCode.OK);
        Assert.Contains(document.Html.QuerySelectorAll("p,h2,h3,h4,h5,h6"), paragraph => paragraph.TextContent == "Điều 2. Gửi <a@example.vn>");
    }

    private async Task<ImportReport> ImportBytesAsync(TestSite site, byte[] bytes)
    {
        var path = Portal.NewFile(".jsonl");
        await File.WriteAllBytesAsync(path, bytes);
        return await Portal.ImportFileAsync("articles", site.Tenant, path);
    }
}

public sealed class ImportedFilesOnSqliteTests(SqlitePortal portal) : ImportedFilesTests(portal);

public sealed class ImportedFilesOnPostgresTests(PostgresPortal portal) : ImportedFilesTests(portal);
