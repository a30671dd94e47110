using System.Net;
using System.Xml.Linq;
using GovPortal.Testing;

namespace GovPortal.Portal.Tests;

/// <summary>What crawlers, browsers and those who share a page are told.</summary>
public sealed class CrawlersTests(SqlitePortal portal) : PortalTest(portal)
{
    [Theory]
    [InlineData("/tin-tuc", "", "chuyen-muc=thong-bao")]
    [InlineData("/thu-tuc", "q=khai+sinh", "q=khai+sinh")]
    [InlineData("/van-ban", "loai=quyet-dinh", "loai=quyet-dinh")]
    [InlineData("/tim-kiem", "q=khai+sinh", "q=khai+sinh")]
    public async Task A_page_behind_the_last_keeps_the_question_and_leads_back(string path, string question, string kept)
    {
        var site = await WithRecipeAsync();
        await site.PublishArticleAsync("Bài của danh sách ngắn");

        foreach (var number in new[] { "77", "99999" })
        {
            var page = (await site.VisitAsync($"{path}?{(question.Length > 0 ? question : kept)}&trang={number}")).Insist(HttpStatusCode.NotFound);
            var back = page.Html.QuerySelector("[data-back]")!.GetAttribute("href")!;

            Assert.Equal("Danh sách không có trang này", page.Heading);
            Assert.Contains(kept.Replace("+", "%20", StringComparison.Ordinal), back.Replace("+", "%20", StringComparison.Ordinal), StringComparison.Ordinal);
            (await Portal.NewVisitor().GetAsync(back)).Insist(HttpStatusCode.OK);
        }
    }

    [Fact]
    public async Task Each_page_of_a_list_has_a_title_and_an_address_of_its_own()
    {
        var site = await WithRecipeAsync();
        foreach (var number in Enumerable.Range(1, 21))
        {
            await site.PublishArticleAsync($"Bài thứ {number} của danh sách dài");
        }

        var (first, second) = ((await site.VisitAsync("/tin-tuc")).Html, (await site.VisitAsync("/tin-tuc?trang=2")).Insist(HttpStatusCode.OK).Html);
        var item = (await site.VisitAsync("/tin-tuc/bai-thu-1-cua-danh-sach-dai?trang=2")).Insist(HttpStatusCode.OK).Html;

        Assert.Equal(first.Title!.Replace(" – ", " – trang 2 – ", StringComparison.Ordinal), second.Title);
        Assert.EndsWith("– trang 2", second.QuerySelector("meta[property='og:title']")!.GetAttribute("content"), StringComparison.Ordinal);
        Assert.EndsWith("/tin-tuc?trang=2", second.QuerySelector("link[rel=canonical]")!.GetAttribute("href"), StringComparison.Ordinal);
        Assert.EndsWith("/tin-tuc", first.QuerySelector("link[rel=canonical]")!.GetAttribute("href"), StringComparison.Ordinal);
        Assert.DoesNotContain("trang 2", item.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Narrowed_lists_and_notices_of_withdrawal_are_not_indexed()
    {
        var site = await WithRecipeAsync();
        var id = await site.PublishArticleAsync("Bài sẽ gỡ khỏi chỉ mục");

        Assert.Null(await RobotsAsync(site, "/thu-tuc"));
        Assert.Null(await RobotsAsync(site, "/tin-tuc/bai-se-go-khoi-chi-muc"));
        Assert.Equal("noindex, follow", await RobotsAsync(site, "/thu-tuc?linh-vuc=ho-tich"));
        Assert.Equal("noindex, follow", await RobotsAsync(site, "/van-ban?nam=2026"));
        await site.WithdrawAsync(id, "Hết hạn");
        Assert.Equal("noindex", await RobotsAsync(site, "/tin-tuc/bai-se-go-khoi-chi-muc"));
    }

    [Fact]
    public async Task Home_and_lists_stand_in_the_sitemap_and_robots_of_the_host_speak_for_all_sites()
    {
        var site = await WithRecipeAsync();

        var index = (await site.VisitAsync("/sitemap.xml")).Insist(HttpStatusCode.OK).Text;
        var lists = (await site.VisitAsync("/sitemap.xml?loai=danh-sach")).Insist(HttpStatusCode.OK).Text;
        var robots = (await Portal.Portal.VisitAsync("/robots.txt")).Insist(HttpStatusCode.OK).Text;

        Assert.Contains("loai=danh-sach<", index, StringComparison.Ordinal);
        foreach (var path in new[] { "/", "/tin-tuc", "/thu-tuc", "/van-ban" })
        {
            Assert.Contains($"{site.Root}{path}<", lists, StringComparison.Ordinal);
        }

        Assert.Contains("Disallow: /*/quan-tri\n", robots, StringComparison.Ordinal);
        Assert.Contains($"{site.Root}/sitemap.xml\n", robots, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_index_of_the_host_names_the_parts_of_every_site_and_no_other_index()
    {
        var site = await WithRecipeAsync();
        await site.PublishArticleAsync("Bài trong sơ đồ của cổng");

        var parts = XDocument.Parse((await Portal.Portal.VisitAsync("/sitemap.xml")).Insist(HttpStatusCode.OK).Text).Descendants().Where(element => element.Name.LocalName == "loc").Select(element => new Uri(element.Value)).ToArray();
        var own = parts.Where(part => part.AbsolutePath == $"{site.Root}/sitemap.xml").ToArray();

        Assert.Contains(own, part => part.Query == "?loai=danh-sach");
        Assert.Contains(own, part => part.Query == "?loai=article&phan=1");
        var written = new List<string>();
        foreach (var part in own)
        {
            written.Add((await Portal.NewVisitor().GetAsync(part.PathAndQuery)).Insist(HttpStatusCode.OK).Text);
            Assert.Equal("urlset", XDocument.Parse(written[^1]).Root!.Name.LocalName);
        }

        Assert.Contains(written, text => text.Contains("/tin-tuc/bai-trong-so-do-cua-cong<", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_icon_and_a_manifest_are_there_for_those_who_ask()
    {
        var site = await WithRecipeAsync();

        Assert.Equal("image/x-icon", (await Portal.NewVisitor().GetAsync("/favicon.ico")).Insist(HttpStatusCode.OK).MediaType);
        var home = await site.VisitAsync("/");
        Assert.Equal("summary_large_image", home.Html.QuerySelector("meta[name='twitter:card']")!.GetAttribute("content"));
        var manifest = (await Portal.NewVisitor().GetAsync(home.Html.QuerySelector("link[rel=manifest]")!.GetAttribute("href")!)).Insist(HttpStatusCode.OK);
        Assert.Equal("application/manifest+json", manifest.MediaType);
        Assert.Equal(site.Root + "/", manifest.Json.GetProperty("start_url").GetString());
        foreach (var icon in manifest.Json.GetProperty("icons").EnumerateArray())
        {
            (await Portal.NewVisitor().GetAsync(icon.GetProperty("src").GetString()!)).Insist(HttpStatusCode.OK);
        }
    }

    private static async Task<string?> RobotsAsync(TestSite site, string path) =>
        (await site.VisitAsync(path)).Html.QuerySelector("meta[name=robots]")?.GetAttribute("content");
}
