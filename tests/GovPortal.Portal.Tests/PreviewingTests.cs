using System.Net;
using GovPortal.Content;
using GovPortal.Core.Security;
using GovPortal.News;
using GovPortal.Publishing.Content;
using GovPortal.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace GovPortal.Portal.Tests;

/// <summary>A version can be shown to others before it is public, by a link that ends.</summary>
public abstract class PreviewingTests(PortalFixture portal) : PortalTest(portal)
{
    private PreviewLinks Links => Portal.Services.GetRequiredService<PreviewLinks>();

    [Fact]
    public async Task The_link_on_the_desk_shows_a_draft_in_the_sites_own_theme_to_somebody_without_a_session()
    {
        var site = await WithRecipeAsync();
        var author = await site.SignInAsAsync(Role.Author);
        var id = await site.DraftAsync(Text("Dự thảo thông báo tuyển dụng", "<p>Tuyển hai người.</p>"));

        var desk = (await author.GetAsync($"{site.Root}/quan-tri/muc/{id}")).Insist(HttpStatusCode.OK);
        var link = desk.Html.QuerySelector("#lien-ket-xem-truoc")!.GetAttribute("value")!;
        var page = (await Portal.NewVisitor().GetAsync(new Uri(link).PathAndQuery)).Insist(HttpStatusCode.OK);

        Assert.Equal("Dự thảo thông báo tuyển dụng", page.Heading);
        Assert.Contains("Tuyển hai người", page.Words, StringComparison.Ordinal);
        Assert.Contains("Bản xem trước (bản 1)", page.Words, StringComparison.Ordinal);
        Assert.NotNull(page.Html.QuerySelector(".gp-masthead"));
        Assert.Equal("noindex", page.Html.QuerySelector("meta[name=robots]")?.GetAttribute("content"));
        Assert.Equal("no-store", page.Headers["Cache-Control"]);
        Assert.Equal("no-referrer", page.Headers["Referrer-Policy"]);
        Assert.Null(page.ETag);
        (await site.VisitAsync("/tin-tuc/du-thao-thong-bao-tuyen-dung")).Insist(HttpStatusCode.NotFound);
        Assert.DoesNotContain("Dự thảo thông báo", (await site.VisitAsync("/tin-tuc")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_version_has_its_own_link_and_the_public_page_stays_as_it_is()
    {
        var site = await WithRecipeAsync();
        var id = await site.PublishArticleAsync("Lịch tiếp dân", "<p>Thứ hai.</p>");
        Assert.True((await site.SaveAsync(id, Text("Lịch tiếp dân quý hai", "<p>Thứ ba.</p>"), (await site.ItemAsync(id)).Revision)).IsSaved);

        var first = (await site.VisitAsync(LinkTo(site, id, 1))).Insist(HttpStatusCode.OK);
        var second = (await site.VisitAsync(LinkTo(site, id, 2))).Insist(HttpStatusCode.OK);
        var everybodys = await site.VisitAsync("/tin-tuc/lich-tiep-dan");

        Assert.Contains("Thứ hai.", first.Words, StringComparison.Ordinal);
        Assert.Contains("Thứ ba.", second.Words, StringComparison.Ordinal);
        Assert.Equal("Lịch tiếp dân quý hai", second.Heading);
        Assert.Contains("Thứ hai.", everybodys.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Thứ ba.", everybodys.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Bản xem trước", everybodys.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_standing_page_is_previewed_like_an_article()
    {
        var site = await WithRecipeAsync();
        var id = await site.DraftAsync(new Page { Title = "Quy chế làm việc", Body = "<p>Điều một.</p>" });

        Assert.Contains("Điều một.", (await site.VisitAsync(LinkTo(site, id, 1))).Insist(HttpStatusCode.OK).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_opens_nothing_on_another_site_and_a_damaged_one_nothing_at_all()
    {
        var (one, other) = (await WithRecipeAsync(), await WithRecipeAsync());
        var id = await one.DraftAsync(Text("Chuyện riêng của xã một", "<p>Không cho ai xem.</p>"));
        var link = LinkTo(one, id, 1);

        foreach (var (site, address) in new[] { (other, link), (Portal.Portal, link), (one, link[..^4]), (one, link + "x"), (one, PreviewLinks.Path), (one, PreviewLinks.Path + "/"), (one, LinkTo(one, id, 7)) })
        {
            var answer = await site.VisitAsync(address);
            Assert.Equal(HttpStatusCode.NotFound, answer.Status);
            Assert.DoesNotContain("Không cho ai xem", answer.Text, StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.Gone, (await one.VisitAsync(LinkTo(one, id + 1_000_000, 1))).Status);
    }

    [Fact]
    public async Task A_link_takes_no_form_and_shows_nothing_where_the_module_is_off()
    {
        var site = await WithRecipeAsync();
        var id = await site.DraftAsync(Text("Tin của phân hệ đã tắt", "<p>Ẩn.</p>"));
        var link = LinkTo(site, id, 1);

        Assert.Equal(HttpStatusCode.NotFound, (await Portal.NewVisitor().SendAsync(HttpMethod.Post, site.Root + link)).Status);
        await site.SwitchModulesAsync("Procedures");
        (await site.VisitAsync(link)).Insist(HttpStatusCode.NotFound);
    }

    private string LinkTo(TestSite site, long id, int version) => Links.PathOf(Links.Offer(site.Tenant, id, version));

    private static Article Text(string title, string body) => new() { Title = title, Summary = "Tóm tắt của bài.", Body = body, Category = "thong-bao", CategoryLabel = "Thông báo" };
}

public sealed class PreviewingOnSqliteTests(SqlitePortal portal) : PreviewingTests(portal)
{
    [Fact]
    public async Task After_seven_days_the_link_says_that_it_has_ended()
    {
        await using var own = new SqlitePortal();
        var site = await own.WithRecipeAsync("commune");
        var id = await site.DraftAsync(new Page { Title = "Nội quy phòng họp", Body = "<p>Giữ yên lặng.</p>" });
        var links = own.Services.GetRequiredService<PreviewLinks>();
        var link = links.PathOf(links.Offer(site.Tenant, id, 1));

        own.Clock.Advance(TimeSpan.FromDays(7) - TimeSpan.FromMinutes(1));
        Assert.Contains("Giữ yên lặng", (await site.VisitAsync(link)).Insist(HttpStatusCode.OK).Words, StringComparison.Ordinal);

        own.Clock.Advance(TimeSpan.FromMinutes(1));
        var ended = (await site.VisitAsync(link)).Insist(HttpStatusCode.Gone);
        Assert.Equal("Liên kết đã hết hạn", ended.Heading);
        Assert.DoesNotContain("Giữ yên lặng", ended.Text, StringComparison.Ordinal);
    }
}

public sealed class PreviewingOnPostgresTests(PostgresPortal portal) : PreviewingTests(portal);
