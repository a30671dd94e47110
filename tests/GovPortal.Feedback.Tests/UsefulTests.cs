using System.Net;
using GovPortal.Storage;
using GovPortal.Testing;
using GovPortal.Web.Pages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GovPortal.Feedback.Tests;

/// <summary>Whether a page is of use: asked on every item, counted once a day for each visitor, and nothing kept of who said so.</summary>
public abstract class UsefulTests(PortalFixture portal) : FeedbackTest(portal)
{
    [Fact]
    public async Task A_page_that_is_kept_takes_one_answer_of_each_visitor()
    {
        var site = await WithRecipeAsync();
        var item = await site.ItemAsync(await site.PublishArticleAsync("Bài để hỏi có hữu ích không"));
        var (one, other) = (Portal.NewVisitor(), Portal.NewVisitor());

        foreach (var (visitor, useful) in new[] { (one, "true"), (one, "false"), (other, "false") })
        {
            var page = (await visitor.GetAsync($"{site.Root}/tin-tuc/{item.Slug}")).Insist(HttpStatusCode.OK);
            Assert.DoesNotContain("__RequestVerificationToken", page.Text, StringComparison.Ordinal);
            Assert.Contains("Cảm ơn bạn", (await visitor.FillAsync($"{site.Root}/tin-tuc/{item.Slug}", new Dictionary<string, string> { ["co"] = useful }, $"button[name=co][value={useful}]")).Insist(HttpStatusCode.OK).Words, StringComparison.Ordinal);
        }

        await using var db = Portal.Services.GetRequiredService<PortalDbFactory>().OpenFor(site.Tenant);
        var count = await db.UsefulCounts.AsNoTracking().SingleAsync();
        Assert.Equal((item.Id, 1, 1), (count.ItemId, count.Yes, count.No));
    }

    [Fact]
    public async Task What_is_missing_is_told_at_the_desk_without_numbers_of_people()
    {
        var site = await WithRecipeAsync();
        var item = await site.ItemAsync(await site.PublishArticleAsync("Bài còn thiếu"));
        var path = $"/tin-tuc/{item.Slug}";
        await Portal.NewVisitor().FillAsync($"{site.Root}{path}", new Dictionary<string, string> { ["co"] = "false" }, "button[name=co][value=false]");

        var told = await SendAsync(site, path, "Thiếu lệ phí; gọi tôi 0912345678", KeyOfMinuteAgo());
        var nothing = await SendAsync(site, path, "", KeyOfMinuteAgo());
        var quick = await SendAsync(site, path, "Thiếu", "");

        Assert.Contains("Đã nhận ý kiến của bạn", told.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Đã nhận ý kiến của bạn", nothing.Words + quick.Words, StringComparison.Ordinal);
        var report = (await (await site.SignInAsAsync(Answerer)).GetAsync(site.Root + "/quan-tri/huu-ich")).Insist(HttpStatusCode.OK);
        Assert.Contains("Thiếu lệ phí; gọi tôi •••", report.Words, StringComparison.Ordinal);
        Assert.Contains("Bài còn thiếu", report.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_that_are_not_there_or_another_sites_take_nothing()
    {
        var (own, other) = (await WithRecipeAsync(), await WithRecipeAsync());
        var item = await other.ItemAsync(await other.PublishArticleAsync("Bài của xã bên"));

        foreach (var path in new[] { $"/tin-tuc/{item.Slug}", "/khong-co/bai-nay", "/", "", new string('a', 600) })
        {
            (await own.VisitAsync("/huu-ich" + new Web.Caching.QueryWriter().Add("trang", path))).Insist(HttpStatusCode.NotFound);
        }
    }

    private async Task<Answer> SendAsync(TestSite site, string path, string text, string key)
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["trang"] = path, ["Text"] = text, [AnonymousForms.KeyField] = key, [AnonymousForms.Trap] = "" });
        return await Portal.NewVisitor().SendAsync(HttpMethod.Post, site.Root + "/huu-ich?handler=Missing", content: form);
    }
}

public sealed class UsefulOnSqliteTests(SqlitePortal portal) : UsefulTests(portal);

public sealed class UsefulOnPostgresTests(PostgresPortal portal) : UsefulTests(portal);
