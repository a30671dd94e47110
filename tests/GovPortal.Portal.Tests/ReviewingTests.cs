using System.Globalization;
using System.Net;
using GovPortal.Core.Security;
using GovPortal.News;
using GovPortal.Testing;

namespace GovPortal.Portal.Tests;

/// <summary>From draft to published with more than one pair of eyes.</summary>
public abstract class ReviewingTests(PortalFixture portal) : PortalTest(portal)
{
    private static readonly Dictionary<string, string> Nothing = [];

    [Fact]
    public async Task What_an_author_submits_is_sent_back_with_a_reason_corrected_and_approved_by_another()
    {
        var site = await WithRecipeAsync();
        var (author, publisher) = (await site.SignInAsAsync(Role.Author), await site.SignInAsAsync(Role.Publisher));

        var desk = (await author.FillAsync($"{site.Root}/quan-tri/tin-tuc/moi", Form("Lịch thu gom rác", "Thu lúc 5 giờ."), "button[formaction*=Submit]")).Insist(HttpStatusCode.Redirect).Location!;
        Assert.Contains("Lịch thu gom rác", (await publisher.GetAsync($"{site.Root}/quan-tri")).Html.QuerySelector("#phan-waiting")!.ParentElement!.TextContent, StringComparison.Ordinal);

        (await publisher.FillAsync(desk, Nothing, Act("send-back"))).Insist(HttpStatusCode.OK);
        (await publisher.FillAsync(desk, new Dictionary<string, string> { ["Reason"] = "Ghi rõ khu phố." }, Act("send-back"))).Insist(HttpStatusCode.Redirect);
        Assert.Contains("Ghi rõ khu phố.", (await author.GetAsync($"{site.Root}/quan-tri")).Html.QuerySelector("#phan-sent-back")!.ParentElement!.TextContent, StringComparison.Ordinal);

        var form = desk.Replace("/muc/", "/tin-tuc/", StringComparison.Ordinal);
        (await author.FillAsync(form, Form("Lịch thu gom rác", "Khu phố 2 thu lúc 5 giờ."), "button[formaction*=Submit]")).Insist(HttpStatusCode.Redirect);
        (await site.VisitAsync("/tin-tuc/lich-thu-gom-rac")).Insist(HttpStatusCode.NotFound);
        (await publisher.FillAsync(desk, Nothing, Act("publish"))).Insist(HttpStatusCode.Redirect);

        Assert.Contains("Khu phố 2", (await site.VisitAsync("/tin-tuc/lich-thu-gom-rac")).Insist(HttpStatusCode.OK).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_wrote_a_text_cannot_approve_it_where_another_could_and_haste_is_approved_afterwards()
    {
        var site = await WithRecipeAsync();
        var (hoa, duc) = (await site.SignInAsAsync(Role.Publisher), await site.SignInAsAsync(Role.Publisher));
        var form = (await hoa.FillAsync($"{site.Root}/quan-tri/tin-tuc/moi", Form("Cảnh báo lũ khẩn cấp", "Sơ tán ngay."))).Insist(HttpStatusCode.Redirect).Location!;
        var desk = form.Replace("/tin-tuc/", "/muc/", StringComparison.Ordinal);

        Assert.Null((await hoa.GetAsync(desk)).Html.QuerySelector(Act("publish")));
        var forced = await hoa.FillAsync(desk, Nothing, Act("submit"), to: desk + "?handler=Publish");
        Assert.Contains("cần người khác duyệt", forced.Insist(HttpStatusCode.OK).Words, StringComparison.Ordinal);
        (await site.VisitAsync("/tin-tuc/canh-bao-lu-khan-cap")).Insist(HttpStatusCode.NotFound);

        (await hoa.FillAsync(desk, new Dictionary<string, string> { ["Reason"] = "Nước đang lên." }, Act("publish-urgently"))).Insist(HttpStatusCode.Redirect);
        (await site.VisitAsync("/tin-tuc/canh-bao-lu-khan-cap")).Insist(HttpStatusCode.OK);
        Assert.Null((await hoa.GetAsync(desk)).Html.QuerySelector(Act("approve-urgent")));
        Assert.Contains("Nước đang lên.", (await duc.GetAsync($"{site.Root}/quan-tri")).Html.QuerySelector("#phan-urgent")!.ParentElement!.TextContent, StringComparison.Ordinal);

        (await duc.FillAsync(desk, Nothing, Act("approve-urgent"))).Insist(HttpStatusCode.Redirect);
        Assert.Null((await duc.GetAsync($"{site.Root}/quan-tri")).Html.QuerySelector("#phan-urgent"));
    }

    [Fact]
    public async Task A_person_alone_on_a_site_publishes_what_they_wrote()
    {
        var site = await WithRecipeAsync();
        var alone = await site.SignInAsAsync(Role.Publisher);

        (await alone.FillAsync($"{site.Root}/quan-tri/tin-tuc/moi", Form("Một mình một trang", "Vẫn đăng được."), "button[formaction*=Publish]")).Insist(HttpStatusCode.Redirect);

        (await site.VisitAsync("/tin-tuc/mot-minh-mot-trang")).Insist(HttpStatusCode.OK);
    }

    [Fact]
    public async Task An_approval_of_what_was_changed_meanwhile_is_refused()
    {
        var site = await WithRecipeAsync();
        var publisher = await site.SignInAsAsync(Role.Publisher);
        var id = await site.DraftAsync(new Article { Title = "Bản thứ nhất", Body = "<p>Một.</p>" });
        var desk = $"{site.Root}/quan-tri/muc/{id}";
        var seen = (await publisher.GetAsync(desk)).Html.QuerySelector("input[name=Revision]")!.GetAttribute("value")!;

        await site.SaveAsync(id, new Article { Title = "Bản thứ hai", Body = "<p>Hai.</p>" }, (await site.ItemAsync(id)).Revision);
        var late = await publisher.FillAsync(desk, new Dictionary<string, string> { ["Revision"] = seen }, Act("publish"));

        Assert.Contains("vừa thay đổi", late.Insist(HttpStatusCode.OK).Words, StringComparison.Ordinal);
        (await site.VisitAsync("/tin-tuc/ban-thu-nhat")).Insist(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Reviewers_comment_and_only_the_desk_reads_it()
    {
        var site = await WithRecipeAsync();
        var reviewer = await site.SignInAsAsync(Role.Reviewer);
        var id = await site.PublishArticleAsync("Bài có góp ý");
        var desk = $"{site.Root}/quan-tri/muc/{id}";

        (await reviewer.FillAsync(desk, new Dictionary<string, string> { ["Remark"] = "Nên thêm số điện thoại." })).Insist(HttpStatusCode.Redirect);

        Assert.Contains("Nên thêm số điện thoại.", (await reviewer.GetAsync(desk)).Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Nên thêm số điện thoại.", (await site.VisitAsync("/tin-tuc/bai-co-gop-y")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_deleted_draft_comes_back_and_what_was_public_is_not_deleted()
    {
        var site = await WithRecipeAsync();
        var author = await site.SignInAsAsync(Role.Author);
        var draft = await site.DraftAsync(new Article { Title = "Nháp bỏ đi", Body = "<p>Bỏ.</p>" });
        var desk = $"{site.Root}/quan-tri/muc/{draft}";

        (await author.FillAsync(desk, Nothing, Act("delete"))).Insist(HttpStatusCode.Redirect);
        Assert.DoesNotContain("Nháp bỏ đi", (await author.GetAsync($"{site.Root}/quan-tri/noi-dung")).Words, StringComparison.Ordinal);
        Assert.Contains("Nháp bỏ đi", (await author.GetAsync($"{site.Root}/quan-tri/noi-dung?trang-thai=Deleted")).Words, StringComparison.Ordinal);
        (await author.FillAsync(desk, Nothing, Act("undelete"))).Insist(HttpStatusCode.Redirect);
        Assert.Contains("Nháp bỏ đi", (await author.GetAsync($"{site.Root}/quan-tri/noi-dung")).Words, StringComparison.Ordinal);

        var live = await site.PublishArticleAsync("Bài đã đăng thì còn mãi");
        Assert.Null((await author.GetAsync($"{site.Root}/quan-tri/muc/{live}")).Html.QuerySelector(Act("delete")));
    }

    [Fact]
    public async Task What_is_archived_keeps_its_text_and_leaves_lists_and_search()
    {
        var site = await WithRecipeAsync();
        var publisher = await site.SignInAsAsync(Role.Publisher);
        var id = await site.PublishArticleAsync("Chiến dịch năm cũ", "<p>Lời văn còn đây.</p>");
        await site.IsFoundAsync("chiến dịch năm cũ", "Chiến dịch năm cũ");

        (await publisher.FillAsync($"{site.Root}/quan-tri/muc/{id}", Nothing, Act("archive"))).Insist(HttpStatusCode.Redirect);

        var page = (await site.VisitAsync("/tin-tuc/chien-dich-nam-cu")).Insist(HttpStatusCode.OK);
        Assert.Contains("Lời văn còn đây.", page.Words, StringComparison.Ordinal);
        Assert.Contains("Nội dung lưu trữ", page.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Chiến dịch năm cũ", (await site.VisitAsync("/tin-tuc")).Words, StringComparison.Ordinal);
        await site.IsGoneAsync("chiến dịch năm cũ", "Chiến dịch năm cũ");
    }

    [Fact]
    public async Task Many_are_submitted_at_once_and_what_is_refused_is_named()
    {
        var site = await WithRecipeAsync();
        var author = await site.SignInAsAsync(Role.Author);
        var draft = await site.DraftAsync(new Article { Title = "Nháp chờ gửi", Body = "<p>Gửi.</p>" });
        var live = await site.PublishArticleAsync("Bài đang công khai");
        var list = $"{site.Root}/quan-tri/noi-dung";

        (await author.PostAsync(list, [new("Act", "Submit"), new("Chosen", Text(draft)), new("Chosen", Text(live))])).Insist(HttpStatusCode.Redirect);
        var after = await author.GetAsync(list);

        Assert.Contains("Đã làm xong 1 mục", after.Words, StringComparison.Ordinal);
        Assert.Contains("Bài đang công khai: Bản đang công khai đã là bản mới nhất", after.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Among_many_only_what_was_submitted_is_approved()
    {
        var site = await WithRecipeAsync();
        var (author, publisher, _) = (await site.SignInAsAsync(Role.Author), await site.SignInAsAsync(Role.Publisher), await site.SignInAsAsync(Role.Publisher));
        var (draft, submitted) = (await site.DraftAsync(new Article { Title = "Nháp chưa gửi", Body = "<p>Chưa xong.</p>" }), await site.DraftAsync(new Article { Title = "Bài đã gửi duyệt", Body = "<p>Xong.</p>" }));
        (await author.FillAsync($"{site.Root}/quan-tri/muc/{submitted}", Nothing, Act("submit"))).Insist(HttpStatusCode.Redirect);

        (await publisher.PostAsync($"{site.Root}/quan-tri/noi-dung", [new("Act", "Publish"), new("Chosen", Text(draft)), new("Chosen", Text(submitted))])).Insist(HttpStatusCode.Redirect);
        var after = await publisher.GetAsync($"{site.Root}/quan-tri/noi-dung");

        Assert.Contains("Nháp chưa gửi: Chưa được gửi duyệt", after.Words, StringComparison.OrdinalIgnoreCase);
        (await site.VisitAsync("/tin-tuc/nhap-chua-gui")).Insist(HttpStatusCode.NotFound);
        (await site.VisitAsync("/tin-tuc/bai-da-gui-duyet")).Insist(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_audit_log_tells_who_did_what_and_is_kept_from_authors()
    {
        var site = await WithRecipeAsync();
        var (publisher, auditor, author) = (await site.SignInAsAsync(Role.Publisher), await site.SignInAsAsync(Role.Auditor), await site.SignInAsAsync(Role.Author));
        var id = await site.PublishArticleAsync("=1+1 bài bị gỡ");
        (await publisher.FillAsync($"{site.Root}/quan-tri/muc/{id}/go", new Dictionary<string, string> { ["Notice"] = "Sai số liệu" })).Insist(HttpStatusCode.Redirect);

        var log = (await auditor.GetAsync($"{site.Root}/quan-tri/nhat-ky")).Insist(HttpStatusCode.OK);
        var table = (await auditor.GetAsync($"{site.Root}/quan-tri/nhat-ky?handler=Export")).Insist(HttpStatusCode.OK);

        Assert.Contains("Gỡ khỏi trang", log.Words, StringComparison.Ordinal);
        Assert.Contains("Sai số liệu", log.Words, StringComparison.Ordinal);
        Assert.Contains("'=1+1 bài bị gỡ", table.Text, StringComparison.Ordinal);
        Assert.Contains("khong-co-quyen", (await author.GetAsync($"{site.Root}/quan-tri/nhat-ky")).Insist(HttpStatusCode.Redirect).Location, StringComparison.Ordinal);
    }

    private static string Text(long id) => id.ToString(CultureInfo.InvariantCulture);

    private static string Act(string name) => $"button[data-act={name}]";

    private static Dictionary<string, string> Form(string title, string body) => new() { ["Title"] = title, ["Body"] = body };
}

public sealed class ReviewingOnSqliteTests(SqlitePortal portal) : ReviewingTests(portal);

public sealed class ReviewingOnPostgresTests(PostgresPortal portal) : ReviewingTests(portal);
