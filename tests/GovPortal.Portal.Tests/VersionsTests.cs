using System.Net;
using GovPortal.Content.Versions;
using GovPortal.Core.Security;
using GovPortal.News;
using GovPortal.Procedures;
using GovPortal.Testing;

namespace GovPortal.Portal.Tests;

/// <summary>No version is ever lost: each can be read, compared and brought back.</summary>
public abstract class VersionsTests(PortalFixture portal) : PortalTest(portal)
{
    [Fact]
    public async Task Two_versions_are_compared_word_by_word()
    {
        var site = await WithRecipeAsync();
        var author = await site.SignInAsAsync(Role.Author);
        var id = await site.PublishArticleAsync("Lịch cúp nước khu Đồng Nguyên", "<p>Cúp nước từ 8 giờ đến 11 giờ.</p>");
        await site.CorrectAsync(id, Text("Lịch cúp nước khu Đồng Nguyên", "<p>Cúp nước từ 8 giờ đến 15 giờ.</p>"));

        var page = (await author.GetAsync($"{site.Root}/quan-tri/muc/{id}/so-sanh/2/1")).Insist(HttpStatusCode.OK);

        Assert.Contains("bản 1 với bản 2", page.Heading, StringComparison.Ordinal);
        var text = page.Html.QuerySelectorAll(".gp-compare").Single(part => part.QuerySelector("h2")!.TextContent == "Nội dung");
        Assert.Equal("Bỏ: 11", text.QuerySelector("del")!.TextContent);
        Assert.Equal("Thêm: 15", text.QuerySelector("ins")!.TextContent);
    }

    [Fact]
    public async Task Any_type_can_be_compared_and_equal_versions_say_so()
    {
        var site = await WithRecipeAsync();
        var author = await site.SignInAsAsync(Role.Author);
        var id = await site.PublishAsync(new Procedure { Code = "1.009999", Name = "Cấp giấy phép thử nghiệm" });
        await site.CorrectAsync(id, new Procedure { Code = "1.009999", Name = "Cấp lại giấy phép thử nghiệm" });

        var changed = (await author.GetAsync($"{site.Root}/quan-tri/muc/{id}/so-sanh/1/2")).Insist(HttpStatusCode.OK);
        var same = (await author.GetAsync($"{site.Root}/quan-tri/muc/{id}/so-sanh/2/2")).Insist(HttpStatusCode.OK);

        Assert.Contains("lại", changed.Html.QuerySelector(".gp-compare ins")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Hai bản giống hệt nhau", same.Words, StringComparison.Ordinal);
        (await author.GetAsync($"{site.Root}/quan-tri/muc/{id}/so-sanh/1/9")).Insist(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task An_approver_sees_where_links_lead_now_pinning_category_and_address_and_that_the_site_never_led_there()
    {
        var site = await WithRecipeAsync();
        var author = await site.SignInAsAsync(Role.Author);
        var id = await site.PublishArticleAsync("Nộp hồ sơ trực tuyến", "<p>Nộp tại <a href=\"https://dichvucong.gov.vn/p\">đây</a>.</p>");
        var changed = Text("Nộp hồ sơ trực tuyến", "<p>Nộp tại <a href=\"https://dichvucong-gov.example/p\">đây</a>.</p>") with { IsPinned = true, CategoryLabel = "Tin khác", Category = "tin-khac" };
        Assert.True((await site.SaveAsync(id, changed, (await site.ItemAsync(id)).Revision, "nop-o-day")).IsSaved);

        var page = (await author.GetAsync($"{site.Root}/quan-tri/muc/{id}/so-sanh/1/2")).Insist(HttpStatusCode.OK);

        var link = page.Html.QuerySelector("[data-fact=link]")!;
        Assert.Contains("https://dichvucong.gov.vn/p", link.QuerySelector("del")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("https://dichvucong-gov.example/p", link.QuerySelector("ins")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(link.QuerySelector(".gp-badge--warn"));
        var notice = page.Html.QuerySelector("[data-new-hosts]")!.TextContent;
        Assert.Contains("dichvucong-gov.example", notice, StringComparison.Ordinal);
        Assert.DoesNotContain("dichvucong.gov.vn", notice, StringComparison.Ordinal);
        Assert.Equal(["Chuyên mục", "Giữ ở đầu trang chủ", "Nội dung", "Địa chỉ"], page.Html.QuerySelectorAll(".gp-compare h2").Select(part => part.TextContent));
        Assert.DoesNotContain("không đổi", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_earlier_version_comes_back_as_the_newest_draft_and_is_public_only_once_published()
    {
        var site = await WithRecipeAsync();
        var editor = await site.SignInAsAsync(Role.Publisher);
        var id = await site.PublishArticleAsync("Giờ làm việc bộ phận một cửa", "<p>Từ 7 giờ.</p>");
        await site.CorrectAsync(id, Text("Giờ làm việc bộ phận một cửa", "<p>Từ 9 giờ, sai.</p>"));
        var desk = $"{site.Root}/quan-tri/muc/{id}";

        (await editor.FillAsync($"{desk}/so-sanh/1/2", new Dictionary<string, string>(), button: "form[action*=Restore] button")).Insist(HttpStatusCode.Redirect);
        Assert.Contains("Từ 9 giờ", (await site.VisitAsync("/tin-tuc/gio-lam-viec-bo-phan-mot-cua")).Text, StringComparison.Ordinal);
        Assert.Equal(3, (await site.ItemAsync(id)).LatestVersion);

        Assert.Null(await site.PublishAgainAsync(id));
        Assert.Contains("Từ 7 giờ", (await site.VisitAsync("/tin-tuc/gio-lam-viec-bo-phan-mot-cua")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_restore_from_a_page_that_is_out_of_date_or_by_an_auditor_is_refused()
    {
        var site = await WithRecipeAsync();
        var (editor, auditor) = (await site.SignInAsAsync(Role.Publisher), await site.SignInAsAsync(Role.Auditor));
        var id = await site.PublishArticleAsync("Thông báo họp dân", "<p>Họp thứ bảy.</p>");
        await site.CorrectAsync(id, Text("Thông báo họp dân", "<p>Họp chủ nhật.</p>"));
        var desk = $"{site.Root}/quan-tri/muc/{id}";

        var stale = await editor.FillAsync(desk + "/so-sanh/1/2", new Dictionary<string, string> { ["Revision"] = "1" }, button: "form[action*=Restore] button");
        var newest = await editor.FillAsync(desk + "/so-sanh/1/2", new Dictionary<string, string>(), button: "form[action*=Restore] button", to: desk + "/so-sanh/2/2?handler=Restore");
        var forced = await auditor.FillAsync(site.Root + "/quan-tri", new Dictionary<string, string>(), to: desk + "/so-sanh/1/2?handler=Restore");

        stale.Insist(HttpStatusCode.OK);
        Assert.Contains("không cần khôi phục", newest.Insist(HttpStatusCode.OK).Words, StringComparison.Ordinal);
        Assert.Equal(2, (await site.ItemAsync(id)).LatestVersion);
        Assert.Null((await auditor.GetAsync(desk + "/so-sanh/1/2")).Insist(HttpStatusCode.OK).Html.QuerySelector("form[action*=Restore]"));
        Assert.Contains("khong-co-quyen", forced.Insist(HttpStatusCode.Redirect).Location, StringComparison.Ordinal);
    }

    private static Article Text(string title, string body) => new() { Title = title, Summary = "Tóm tắt: " + title, Body = body, Category = "thong-bao", CategoryLabel = "Thông báo" };
}

public sealed class VersionsOnSqliteTests(SqlitePortal portal) : VersionsTests(portal);

public sealed class VersionsOnPostgresTests(PostgresPortal portal) : VersionsTests(portal);

public sealed class WordDifferenceTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("", "Toàn bộ là mới.")]
    [InlineData("Toàn bộ bị bỏ.", "")]
    [InlineData("Một hai ba bốn", "Một ba bốn năm")]
    [InlineData("Đường Lý Thái Tổ, phường Suối Hoa.", "Đường Lý Thái Tổ, phường Kinh Bắc.")]
    [InlineData("dòng một\r\ndòng hai\n", "dòng một\ndòng  hai")]
    public void What_stayed_and_came_is_the_newer_text_and_what_stayed_and_went_the_older(string older, string newer)
    {
        var runs = WordDifference.Of(older, newer);

        Assert.Equal(newer, string.Concat(runs.Where(run => run.Change != TextChange.Went).Select(run => run.Text)));
        Assert.Equal(older, string.Concat(runs.Where(run => run.Change != TextChange.Came).Select(run => run.Text)));
    }

    [Fact]
    public void Of_a_long_text_what_did_not_change_is_shortened_and_what_changed_stands_whole()
    {
        var words = string.Join(' ', Enumerable.Range(0, 5_000).Select(n => $"từ{n}"));

        var runs = WordDifference.Of(words, words.Replace("từ2500", "chữ", StringComparison.Ordinal));

        Assert.Equal(["từ2500", "chữ"], runs.Where(run => run.Change != TextChange.Stayed).Select(run => run.Text));
        Assert.True(runs.Sum(run => run.Text.Length) < 1_000);
    }

    [Fact]
    public void A_very_long_text_is_compared_by_lines()
    {
        var lines = string.Join('\n', Enumerable.Range(0, 20_000).Select(n => $"Khoản {n} của điều này"));

        var runs = WordDifference.Of(lines, lines.Replace("Khoản 777 ", "Mục 777 ", StringComparison.Ordinal));

        Assert.Equal("Khoản 777 của điều này\n", Assert.Single(runs, run => run.Change == TextChange.Went).Text);
    }
}
