using System.Net;
using System.Text.Json;
using GovPortal.Core.Security;
using GovPortal.Publishing.Content;
using GovPortal.Publishing.Import;
using GovPortal.Sites;
using GovPortal.Storage;
using GovPortal.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GovPortal.Portal.Tests;

public abstract class ImportingTests(PortalFixture portal) : PortalTest(portal)
{
    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Importing_again_changes_nothing_and_says_so(string what, string path)
    {
        var site = await WithRecipeAsync();
        var lines = Enumerable.Range(1, 5).Select(number => Line(what, number, "Nội dung ban đầu")).ToArray();

        var first = await site.ImportAsync(what, lines);
        var log = await site.LogAsync();
        var second = await site.ImportAsync(what, lines);

        Assert.Equal((5, 5, 0, 0), (first.Records, first.Added, first.Changed, first.Unchanged));
        Assert.Equal((5, 0, 0, 5), (second.Records, second.Added, second.Changed, second.Unchanged));
        Assert.Equal(log.Count, (await site.LogAsync()).Count);
        (await site.VisitAsync(path)).Insist(HttpStatusCode.OK);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_changed_record_is_a_correction_at_the_same_address(string what, string path)
    {
        var site = await WithRecipeAsync();
        await site.ImportAsync(what, Line(what, 1, "Nội dung ban đầu"), Line(what, 2, "Nội dung ban đầu"));

        var report = await site.ImportAsync(what, Line(what, 1, "Nội dung đã sửa đổi"), Line(what, 2, "Nội dung ban đầu"));

        Assert.Equal((0, 1, 1), (report.Added, report.Changed, report.Unchanged));
        Assert.Contains("Nội dung đã sửa đổi", (await site.VisitAsync(path)).Insist(HttpStatusCode.OK).Text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_dry_run_tells_and_changes_nothing(string what, string path)
    {
        var site = await WithRecipeAsync();

        var report = await Portal.ImportAsync(what, site.Tenant, [Line(what, 1, "Chỉ thử"), "hỏng"], isDryRun: true);

        Assert.Equal((2, 1, 1), (report.Records, report.Added, report.Refused));
        (await site.VisitAsync(path)).Insist(HttpStatusCode.NotFound);
        Assert.DoesNotContain(await site.LogAsync(), e => e.Type != "page");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Bad_lines_are_named_and_the_good_ones_stand(string what, string path)
    {
        var site = await WithRecipeAsync();
        string[] bad = ["{\"name\": \"cắt ngang", "[1, 2]", "\"chữ\"", "null", "42", "{}", "{\"title\":\"\",\"name\":\"\",\"summary\":\"\"}"];

        var report = await site.ImportAsync(what, [.. bad, "", "   ", Line(what, 1, "Nội dung đúng")]);

        Assert.Equal((8, 1, 7), (report.Records, report.Added, report.Refused));
        Assert.Equal(Enumerable.Range(1, 7), report.Refusals.Select(r => r.Line).Distinct());
        Assert.All(report.Refusals, refusal => Assert.True(refusal.Reason.Length > 10 && refusal.Code.Contains('.', StringComparison.Ordinal) && refusal.Field is not null, refusal.ToString()));
        AddsUp(report);
        (await site.VisitAsync(path)).Insist(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("articles")]
    [InlineData("procedures")]
    [InlineData("documents")]
    public async Task A_record_of_odd_values_is_taken_or_refused_and_never_ends_the_run(string what)
    {
        var site = await WithRecipeAsync();
        foreach (var odd in OddLines.Of(what))
        {
            var report = await site.ImportAsync(what, odd, Line(what, 1, "Bản ghi sau bản ghi lạ"));

            var shown = odd.Length > 200 ? odd[..200] : odd;
            Assert.True(report.Stopped is null && report.Records == 2, $"{shown}: {report.Stopped}");
            Assert.True(report.Refusals.All(refusal => refusal.Line == 1), $"{shown}: {string.Join(' ', report.Refusals)}");
            AddsUp(report);
        }
    }

    [Fact]
    public async Task A_key_that_comes_twice_keeps_the_first_and_names_both_lines()
    {
        var site = await WithRecipeAsync();

        var report = await site.ImportAsync("procedures", Line("procedures", 1, "Bản đầu"), Line("procedures", 2, "Khác"), Line("procedures", 1, "Bản sau"));

        var refusal = Assert.Single(report.Refusals);
        Assert.Equal((3, "import.line.repeated"), (refusal.Line, refusal.Code));
        Assert.Contains("1", refusal.Reason, StringComparison.Ordinal);
        Assert.Contains("Bản đầu", (await site.VisitAsync("/thu-tuc/1.000001")).Text, StringComparison.Ordinal);
        AddsUp(report);
    }

    [Fact]
    public async Task Without_a_site_each_record_goes_to_its_agency_else_it_is_unplaced()
    {
        var code = $"Z{Random.Shared.Next(100_000, 999_999)}";
        var old = $"000.00.21.{code}";
        var site = Mine(await Portal.OpenAsync(new NewSite { Name = $"so-{Guid.NewGuid():n}", Title = $"Sở {code}", Recipe = "department", AgencyCode = $"{code}.21", OldAgencyCode = old, Parent = "portal" }));
        string Procedure(string number, string? executing, string? promulgating) => JsonSerializer.Serialize(new
        {
            code = number,
            name = "Thủ tục " + number,
            executing_agencies = executing is null ? [] : new[] { new { code = executing, name = "Cơ quan" } },
            promulgating_agency = promulgating is null ? null : new { code = promulgating, name = "Cơ quan" },
        });

        var report = await Portal.ImportAsync("procedures", null,
            [Procedure("2.000001", $"{code}.21", "H99"), Procedure("2.000002", "H98.76", $"{code}.21"), Procedure("2.000003", old, null), Procedure("2.000004", "H98.76", "H98"), Procedure("2.000005", null, null)]);

        Assert.Equal((3, 2), (report.Added, report.Unplaced));
        Assert.Equal(3, report.Sites[site.Name]);
        Assert.Equal([4, 5], report.UnplacedRecords.Select(u => u.Line));
        AddsUp(report);
    }

    [Fact]
    public async Task Foreign_spellings_become_one_and_what_is_invisible_goes()
    {
        var site = await WithRecipeAsync();
        var name = "Thu\u0309 tu\u0323c\u00A0cấp\u200B giâ\u0301y phe\u0301p\t xây dựng";

        await site.ImportAsync("procedures", JsonSerializer.Serialize(new { code = " 2.009182\u200B", name, requirements = "\uF0B7 Có đất\r\n\uF0B7 Có bản vẽ" }));
        var page = (await site.VisitAsync("/thu-tuc/2.009182")).Insist(HttpStatusCode.OK);

        Assert.Equal("Thủ tục cấp giấy phép xây dựng", page.Heading);
        Assert.Contains("• Có đất", page.Words, StringComparison.Ordinal);
        Assert.DoesNotContain('\uF0B7', page.Text);
    }

    [Fact]
    public async Task Word_pasted_HTML_is_sanitised()
    {
        var site = await WithRecipeAsync();
        const string Body = "<div class=MsoNormal style='margin:0'><o:p></o:p><strong>Thông báo</strong> <a href='javascript:x()'>bấm</a><script>alert('x')</script><img src=x onerror=alert(1)><table><tr><td onclick=y()>ô</td></tr></table></div>";

        var report = await site.ImportAsync("articles", JsonSerializer.Serialize(new { title = "Bài cũ", body = WebUtility.HtmlEncode(Body), slug = "bai-cu" }));
        var prose = (await site.VisitAsync("/tin-tuc/bai-cu")).Insist(HttpStatusCode.OK).Text;

        Assert.Contains("<strong>Thông báo</strong>", prose, StringComparison.Ordinal);
        Assert.All(new[] { "javascript:x", "alert(", "onerror", "onclick", "MsoNormal", "margin:0", "<o:p" }, litter => Assert.DoesNotContain(litter, prose, StringComparison.Ordinal));
        Assert.Contains(report.Remarks, remark => remark.Remark.Contains("missing picture", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_could_not_come_is_marked_where_it_stood_for_editors_and_for_no_reader()
    {
        var site = await WithRecipeAsync();
        const string Body = "Lễ hội\n\n[caption id=\"a_1\" width=\"300\"]<img src=\"https://cu.example/anh.jpg\" /> Rước kiệu[/caption]\n\n[gallery ids=\"1,2\"]\n\nHết";

        var report = await site.ImportAsync("articles", JsonSerializer.Serialize(new { title = "Lễ hội đền", summary = "[gallery ids=\"3\"] Tóm tắt", body = Body, slug = "le-hoi-den" }));
        var page = (await site.VisitAsync("/tin-tuc/le-hoi-den")).Insist(HttpStatusCode.OK);
        await using var db = Portal.Services.GetRequiredService<PortalDbFactory>().OpenFor(site.Tenant);
        var id = await db.Items.Where(item => item.Slug == "le-hoi-den").Select(item => item.Id).SingleAsync();
        var form = (await (await site.SignInAsAsync(Role.Author)).GetAsync($"{site.Root}/quan-tri/tin-tuc/{id}")).Insist(HttpStatusCode.OK).Html.QuerySelector("[name=Body]")!.TextContent;

        Assert.Equal(3, report.Remarks.Count(remark => remark.Remark.Contains("shortcode of another system, whose words stay: [", StringComparison.Ordinal) || remark.Remark.StartsWith("missing picture: https://cu.example/anh.jpg", StringComparison.Ordinal)));
        Assert.All(["Lễ hội", "Rước kiệu", "Hết", "Tóm tắt"], words => Assert.Contains(words, page.Words, StringComparison.Ordinal));
        Assert.All(["[caption", "[/caption", "[gallery"], code => Assert.DoesNotContain(code, page.Text + form, StringComparison.Ordinal));
        Assert.Contains("<span class=\"gp-missing-picture\"></span> Rước kiệu", form, StringComparison.Ordinal);
        Assert.Contains("<p><span class=\"gp-missing-shortcode\"></span></p>", form, StringComparison.Ordinal);
        foreach (var path in new[] { "/tin-tuc/le-hoi-den", "/tin-tuc", "/tin-tuc/feed.atom", "/api/v1/articles/le-hoi-den", "/" })
        {
            Assert.DoesNotContain("gp-missing", (await site.VisitAsync(path)).Insist(HttpStatusCode.OK).Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_was_withdrawn_here_is_not_made_public_by_an_import()
    {
        var site = await WithRecipeAsync();
        await site.ImportAsync("articles", Line("articles", 1, "Bản đầu"));
        var id = (await site.LogAsync()).Last().ItemId;
        await site.WithdrawAsync(id, "Có sai sót");

        var report = await site.ImportAsync("articles", Line("articles", 1, "Bản sửa từ nguồn"));

        Assert.Equal(1, report.Changed);
        var page = (await site.VisitAsync("/tin-tuc/ban-ghi-1")).Insist(HttpStatusCode.OK);
        Assert.Contains("Có sai sót", page.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Bản sửa từ nguồn", page.Text, StringComparison.Ordinal);
    }

    public static TheoryData<string, string> Kinds => new() { { "articles", "/tin-tuc/ban-ghi-1" }, { "procedures", "/thu-tuc/1.000001" }, { "documents", "/van-ban/quyet-dinh-1-qd-ubnd" } };

    private static string Line(string what, int number, string text) => JsonSerializer.Serialize<object>(what switch
    {
        "articles" => new { title = $"Bản ghi {number}", slug = $"ban-ghi-{number}", body = $"<p>{text}</p>", publishedAt = "2026-02-01T08:00:00+07:00", category = "Thông báo" },
        "procedures" => new { code = $"1.{number:000000}", name = $"Thủ tục {number}", requirements = text, fields = new[] { new { code = "1", name = "Đất đai" } } },
        _ => new { number = $"{number}/QĐ-UBND", type = "Quyết định", agency = "Ủy ban nhân dân xã", summary = text, issued = "2026-01-05" },
    });

    private static void AddsUp(ImportReport report) =>
        Assert.Equal(report.Records, report.Added + report.Changed + report.Unchanged + report.Refused + report.Unplaced);
}

public sealed class ImportingOnSqliteTests(SqlitePortal portal) : ImportingTests(portal);

public sealed class ImportingOnPostgresTests(PostgresPortal portal) : ImportingTests(portal);
