using System.Net;
using System.Xml.Linq;
using GovPortal.Testing;

namespace GovPortal.Portal.Tests;

public abstract class ReadingNewsTests(PortalFixture portal) : PortalTest(portal)
{
    [Fact]
    public async Task An_article_is_read_with_its_marks_and_without_its_scripts()
    {
        var site = await WithRecipeAsync();
        await site.PublishArticleAsync("Đường làng đã được mở rộng", "<p>Ông Nguyễn Đức Đạt cho biết…</p><script>alert(1)</script>");

        var page = (await site.VisitAsync("/tin-tuc/duong-lang-da-duoc-mo-rong")).Insist(HttpStatusCode.OK);

        Assert.Equal("Đường làng đã được mở rộng", page.Heading);
        Assert.Contains("Ông Nguyễn Đức Đạt", page.Text, StringComparison.Ordinal);
        Assert.Equal("text/html", page.MediaType);
        Assert.Equal("vi", page.Html.DocumentElement.GetAttribute("lang"));
    }

    [Fact]
    public async Task The_list_shows_the_newest_first_and_a_page_at_a_time()
    {
        var site = await WithRecipeAsync();
        for (var number = 1; number <= 14; number++)
        {
            await site.PublishArticleAsync($"Tin số {number:00} của xã");
        }

        var first = (await site.VisitAsync("/tin-tuc")).Insist(HttpStatusCode.OK).Text;
        var second = (await site.VisitAsync("/tin-tuc?trang=2")).Insist(HttpStatusCode.OK).Text;

        Assert.True(first.IndexOf("Tin số 14", StringComparison.Ordinal) < first.IndexOf("Tin số 13", StringComparison.Ordinal));
        Assert.DoesNotContain("Tin số 02", first, StringComparison.Ordinal);
        Assert.Contains("Tin số 02", second, StringComparison.Ordinal);
        (await site.VisitAsync("/tin-tuc?trang=3")).Insist(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("trang=0")]
    [InlineData("trang=-1")]
    [InlineData("trang=x")]
    [InlineData("trang=99999999999999")]
    [InlineData("trang=2147483647")]
    public async Task A_page_that_cannot_be_is_not_found(string query)
    {
        var site = await WithRecipeAsync();

        foreach (var list in new[] { "/tin-tuc", "/thu-tuc", "/van-ban", "/tim-kiem" })
        {
            (await site.VisitAsync($"{list}?{query}")).Insist(HttpStatusCode.NotFound);
        }
    }

    [Fact]
    public async Task A_category_lists_its_own()
    {
        var site = await WithRecipeAsync();
        await site.PublishArticleAsync("Thông báo lịch tiếp công dân");
        await site.PublishAsync(new News.Article { Title = "Hội làng mở vào mùng sáu", Body = "<p>…</p>", Category = "van-hoa", CategoryLabel = "Văn hóa" });

        var page = (await site.VisitAsync("/tin-tuc?chuyen-muc=van-hoa")).Insist(HttpStatusCode.OK);

        Assert.Contains("Hội làng mở vào mùng sáu", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Thông báo lịch tiếp công dân", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_feed_is_Atom_with_whole_addresses()
    {
        var site = await WithRecipeAsync();
        await site.PublishArticleAsync("Tin cho người theo dõi & <bạn đọc>");

        var feed = (await site.VisitAsync("/tin-tuc/feed.atom")).Insist(HttpStatusCode.OK);
        var atom = XNamespace.Get("http://www.w3.org/2005/Atom");
        var entry = XDocument.Parse(feed.Text).Root!.Elements(atom + "entry").Single();

        Assert.Equal("application/atom+xml", feed.MediaType);
        Assert.Equal("Tin cho người theo dõi & <bạn đọc>", entry.Element(atom + "title")!.Value);
        Assert.Equal($"{Portal.Address.GetLeftPart(UriPartial.Authority)}{site.Root}/tin-tuc/tin-cho-nguoi-theo-doi-ban-doc", entry.Element(atom + "link")!.Attribute("href")!.Value);
    }

    [Theory]
    [InlineData("/tin-tuc/khong-co-bai-nay")]
    [InlineData("/khong-co-trang-nay")]
    [InlineData("/van-ban/khong-co")]
    [InlineData("/thu-tuc/9.999999")]
    [InlineData("/thu-tuc/khong-phai-ma")]
    [InlineData("/tep/0123456789abcdef/khong-co.pdf")]
    [InlineData("/a/b/c/d")]
    [InlineData("/tin-tuc/%F0%9F%8E%89")]
    public async Task What_is_not_there_is_one_not_found_page_with_search_on_it(string path)
    {
        var site = await WithRecipeAsync();

        var page = (await site.VisitAsync(path)).Insist(HttpStatusCode.NotFound);

        Assert.Equal("Không tìm thấy trang", page.Heading);
        Assert.NotEmpty(page.Html.QuerySelectorAll("form[action$='/tim-kiem'] input[name=q]"));
    }

    [Fact]
    public async Task A_module_that_is_off_has_no_pages_no_feed_no_API()
    {
        var site = await WithRecipeAsync();
        await site.PublishArticleAsync("Bài của trang đã tắt tin tức");
        await site.SwitchModulesAsync("Documents", "Search");

        foreach (var path in new[] { "/tin-tuc", "/tin-tuc/bai-cua-trang-da-tat-tin-tuc", "/tin-tuc/feed.atom", "/thu-tuc" })
        {
            Assert.Equal("Không tìm thấy trang", (await site.VisitAsync(path)).Insist(HttpStatusCode.NotFound).Heading);
        }

        Assert.Equal("application/problem+json", (await site.VisitAsync("/api/v1/articles")).Insist(HttpStatusCode.NotFound).MediaType);
        (await site.VisitAsync("/van-ban")).Insist(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_site_that_is_off_says_so_and_shows_nothing_of_itself()
    {
        var site = await WithRecipeAsync();
        await site.PublishArticleAsync("Bài của trang bị tắt");
        Assert.Null(await site.Register.DisableAsync(site.Name, CancellationToken.None));

        foreach (var path in new[] { "/", "/tin-tuc", "/tin-tuc/bai-cua-trang-bi-tat", "/gioi-thieu", "/api/v1/articles", "/en/tin-tuc" })
        {
            var page = (await site.VisitAsync(path)).Insist(HttpStatusCode.ServiceUnavailable);
            Assert.DoesNotContain("Bài của trang bị tắt", page.Text, StringComparison.Ordinal);
            Assert.Equal(path.StartsWith("/api", StringComparison.Ordinal), page.MediaType == "application/problem+json");
            Assert.Equal("3600", page.Headers["Retry-After"]);
        }

        Assert.DoesNotContain($"\"{site.Name}\"", (await Portal.Portal.VisitAsync("/api/v1/sites")).Insist(HttpStatusCode.OK).Text, StringComparison.Ordinal);
        Assert.Null(await site.Register.EnableAsync(site.Name, CancellationToken.None));
        (await site.VisitAsync("/tin-tuc/bai-cua-trang-bi-tat")).Insist(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("HEAD", HttpStatusCode.OK)]
    [InlineData("OPTIONS", HttpStatusCode.NoContent)]
    [InlineData("TRACE", HttpStatusCode.MethodNotAllowed)]
    [InlineData("POST", HttpStatusCode.MethodNotAllowed)]
    [InlineData("DELETE", HttpStatusCode.MethodNotAllowed)]
    [InlineData("PROPFIND", HttpStatusCode.MethodNotAllowed)]
    public async Task Only_reading_is_answered(string method, HttpStatusCode status)
    {
        var site = await WithRecipeAsync();
        await site.PublishArticleAsync("Bài chỉ để đọc");
        var visitor = Portal.NewVisitor();

        foreach (var path in new[] { "/", "/tin-tuc", "/tin-tuc/bai-chi-de-doc", "/thu-tuc", "/van-ban", "/gioi-thieu", "/lien-he" })
        {
            (await visitor.SendAsync(new HttpMethod(method), site.Root + path)).Insist(status);
        }
    }

    [Fact]
    public async Task The_address_map_for_search_engines_lists_what_is_public()
    {
        var site = await WithRecipeAsync();
        await site.PublishArticleAsync("Bài trong sơ đồ");
        await site.DraftAsync(new News.Article { Title = "Bản nháp ngoài sơ đồ", Body = "<p>…</p>" });

        var index = (await site.VisitAsync("/sitemap.xml")).Insist(HttpStatusCode.OK).Text;
        var part = (await site.VisitAsync("/sitemap.xml?loai=article&phan=1")).Insist(HttpStatusCode.OK).Text;

        Assert.Contains("loai=article", index, StringComparison.Ordinal);
        Assert.Contains($"{site.Root}/tin-tuc/bai-trong-so-do<", part, StringComparison.Ordinal);
        Assert.DoesNotContain("ban-nhap", part, StringComparison.Ordinal);
        Assert.Contains($"Sitemap: {Portal.Address.GetLeftPart(UriPartial.Authority)}{site.Root}/sitemap.xml", (await site.VisitAsync("/robots.txt")).Insist(HttpStatusCode.OK).Text, StringComparison.Ordinal);
        (await site.VisitAsync("/sitemap.xml?loai=khac&phan=1")).Insist(HttpStatusCode.NotFound);
    }
}

public sealed class ReadingNewsOnSqliteTests(SqlitePortal portal) : ReadingNewsTests(portal);

public sealed class ReadingNewsOnPostgresTests(PostgresPortal portal) : ReadingNewsTests(portal);
