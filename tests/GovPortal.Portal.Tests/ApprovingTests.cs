using System.Globalization;
using System.Net;
using GovPortal.Core.Localization;
using GovPortal.Core.Security;
using GovPortal.News;
using GovPortal.Testing;

namespace GovPortal.Portal.Tests;

/// <summary>Ways around the second pair of eyes, each of them closed; and what approvers are shown.</summary>
public abstract class ApprovingTests(PortalFixture portal) : PortalTest(portal)
{
    private static readonly Dictionary<string, string> Nothing = [];

    [Fact]
    public async Task What_went_public_in_haste_is_not_published_again_by_its_writer_after_a_withdrawal()
    {
        var (site, hoa, duc, desk) = await PublishUrgentlyAsync("Cảnh báo sạt lở");

        (await hoa.FillAsync(desk + "/go", new Dictionary<string, string> { ["Notice"] = "Chờ xác minh." })).Insist(HttpStatusCode.Redirect);

        Assert.Null((await hoa.GetAsync(desk)).Html.QuerySelector(Act("publish")));
        Assert.Contains("cần người khác duyệt", (await hoa.FillAsync(desk, Nothing, Act("remark"), to: desk + "?handler=Publish")).Insist(HttpStatusCode.OK).Words, StringComparison.Ordinal);
        Assert.Contains("Cảnh báo sạt lở", (await duc.GetAsync($"{site.Root}/quan-tri")).Html.QuerySelector("#phan-urgent")!.ParentElement!.TextContent, StringComparison.Ordinal);
        (await duc.FillAsync(desk, Nothing, Act("publish"))).Insist(HttpStatusCode.Redirect);
        Assert.Null((await duc.GetAsync($"{site.Root}/quan-tri")).Html.QuerySelector("#phan-urgent"));
    }

    [Fact]
    public async Task A_correction_by_another_does_not_let_the_hasty_settle_their_own_haste()
    {
        var (site, hoa, duc, desk) = await PublishUrgentlyAsync("Cảnh báo rét hại");
        var author = await site.SignInAsAsync(Role.Author);
        (await author.FillAsync(desk.Replace("/muc/", "/tin-tuc/", StringComparison.Ordinal), new Dictionary<string, string> { ["Title"] = "Cảnh báo rét hại", ["Body"] = "Sửa một chữ." }, "button[formaction*=Submit]")).Insist(HttpStatusCode.Redirect);

        Assert.Null((await hoa.GetAsync(desk)).Html.QuerySelector(Act("publish")));
        Assert.Contains("cần người khác duyệt", (await hoa.FillAsync(desk, Nothing, Act("send-back"), to: desk + "?handler=Publish")).Insist(HttpStatusCode.OK).Words, StringComparison.Ordinal);
        Assert.NotNull((await duc.GetAsync($"{site.Root}/quan-tri")).Html.QuerySelector("#phan-urgent"));
        (await duc.FillAsync(desk, Nothing, Act("publish"))).Insist(HttpStatusCode.Redirect);
        Assert.Null((await duc.GetAsync($"{site.Root}/quan-tri")).Html.QuerySelector("#phan-urgent"));
    }

    [Fact]
    public async Task Archived_haste_still_waits_and_who_wrote_part_of_it_does_not_approve_it()
    {
        var site = await WithRecipeAsync();
        var (hoa, duc, lan) = (await site.SignInAsAsync(Role.Publisher), await site.SignInAsAsync(Role.Publisher), await site.SignInAsAsync(Role.Publisher));
        var form = (await duc.FillAsync($"{site.Root}/quan-tri/tin-tuc/moi", new Dictionary<string, string> { ["Title"] = "Cấm đường", ["Body"] = "Đoạn của Đức." })).Insist(HttpStatusCode.Redirect).Location!;
        var desk = form.Replace("/tin-tuc/", "/muc/", StringComparison.Ordinal);
        (await hoa.FillAsync(form, new Dictionary<string, string> { ["Title"] = "Cấm đường", ["Body"] = "Đoạn của Đức, Hoa thêm." })).Insist(HttpStatusCode.Redirect);
        (await hoa.FillAsync(desk, new Dictionary<string, string> { ["Reason"] = "Cầu sập." }, Act("publish-urgently"))).Insist(HttpStatusCode.Redirect);
        (await lan.FillAsync(desk, Nothing, Act("archive"))).Insist(HttpStatusCode.Redirect);

        Assert.Null((await duc.GetAsync(desk)).Html.QuerySelector(Act("approve-urgent")));
        Assert.Contains("cần người khác duyệt", (await duc.FillAsync(desk, Nothing, Act("remark"), to: desk + "?handler=ApproveUrgent")).Insist(HttpStatusCode.OK).Words, StringComparison.Ordinal);
        (await lan.FillAsync(desk, Nothing, Act("approve-urgent"))).Insist(HttpStatusCode.Redirect);
        Assert.Null((await lan.GetAsync($"{site.Root}/quan-tri")).Html.QuerySelector("#phan-urgent"));
    }

    [Fact]
    public async Task Who_may_not_publish_does_not_set_when_a_public_text_leaves()
    {
        var site = await WithRecipeAsync();
        var (author, publisher) = (await site.SignInAsAsync(Role.Author), await site.SignInAsAsync(Role.Publisher));
        var live = $"{site.Root}/quan-tri/muc/{await site.PublishArticleAsync("Bài đang đăng")}";
        var draft = $"{site.Root}/quan-tri/muc/{await site.DraftAsync(new Article { Title = "Bài còn nháp", Body = "<p>…</p>" })}";

        Assert.Null((await author.GetAsync(live)).Html.QuerySelector(Act("dates")));
        Assert.Contains("khong-co-quyen", (await author.FillAsync(live, Nothing, Act("remark"), to: live + "?handler=Dates")).Insist(HttpStatusCode.Redirect).Location, StringComparison.Ordinal);
        Assert.NotNull((await author.GetAsync(draft)).Html.QuerySelector(Act("dates")));
        Assert.NotNull((await publisher.GetAsync(live)).Html.QuerySelector(Act("dates")));
    }

    [Fact]
    public async Task What_a_correction_says_of_itself_goes_from_its_writer_by_the_approver_to_readers()
    {
        var site = await WithRecipeAsync();
        var (author, publisher) = (await site.SignInAsAsync(Role.Author), await site.SignInAsAsync(Role.Publisher));
        var id = await site.PublishArticleAsync("Lịch tiêm chủng");
        var (form, desk) = ($"{site.Root}/quan-tri/tin-tuc/{id}", $"{site.Root}/quan-tri/muc/{id}");

        (await author.FillAsync(form, new Dictionary<string, string> { ["Title"] = "Lịch tiêm chủng", ["Body"] = "Từ 8 giờ.", ["Note"] = "Sửa giờ bắt đầu." }, "button[formaction*=Submit]")).Insist(HttpStatusCode.Redirect);

        Assert.Equal("Sửa giờ bắt đầu.", (await author.GetAsync(form)).Html.QuerySelector("#Note")!.GetAttribute("value"));
        Assert.Equal("Sửa giờ bắt đầu.", (await publisher.GetAsync(desk)).Html.QuerySelector("#Note")!.GetAttribute("value"));
        (await publisher.FillAsync(desk, Nothing, Act("publish"))).Insist(HttpStatusCode.Redirect);
        Assert.Contains("Sửa giờ bắt đầu.", (await site.VisitAsync("/tin-tuc/lich-tiem-chung")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_would_leave_before_it_comes_is_refused()
    {
        var site = await WithRecipeAsync();
        var publisher = await site.SignInAsAsync(Role.Publisher);
        var desk = $"{site.Root}/quan-tri/muc/{await site.DraftAsync(new Article { Title = "Thông báo một ngày", Body = "<p>…</p>" })}";
        string Wall(int hours) => site.Tenant.WallField(Portal.Clock.GetUtcNow().AddHours(hours));

        (await publisher.FillAsync(desk, new Dictionary<string, string> { ["ExpiresAt"] = Wall(30) }, Act("dates"))).Insist(HttpStatusCode.Redirect);
        var late = (await publisher.FillAsync(desk, new Dictionary<string, string> { ["GoesLiveAt"] = Wall(40) }, Act("schedule"))).Insist(HttpStatusCode.OK);
        (await publisher.FillAsync(desk, new Dictionary<string, string> { ["GoesLiveAt"] = Wall(20) }, Act("schedule"))).Insist(HttpStatusCode.Redirect);
        var early = (await publisher.FillAsync(desk, new Dictionary<string, string> { ["ExpiresAt"] = Wall(10) }, Act("dates"))).Insist(HttpStatusCode.OK);

        Assert.Contains("tự rời trang trước thời điểm này", late.Words, StringComparison.Ordinal);
        Assert.Contains("phải sau giờ hẹn đăng", early.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Why_a_draft_came_back_stands_in_its_form_and_stays_after_it_is_submitted_again()
    {
        var site = await WithRecipeAsync();
        var (author, publisher) = (await site.SignInAsAsync(Role.Author), await site.SignInAsAsync(Role.Publisher));
        var id = await site.DraftAsync(new Article { Title = "Bài trả lại", Body = "<p>…</p>" });
        var (form, desk) = ($"{site.Root}/quan-tri/tin-tuc/{id}", $"{site.Root}/quan-tri/muc/{id}");

        (await author.FillAsync(desk, Nothing, Act("submit"))).Insist(HttpStatusCode.Redirect);
        (await publisher.FillAsync(desk, new Dictionary<string, string> { ["Reason"] = "Thiếu nguồn số liệu." }, Act("send-back"))).Insist(HttpStatusCode.Redirect);
        var opened = await author.GetAsync(form);
        (await author.FillAsync(desk, Nothing, Act("submit"))).Insist(HttpStatusCode.Redirect);

        Assert.Contains("Nguyễn Thị Ánh đã trả lại bản này", opened.Words, StringComparison.Ordinal);
        Assert.Contains("Thiếu nguồn số liệu.", opened.Words, StringComparison.Ordinal);
        Assert.Contains("Thiếu nguồn số liệu.", (await publisher.GetAsync(desk)).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_approves_sees_the_page_as_readers_will()
    {
        var site = await WithRecipeAsync();
        var (publisher, id) = (await site.SignInAsAsync(Role.Publisher), await site.DraftAsync(new Article { Title = "Bài chờ xem", Body = "<p>Lời văn chờ duyệt.</p>" }));
        var page = await publisher.GetAsync($"{site.Root}/quan-tri/muc/{id}");

        var frame = (await Portal.NewVisitor().GetAsync(page.Html.QuerySelector("iframe.gp-reads")!.GetAttribute("src")!)).Insist(HttpStatusCode.OK);

        Assert.Contains("Lời văn chờ duyệt.", frame.Words, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'self'", frame.Headers["Content-Security-Policy"], StringComparison.Ordinal);
        Assert.Contains("frame-src 'self'", page.Headers["Content-Security-Policy"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_preview_link_ends_with_its_draft_with_a_withdrawal_and_when_it_is_taken_back()
    {
        var site = await WithRecipeAsync();
        var publisher = await site.SignInAsAsync(Role.Publisher);
        async Task<(string Desk, string Link)> DraftAsync(string title)
        {
            var desk = $"{site.Root}/quan-tri/muc/{await site.DraftAsync(new Article { Title = title, Body = "<p>Chưa công khai.</p>" })}";
            return (desk, await LinkAsync(desk));
        }

        async Task<string> LinkAsync(string desk) => (await publisher.GetAsync(desk)).Html.QuerySelector("#lien-ket-xem-truoc")!.GetAttribute("value")!;
        async Task<HttpStatusCode> ShowsAsync(string link) => (await Portal.NewVisitor().GetAsync(link)).Status;

        var (taken, deleted, withdrawn) = (await DraftAsync("Nháp thu hồi"), await DraftAsync("Nháp bỏ đi"), await DraftAsync("Bài sẽ gỡ"));
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK], [await ShowsAsync(taken.Link), await ShowsAsync(deleted.Link), await ShowsAsync(withdrawn.Link)]);

        Portal.Clock.Advance(TimeSpan.FromSeconds(1));
        (await publisher.FillAsync(taken.Desk, Nothing, Act("revoke-previews"))).Insist(HttpStatusCode.Redirect);
        (await publisher.FillAsync(deleted.Desk, Nothing, Act("delete"))).Insist(HttpStatusCode.Redirect);
        (await publisher.FillAsync(withdrawn.Desk, Nothing, Act("publish"))).Insist(HttpStatusCode.Redirect);
        (await publisher.FillAsync(withdrawn.Desk + "/go", new Dictionary<string, string> { ["Notice"] = "Sai." })).Insist(HttpStatusCode.Redirect);

        Assert.Equal([HttpStatusCode.Gone, HttpStatusCode.Gone, HttpStatusCode.Gone], [await ShowsAsync(taken.Link), await ShowsAsync(deleted.Link), await ShowsAsync(withdrawn.Link)]);
        Assert.Equal(HttpStatusCode.OK, await ShowsAsync(await LinkAsync(taken.Desk)));
    }

    /// <summary>An article that its writer published urgently, and a second publisher.</summary>
    private async Task<(TestSite Site, Visitor Writer, Visitor Other, string Desk)> PublishUrgentlyAsync(string title)
    {
        var site = await WithRecipeAsync();
        var (hoa, duc) = (await site.SignInAsAsync(Role.Publisher), await site.SignInAsAsync(Role.Publisher));
        var form = (await hoa.FillAsync($"{site.Root}/quan-tri/tin-tuc/moi", new Dictionary<string, string> { ["Title"] = title, ["Body"] = "Sơ tán ngay." })).Insist(HttpStatusCode.Redirect).Location!;
        var desk = form.Replace("/tin-tuc/", "/muc/", StringComparison.Ordinal);
        (await hoa.FillAsync(desk, new Dictionary<string, string> { ["Reason"] = "Không thể chờ." }, Act("publish-urgently"))).Insist(HttpStatusCode.Redirect);
        return (site, hoa, duc, desk);
    }

    private static string Act(string name) => $"button[data-act={name}]";
}

public sealed class ApprovingOnSqliteTests(SqlitePortal portal) : ApprovingTests(portal);

public sealed class ApprovingOnPostgresTests(PostgresPortal portal) : ApprovingTests(portal);
