using System.Net;
using GovPortal.Core.Publication;
using GovPortal.News;
using GovPortal.Testing;

namespace GovPortal.Portal.Tests;

public abstract class PublishingTests(PortalFixture portal) : PortalTest(portal)
{
    [Fact]
    public async Task A_draft_is_nobodys_to_read_until_it_is_published()
    {
        var site = await WithRecipeAsync();
        var id = await site.DraftAsync(Text("Bản nháp về đê điều"));

        (await site.VisitAsync("/tin-tuc/ban-nhap-ve-de-dieu")).Insist(HttpStatusCode.NotFound);
        (await site.VisitAsync("/api/v1/articles/ban-nhap-ve-de-dieu")).Insist(HttpStatusCode.NotFound);
        Assert.DoesNotContain("Bản nháp", (await site.VisitAsync("/tin-tuc")).Text, StringComparison.Ordinal);
        Assert.Empty(await ContentLogAsync(site, id));

        Assert.Null(await site.PublishAgainAsync(id));
        (await site.VisitAsync("/tin-tuc/ban-nhap-ve-de-dieu")).Insist(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_correction_waits_unseen_then_replaces_the_text_and_says_what_changed()
    {
        var site = await WithRecipeAsync();
        var id = await site.PublishArticleAsync("Lịch cắt điện", "<p>Cắt điện từ 7 giờ.</p>");
        var published = (await site.ItemAsync(id)).PublishedAt;
        Assert.True((await site.SaveAsync(id, Text("Lịch cắt điện", "<p>Cắt điện từ 9 giờ.</p>"), (await site.ItemAsync(id)).Revision)).IsSaved);

        Assert.Contains("từ 7 giờ", (await site.VisitAsync("/tin-tuc/lich-cat-dien")).Text, StringComparison.Ordinal);

        await site.CorrectAsync(id, Text("Lịch cắt điện", "<p>Cắt điện từ 10 giờ.</p>"), note: "Sửa giờ bắt đầu");
        var page = (await site.VisitAsync("/tin-tuc/lich-cat-dien")).Insist(HttpStatusCode.OK);
        var item = await site.ItemAsync(id);

        Assert.Contains("từ 10 giờ", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("từ 7 giờ", page.Text, StringComparison.Ordinal);
        Assert.Contains("Sửa giờ bắt đầu", page.Text, StringComparison.Ordinal);
        Assert.Equal(published, item.PublishedAt);
        Assert.NotNull(item.CorrectedAt);
        Assert.Equal("content.publish.nothing-new", (await site.PublishAgainAsync(id))?.Code);
    }

    [Fact]
    public async Task A_withdrawn_item_says_why_and_leaves_every_list()
    {
        var site = await WithRecipeAsync();
        var id = await site.PublishArticleAsync("Thông tin chưa chính xác", "<p>Nội dung đã gỡ bỏ.</p>");

        Assert.Equal("content.withdraw.no-notice", (await site.WithdrawAsync(id, " "))?.Code);
        Assert.Null(await site.WithdrawAsync(id, "Số liệu chưa được kiểm tra"));

        var page = (await site.VisitAsync("/tin-tuc/thong-tin-chua-chinh-xac")).Insist(HttpStatusCode.OK);
        Assert.Contains("Số liệu chưa được kiểm tra", page.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Nội dung đã gỡ bỏ", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Thông tin chưa chính xác", (await site.VisitAsync("/tin-tuc")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Thông tin chưa chính xác", (await site.VisitAsync("/tin-tuc/feed.atom")).Text, StringComparison.Ordinal);
        var json = (await site.VisitAsync("/api/v1/articles/thong-tin-chua-chinh-xac")).Insist(HttpStatusCode.OK).Json;
        Assert.Equal("withdrawn", json.GetProperty("state").GetString());
        Assert.Equal("content.withdraw.not-live", (await site.WithdrawAsync(id, "Lần nữa"))?.Code);

        Assert.Null(await site.PublishAgainAsync(id));
        Assert.Contains("Nội dung đã gỡ bỏ", (await site.VisitAsync("/tin-tuc/thong-tin-chua-chinh-xac")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_log_holds_every_act_in_order_at_growing_positions()
    {
        var site = await WithRecipeAsync();
        var id = await site.PublishArticleAsync("Bài có lịch sử");
        await site.CorrectAsync(id, Text("Bài có lịch sử, đã sửa"));
        await site.WithdrawAsync(id, "Thử gỡ");
        await site.PublishAgainAsync(id);

        var log = await ContentLogAsync(site, id);

        Assert.Equal([PublicationAct.Published, PublicationAct.Corrected, PublicationAct.Withdrawn, PublicationAct.Published], log.Select(e => e.Act));
        Assert.Equal(log.Select(e => e.Position).Order(), log.Select(e => e.Position));
        Assert.Equal([1, 2, 2, 2], log.Select(e => e.Version));
    }

    [Fact]
    public async Task A_changed_address_redirects_for_ever_from_every_former_one()
    {
        var site = await WithRecipeAsync();
        var id = await site.PublishArticleAsync("Tên cũ");
        await site.CorrectAsync(id, Text("Tên mới"), slug: "ten-moi");
        await site.CorrectAsync(id, Text("Tên mới nữa"), slug: "ten-moi-nua");

        foreach (var former in new[] { "ten-cu", "ten-moi" })
        {
            var answer = (await site.VisitAsync($"/tin-tuc/{former}")).Insist(HttpStatusCode.MovedPermanently);
            Assert.Equal($"{site.Root}/tin-tuc/ten-moi-nua", answer.Location);
        }

        Assert.Equal($"{site.Root}/tin-tuc/ten-moi-nua?nguon=zalo&trang=2", (await site.VisitAsync("/tin-tuc/ten-cu?nguon=zalo&trang=2")).Insist(HttpStatusCode.MovedPermanently).Location);
        Assert.Equal($"{site.Root}/en/tin-tuc/ten-moi-nua", (await site.VisitAsync("/en/tin-tuc/ten-cu")).Insist(HttpStatusCode.MovedPermanently).Location);
        (await site.VisitAsync("/tin-tuc/ten-moi-nua")).Insist(HttpStatusCode.OK);
    }

    [Fact]
    public async Task An_address_that_was_public_is_never_given_to_another_item()
    {
        var site = await WithRecipeAsync();
        var first = await site.PublishArticleAsync("Lịch tiếp công dân");
        await site.CorrectAsync(first, Text("Lịch tiếp dân tháng 3"), slug: "lich-tiep-dan-thang-3");

        var second = await site.PublishArticleAsync("Lịch tiếp công dân");
        await site.CorrectAsync(first, Text("Lịch tiếp công dân"), slug: "lich-tiep-cong-dan");

        Assert.Equal("lich-tiep-cong-dan-2", (await site.ItemAsync(second)).Slug);
        Assert.Equal("lich-tiep-cong-dan", (await site.ItemAsync(first)).Slug);
        Assert.Equal($"{site.Root}/tin-tuc/lich-tiep-cong-dan", (await site.VisitAsync("/tin-tuc/lich-tiep-dan-thang-3")).Insist(HttpStatusCode.MovedPermanently).Location);
    }

    [Fact]
    public async Task Of_two_editors_who_save_the_same_item_the_second_is_told()
    {
        var site = await WithRecipeAsync();
        var id = await site.PublishArticleAsync("Bài hai người sửa");
        var seen = (await site.ItemAsync(id)).Revision;

        Assert.True((await site.SaveAsync(id, Text("Bản của chị Hoa"), seen)).IsSaved);
        var late = await site.SaveAsync(id, Text("Bản của anh Đức"), seen);

        Assert.Equal("content.save.stale", late.Refusals.Single().Code);
    }

    [Fact]
    public async Task Two_who_publish_at_once_leave_one_publication()
    {
        var site = await WithRecipeAsync();
        var id = await site.DraftAsync(Text("Bài đăng cùng lúc"));

        var refusals = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => site.PublishAgainAsync(id))));

        Assert.Single(refusals, refusal => refusal is null);
        Assert.Single(await ContentLogAsync(site, id));
    }

    [Fact]
    public async Task Many_at_once_each_get_an_address_and_a_position()
    {
        var site = await WithRecipeAsync();

        await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Task.Run(() => site.PublishArticleAsync($"Tin {Guid.NewGuid():n}"))));

        var log = (await site.LogAsync()).Where(e => e.Type == "article").ToList();
        Assert.Equal(12, log.Count);
        Assert.Equal(12, log.Select(e => e.Position).Distinct().Count());
    }

    private static Article Text(string title, string body = "<p>Nội dung.</p>") => new() { Title = title, Body = body };

    private static async Task<IReadOnlyList<LogEntry>> ContentLogAsync(TestSite site, long id) => [.. (await site.LogAsync()).Where(e => e.ItemId == id)];
}

public sealed class PublishingOnSqliteTests(SqlitePortal portal) : PublishingTests(portal);

public sealed class PublishingOnPostgresTests(PostgresPortal portal) : PublishingTests(portal);
