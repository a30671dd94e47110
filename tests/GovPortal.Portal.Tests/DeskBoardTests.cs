using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using GovPortal.Core.Localization;
using GovPortal.Core.Security;
using GovPortal.News;
using GovPortal.Testing;

namespace GovPortal.Portal.Tests;

/// <summary>What a person sees of a site's work: their own drafts and unsaved texts, the calendar, the list and its filters, the versions.</summary>
public abstract class DeskBoardTests(PortalFixture portal) : PortalTest(portal)
{
    private const string Publish = "button[formaction*=Publish]";
    private const string New = "/quan-tri/tin-tuc/moi";

    [Fact]
    public async Task A_correction_of_what_is_public_stands_among_the_drafts_of_whoever_wrote_it()
    {
        var site = await WithRecipeAsync();
        var (writer, other) = (await site.SignInAsAsync(Role.Author), await site.SignInAsAsync(Role.Author));
        var id = await site.PublishArticleAsync("Bài đang công khai");

        (await writer.FillAsync($"{site.Root}/quan-tri/tin-tuc/{id}", Form("Bài đang công khai, sửa tiếp", "Phần sửa."))).Insist(HttpStatusCode.Redirect);

        Assert.Contains("Bài đang công khai", await PartAsync(writer, site, "mine"), StringComparison.Ordinal);
        Assert.DoesNotContain("Bài đang công khai", await PartAsync(other, site, "mine"), StringComparison.Ordinal);
        Assert.Equal(["Bài đang công khai"], await TitlesAsync(writer, site, "?buoc=Writing&nguoi=toi"));
        Assert.Empty(await TitlesAsync(other, site, "?buoc=Writing&nguoi=toi"));
    }

    [Fact]
    public async Task What_one_handed_in_stands_on_ones_dashboard_however_much_others_handed_in_before()
    {
        var site = await WithRecipeAsync();
        var (eager, late) = (await site.SignInAsAsync(Role.Author), await site.SignInAsAsync(Role.Author));
        for (var number = 1; number <= 9; number++)
        {
            (await eager.FillAsync(site.Root + New, Form($"Bài nộp sớm số {number}", "Nội dung."), "button[formaction*=Submit]")).Insist(HttpStatusCode.Redirect);
        }

        (await late.FillAsync(site.Root + New, Form("Bài nộp sau cùng", "Nội dung."), "button[formaction*=Submit]")).Insist(HttpStatusCode.Redirect);

        var mine = await PartAsync(late, site, "waiting");
        Assert.Contains("Bài nộp sau cùng", mine, StringComparison.Ordinal);
        Assert.DoesNotContain("Bài nộp sớm", mine, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_unsaved_text_stands_on_the_dashboard_and_leads_back_into_its_form()
    {
        var site = await WithRecipeAsync();
        var writer = await site.SignInAsAsync(Role.Author);
        await BeatAsync(writer, site, new() { ["Title"] = "Bài dở thứ nhất" });
        await BeatAsync(writer, site, new() { ["Title"] = "Bài dở thứ hai" });

        var lines = (await writer.GetAsync(site.Root + "/quan-tri")).Insist(HttpStatusCode.OK).Html.QuerySelectorAll("[aria-labelledby=phan-unsaved] li a").ToArray();
        Assert.Equal(["Bài dở thứ hai", "Bài dở thứ nhất"], lines.Select(a => a.TextContent).Order(StringComparer.Ordinal));
        foreach (var line in lines)
        {
            var form = (await writer.GetAsync(line.GetAttribute("href")!)).Insist(HttpStatusCode.OK);
            Assert.Equal(line.TextContent, form.Html.QuerySelector("[name=Title]")!.GetAttribute("value"));
        }
    }

    [Fact]
    public async Task The_calendar_shows_what_went_up_and_came_down_and_the_last_day_of_what_is_only_scheduled()
    {
        var site = await WithRecipeAsync();
        var publisher = await site.SignInAsAsync(Role.Publisher);
        await site.PublishArticleAsync("Bài vừa lên trang");
        Assert.Null(await site.WithdrawAsync(await site.PublishArticleAsync("Bài vừa gỡ xuống"), "Sai số liệu"));
        var desk = $"{site.Root}/quan-tri/muc/{await site.DraftAsync(new Article { Title = "Bài hẹn cả lên lẫn xuống", Body = "<p>Nội dung.</p>" })}";
        string Wall(int minutes) => site.Tenant.WallField(Portal.Clock.GetUtcNow().AddMinutes(minutes));
        (await publisher.FillAsync(desk, new Dictionary<string, string> { ["ExpiresAt"] = Wall(9) }, "button[data-act=dates]")).Insist(HttpStatusCode.Redirect);
        (await publisher.FillAsync(desk, new Dictionary<string, string> { ["GoesLiveAt"] = Wall(6) }, "button[data-act=schedule]")).Insist(HttpStatusCode.Redirect);

        var page = (await publisher.GetAsync(site.Root + "/quan-tri/lich")).Insist(HttpStatusCode.OK).Html;
        string[] Of(string kind) => [.. page.QuerySelectorAll($"ol .gp-month__line--{kind}").Select(a => a.TextContent)];

        Assert.Contains(Of("wentup"), line => line.Contains("Bài vừa lên trang", StringComparison.Ordinal));
        Assert.Contains(Of("camedown"), line => line.Contains("Bài vừa gỡ xuống", StringComparison.Ordinal));
        Assert.Contains(Of("goesup"), line => line.Contains("Bài hẹn cả lên lẫn xuống", StringComparison.Ordinal));
        Assert.Contains(Of("comesdown"), line => line.Contains("Bài hẹn cả lên lẫn xuống", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_list_is_narrowed_by_author_and_by_days_and_keeps_the_rest_of_the_filter()
    {
        var site = await WithRecipeAsync();
        var (writer, other) = (await site.SignInAsAsync(Role.Author), await site.SignInAsAsync(Role.Author));
        (await writer.FillAsync(site.Root + New, Form("Bài lọc của tôi", "Một."))).Insist(HttpStatusCode.Redirect);
        (await other.FillAsync(site.Root + New, Form("Bài lọc của người khác", "Hai."))).Insist(HttpStatusCode.Redirect);
        var today = site.Tenant.Wall(Portal.Clock.GetUtcNow())[..10];
        var day = DateOnly.ParseExact(today, "dd/MM/yyyy", CultureInfo.InvariantCulture);
        string On(int days) => day.AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

        Assert.Equal(["Bài lọc của tôi"], await TitlesAsync(writer, site, "?nguoi=toi&q=bai+loc"));
        Assert.Equal(2, (await TitlesAsync(writer, site, $"?q=bai+loc&tu={On(0)}&den={On(0)}")).Length);
        Assert.Empty(await TitlesAsync(writer, site, $"?q=bai+loc&tu={On(1)}"));
        Assert.Empty(await TitlesAsync(writer, site, $"?q=bai+loc&den={On(-1)}"));
        Assert.Empty(await TitlesAsync(writer, site, $"?q=bai+loc&ngay-dang=true&tu={On(0)}"));
        (await writer.GetAsync(site.Root + "/quan-tri/noi-dung?nguoi=khong-phai-nguoi")).Insist(HttpStatusCode.NotFound);

        var page = (await writer.GetAsync($"{site.Root}/quan-tri/noi-dung?nguoi=toi&tu={On(0)}")).Html;
        Assert.Equal("toi", page.QuerySelector("#nguoi option[selected]")!.GetAttribute("value"));
        Assert.Equal(On(0), page.QuerySelector("#tu")!.GetAttribute("value"));
        Assert.All(page.QuerySelectorAll(".gp-counts a"), link => Assert.Contains("nguoi=toi", link.GetAttribute("href")!, StringComparison.Ordinal));
        Assert.Equal("", page.QuerySelector("#ngay-dang option")!.GetAttribute("value"));
        (await writer.GetAsync(site.Root + "/quan-tri/noi-dung?loai=&trang-thai=&buoc=&nguoi=&ngay-dang=&tu=&den=&q=")).Insist(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Every_version_can_be_reached_however_many_there_are()
    {
        var site = await WithRecipeAsync();
        var writer = await site.SignInAsAsync(Role.Author);
        var id = await site.DraftAsync(new Article { Title = "Bài nhiều bản", Body = "<p>1</p>" });
        for (var n = 2; n <= 24; n++)
        {
            Assert.True((await site.SaveAsync(id, new Article { Title = "Bài nhiều bản", Body = $"<p>{n}</p>" }, (await site.ItemAsync(id)).Revision)).IsSaved);
        }

        var page = (await writer.GetAsync($"{site.Root}/quan-tri/muc/{id}")).Insist(HttpStatusCode.OK).Html;

        Assert.Equal(24, page.QuerySelectorAll(".gp-story li").Length);
        Assert.Equal(4, page.QuerySelectorAll("details .gp-story li").Length);
        Assert.NotNull(page.QuerySelector($"a[href$='/quan-tri/muc/{id}/so-sanh/1/24']"));
    }

    [Fact]
    public async Task The_form_of_a_deleted_draft_leads_to_where_it_is_brought_back()
    {
        var site = await WithRecipeAsync();
        var writer = await site.SignInAsAsync(Role.Author);
        var id = await site.DraftAsync(new Article { Title = "Bài đã xóa", Body = "<p>Bỏ.</p>" });
        (await writer.FillAsync($"{site.Root}/quan-tri/muc/{id}", new Dictionary<string, string>(), "button[data-act=delete]")).Insist(HttpStatusCode.Redirect);

        Assert.EndsWith($"/quan-tri/muc/{id}", (await writer.GetAsync($"{site.Root}/quan-tri/tin-tuc/{id}")).Insist(HttpStatusCode.Redirect).Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_day_to_look_at_an_item_again_lies_ahead()
    {
        var site = await WithRecipeAsync();
        var writer = await site.SignInAsAsync(Role.Publisher);
        var desk = $"{site.Root}/quan-tri/muc/{await site.PublishArticleAsync("Bài cần xem lại")}";

        var refused = (await writer.FillAsync(desk, new Dictionary<string, string> { ["ReviewOn"] = "2020-01-01" }, "button[data-act=dates]")).Insist(HttpStatusCode.OK);

        Assert.Contains("Ngày xem lại đã qua.", refused.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Writers_are_offered_what_they_may_do()
    {
        var site = await WithRecipeAsync();
        var form = $"{site.Root}/quan-tri/tin-tuc/{await site.PublishArticleAsync("Bài để xem lối đi")}";

        Assert.DoesNotContain("Duyệt, hẹn giờ, gỡ", (await (await site.SignInAsAsync(Role.Author)).GetAsync(form)).Insist(HttpStatusCode.OK).Words, StringComparison.Ordinal);
        Assert.Contains("Duyệt, hẹn giờ, gỡ", (await (await site.SignInAsAsync(Role.Publisher)).GetAsync(form)).Insist(HttpStatusCode.OK).Words, StringComparison.Ordinal);
    }

    private static async Task BeatAsync(Visitor visitor, TestSite site, Dictionary<string, string> fields)
    {
        var page = (await visitor.GetAsync(site.Root + New)).Insist(HttpStatusCode.OK).Html;
        using var content = JsonContent.Create(new { form = "article", key = page.QuerySelector("[data-gp-key]")!.GetAttribute("data-gp-key"), fields });
        content.Headers.Add("RequestVerificationToken", page.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value"));
        (await visitor.SendAsync(HttpMethod.Post, site.Root + "/quan-tri/soan-thao/tu-luu", content: content)).Insist(HttpStatusCode.OK);
    }

    private static Dictionary<string, string> Form(string title, string body) => new() { ["Title"] = title, ["Body"] = body };

    private static async Task<string> PartAsync(Visitor visitor, TestSite site, string part) =>
        (await visitor.GetAsync(site.Root + "/quan-tri")).Insist(HttpStatusCode.OK).Html.QuerySelector($"[aria-labelledby=phan-{part}]")?.TextContent ?? "";

    private static async Task<string[]> TitlesAsync(Visitor visitor, TestSite site, string query) =>
        [.. (await visitor.GetAsync(site.Root + "/quan-tri/noi-dung" + query)).Insist(HttpStatusCode.OK).Html.QuerySelectorAll(".gp-rows__title").Select(a => a.TextContent)];
}

public sealed class DeskBoardOnSqliteTests(SqlitePortal portal) : DeskBoardTests(portal);

public sealed class DeskBoardOnPostgresTests(PostgresPortal portal) : DeskBoardTests(portal);
