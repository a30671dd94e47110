using System.Net;
using AngleSharp.Dom;
using GovPortal.Content;
using GovPortal.Core.Security;
using GovPortal.News;
using GovPortal.Procedures;
using GovPortal.Publishing.Content;
using GovPortal.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace GovPortal.Portal.Tests;

/// <summary>
/// Parts that many pages share are rendered once, and nobody can tell: no page is kept on this portal, so every visit puts a page together from
/// the parts that are.
/// </summary>
public sealed class KeepingFragmentsTests(UncachedPortal portal) : PortalTest(portal), IClassFixture<UncachedPortal>
{
    [Fact]
    public async Task Settings_of_a_site_stand_in_its_head_and_foot_at_once()
    {
        var site = await WithRecipeAsync();
        await VisitTwiceAsync(site, "/tin-tuc");

        Assert.Empty(await site.Register.SetAsync(site.Name, s => s with { Slogan = "Gần dân, sát dân", Address = "Thôn Đông Sàng", Menu = [.. s.Menu, new("Lời chào", "/tin-tuc")] }, CancellationToken.None));
        var page = await site.VisitAsync("/tin-tuc");

        Assert.Equal("Gần dân, sát dân", page.Html.QuerySelector(".gp-brand__slogan")?.TextContent);
        Assert.Contains("Lời chào", Texts(page, ".gp-nav__link"));
        Assert.Contains("Thôn Đông Sàng", page.Html.QuerySelector(".gp-footer")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_standing_page_stands_at_the_foot_of_every_page_at_once_and_leaves_it_at_once()
    {
        var site = await WithRecipeAsync();
        await VisitTwiceAsync(site, "/van-ban");

        var id = await site.PublishAsync(new Page { Title = "Điều khoản riêng của xã", Body = "<p>Nội dung.</p>" }, "dieu-khoan-su-dung");
        var with = await site.VisitAsync("/van-ban");
        Assert.Null(await site.WithdrawAsync(id, "Hết hiệu lực"));
        var without = await site.VisitAsync("/van-ban");

        Assert.Contains("Điều khoản riêng của xã", Texts(with, ".gp-footer a"));
        Assert.DoesNotContain("Điều khoản riêng của xã", Texts(without, ".gp-footer a"));
    }

    [Fact]
    public async Task The_head_says_what_the_site_above_is_called_now()
    {
        var above = await WithRecipeAsync("department");
        var below = Mine(await Portal.OpenAsync(new() { Name = "phong-mot-cua-thu", Title = "Phòng Một cửa", Recipe = "commune", Parent = above.Name }));
        await VisitTwiceAsync(below, "/tin-tuc");

        Assert.Null(await above.Register.RenameAsync(new() { Name = above.Name, Title = "Sở Đổi Tên", Recipe = "department" }, CancellationToken.None));

        Assert.Equal("Sở Đổi Tên", (await below.VisitAsync("/tin-tuc")).Html.QuerySelector(".gp-brand__parent")?.TextContent);
    }

    [Fact]
    public async Task Each_page_marks_its_own_place_and_leads_to_itself_in_the_other_language()
    {
        var site = await WithRecipeAsync();
        foreach (var path in new[] { "/tin-tuc", "/van-ban", "/thu-tuc", "/tin-tuc", "/van-ban?loai=quyet-dinh" })
        {
            var page = (await site.VisitAsync(path)).Insist(HttpStatusCode.OK).Html;
            var english = (await site.VisitAsync("/en" + path)).Insist(HttpStatusCode.OK).Html;

            Assert.Equal($"{site.Root}/en{path}", page.QuerySelector(".gp-lang a")?.GetAttribute("href"));
            Assert.Equal(site.Root + path, english.QuerySelector(".gp-lang a")?.GetAttribute("href"));
            Assert.Equal([site.Root + path.Split('?')[0]], page.QuerySelectorAll(".gp-nav [aria-current=page]").Select(a => a.GetAttribute("href")));
            Assert.Equal("en", english.DocumentElement.GetAttribute("lang"));
        }
    }

    [Fact]
    public async Task Sites_and_languages_share_no_head_foot_or_body()
    {
        var (one, other) = (await WithRecipeAsync(), await WithRecipeAsync());
        foreach (var site in new[] { one, other })
        {
            Assert.Empty(await site.Register.SetAsync(site.Name, s => s with { Slogan = "Khẩu hiệu " + site.Name, SloganEn = "Slogan " + site.Name, Address = "Số 1 " + site.Name }, CancellationToken.None));
            await site.PublishArticleAsync("Bài cùng tên", $"<p>Thân bài của {site.Name} <img src=\"/tep/0123456789abcdef/anh.png\" alt=\"\"></p>", "bai-cung-ten");
        }

        foreach (var (site, stranger) in new[] { (one, other), (other, one), (one, other) })
        {
            foreach (var (prefix, slogan) in new[] { ("", "Khẩu hiệu "), ("/en", "Slogan ") })
            {
                var page = (await site.VisitAsync(prefix + "/tin-tuc/bai-cung-ten")).Insist(HttpStatusCode.OK);
                Assert.Equal(slogan + site.Name, page.Html.QuerySelector(".gp-brand__slogan")?.TextContent);
                Assert.Contains("Số 1 " + site.Name, page.Words, StringComparison.Ordinal);
                Assert.Contains("Thân bài của " + site.Name, page.Words, StringComparison.Ordinal);
                Assert.DoesNotContain(stranger.Name + " ", page.Text, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task What_people_need_first_follows_what_is_published()
    {
        var site = await WithRecipeAsync();
        await VisitTwiceAsync(site, "/thu-tuc");
        Assert.Null((await site.VisitAsync("/thu-tuc")).Html.QuerySelector(".gp-needed"));

        var procedure = new Procedure { Code = "1.001193", Name = "Thủ tục đăng ký khai sinh", Fields = [new("G09-HT02", "Hộ tịch")], Levels = ["xa"] };
        var id = await site.PublishAsync(procedure);
        var with = await site.VisitAsync("/thu-tuc");
        Assert.Null(await site.WithdrawAsync(id, "Bị thay thế"));
        var without = await site.VisitAsync("/thu-tuc");

        Assert.Contains("Hộ tịch", with.Html.QuerySelector(".gp-needed")!.TextContent, StringComparison.Ordinal);
        Assert.Null(without.Html.QuerySelector(".gp-needed"));
    }

    [Fact]
    public async Task A_body_is_seen_as_it_was_corrected_and_is_gone_when_it_was_withdrawn()
    {
        var site = await WithRecipeAsync();
        var id = await site.PublishArticleAsync("Thông báo cúp điện", "<p>Cúp điện lúc 8 giờ.</p>");
        await VisitTwiceAsync(site, "/tin-tuc/thong-bao-cup-dien");

        await site.CorrectAsync(id, new Article { Title = "Thông báo cúp điện", Body = "<p>Cúp điện lúc 9 giờ.</p>" });
        var corrected = await site.VisitAsync("/tin-tuc/thong-bao-cup-dien");
        Assert.Null(await site.WithdrawAsync(id, "Đăng nhầm"));
        var withdrawn = await site.VisitAsync("/tin-tuc/thong-bao-cup-dien");

        Assert.Contains("lúc 9 giờ", corrected.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("lúc 8 giờ", corrected.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Cúp điện lúc", withdrawn.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_preview_shows_its_own_version_and_leaves_nothing_of_it_to_others()
    {
        var site = await WithRecipeAsync();
        var id = await site.PublishArticleAsync("Lịch họp dân", "<p>Họp thứ hai.</p>");
        await VisitTwiceAsync(site, "/tin-tuc/lich-hop-dan");
        Assert.True((await site.SaveAsync(id, new Article { Title = "Lịch họp dân", Body = "<p>Họp thứ ba.</p>" }, (await site.ItemAsync(id)).Revision)).IsSaved);

        var links = Portal.Services.GetRequiredService<PreviewLinks>();
        var preview = (await site.VisitAsync(links.PathOf(links.Offer(site.Tenant, id, 2)))).Insist(HttpStatusCode.OK);
        var everybodys = await site.VisitAsync("/tin-tuc/lich-hop-dan");

        Assert.Contains("Họp thứ ba", preview.Words, StringComparison.Ordinal);
        Assert.Contains("Họp thứ hai", everybodys.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Họp thứ ba", everybodys.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_somebody_with_a_session_was_shown_says_nothing_of_them_to_others()
    {
        var site = await WithRecipeAsync();
        var editor = await site.SignInAsAsync(Role.Publisher);
        var theirs = (await editor.GetAsync(site.Root + "/van-ban")).Insist(HttpStatusCode.OK);
        var everybodys = (await site.VisitAsync("/van-ban")).Insist(HttpStatusCode.OK);

        foreach (var part in new[] { "header", ".gp-footer" })
        {
            Assert.Equal(theirs.Html.QuerySelector($"body > {part}")!.OuterHtml, everybodys.Html.QuerySelector($"body > {part}")!.OuterHtml);
        }
    }

    [Fact]
    public async Task The_head_says_the_day_of_the_agency_after_midnight_too()
    {
        var site = await WithRecipeAsync();
        await VisitTwiceAsync(site, "/tin-tuc");
        var before = (await site.VisitAsync("/tin-tuc")).Html.QuerySelector(".gp-strip__text")!.TextContent;

        Portal.Clock.Advance(TimeSpan.FromDays(1));
        var after = (await site.VisitAsync("/tin-tuc")).Html.QuerySelector(".gp-strip__text")!.TextContent;

        Assert.NotEqual(before, after);
        Assert.StartsWith(GovPortal.Core.Localization.Days.Text(DateOnly.FromDateTime(Portal.Clock.GetUtcNow().AddHours(7).DateTime)), after.Split(", ")[1], StringComparison.Ordinal);
    }

    private static async Task VisitTwiceAsync(TestSite site, string path)
    {
        var first = (await site.VisitAsync(path)).Insist(HttpStatusCode.OK);
        Assert.Equal(first.Text, (await site.VisitAsync(path)).Text);
    }

    private static IEnumerable<string> Texts(Answer page, string selector) => page.Html.QuerySelectorAll(selector).Select(found => found.TextContent);
}
