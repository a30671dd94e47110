using System.Net;
using AngleSharp.Dom;
using GovPortal.Content;
using GovPortal.Core.Caching;
using GovPortal.Core.Security;
using GovPortal.Core.Tenancy;
using GovPortal.Documents;
using GovPortal.News;
using GovPortal.Publishing.Sites;
using GovPortal.Testing;
using GovPortal.Web.Caching;
using Microsoft.Extensions.DependencyInjection;

namespace GovPortal.Portal.Tests;

/// <summary>Pictures within texts and banners, as readers get them.</summary>
public abstract class PicturesInTextsTests(PortalFixture portal) : PortalTest(portal)
{
    [Fact]
    public async Task Pictures_within_texts_come_in_every_width_as_soon_as_it_is_made()
    {
        var site = await WithRecipeAsync();
        var (_, path) = await UploadAsync(site, "Đình làng.jpg", Samples.Jpeg(1000, 600));
        var text = $"<p>Mở đầu.</p><figure><img src=\"{site.Root}{path}\" alt=\"Đình làng\"><figcaption>Đình làng sau khi tu sửa.</figcaption></figure>";
        await site.PublishAsync(new Article { Title = "Bài có ảnh trong nội dung", Body = text });
        await site.PublishAsync(new LegalDocument { Number = "7/QĐ-UBND", Issuer = "Ủy ban nhân dân xã", Abstract = "Quy chế có ảnh", Text = text });
        await site.PublishAsync(new Page { Title = "Trang có ảnh", Body = text });

        foreach (var page in new[] { "/tin-tuc/bai-co-anh-trong-noi-dung", "/van-ban/7-qd-ubnd", "/trang-co-anh" })
        {
            await Eventually.BecomesTrueAsync($"{page} offers the widths", async () => (await site.VisitAsync(page)).Html.QuerySelector(".gp-prose picture") is not null);
            var picture = (await site.VisitAsync(page)).Insist(HttpStatusCode.OK).Html.QuerySelector(".gp-prose picture")!;
            Assert.Equal(["image/avif", "image/webp"], picture.QuerySelectorAll("source").Select(s => s.GetAttribute("type")));
            Assert.All(picture.QuerySelectorAll("source"), source => Assert.NotEmpty(source.GetAttribute("sizes")!));
            foreach (var offer in picture.QuerySelectorAll("source").SelectMany(s => s.GetAttribute("srcset")!.Split(", ")))
            {
                (await Portal.NewVisitor().GetAsync(offer.Split(' ')[0])).Insist(HttpStatusCode.OK);
            }

            var image = picture.QuerySelector("img")!;
            Assert.Equal(("1000", "600", "lazy", "Đình làng"), (image.GetAttribute("width"), image.GetAttribute("height"), image.GetAttribute("loading"), image.GetAttribute("alt")));
            Assert.Equal("Đình làng sau khi tu sửa.", picture.Closest("figure")!.QuerySelector("figcaption")!.TextContent);
        }
    }

    [Fact]
    public async Task A_text_that_was_imported_shows_the_pictures_of_its_site_whatever_its_address()
    {
        var site = await WithRecipeAsync();
        var (_, path) = await UploadAsync(site, "Cầu mới.jpg", Samples.Jpeg(400, 300));
        await site.PublishAsync(new Article { Title = "Bài nhập về", Body = $"<p><img src=\"{path}\" alt=\"Cầu\"></p><p><img src=\"/tep/0123456789abcdef/khong-co.jpg\" alt=\"Không có\"></p>" });

        var images = (await site.VisitAsync("/tin-tuc/bai-nhap-ve")).Html.QuerySelectorAll(".gp-prose img");

        (await Portal.NewVisitor().GetAsync(images[0].GetAttribute("src")!)).Insist(HttpStatusCode.OK);
        Assert.Equal(("400", "300"), (images[0].GetAttribute("width"), images[0].GetAttribute("height")));
        Assert.Equal("/tep/0123456789abcdef/khong-co.jpg", images[1].GetAttribute("src"));
    }

    [Fact]
    public async Task Files_of_an_imported_text_are_reached_before_anybody_has_looked_at_them()
    {
        var site = await WithRecipeAsync();
        var (picture, table) = (await site.StoreFileAsync("GIF89a", "Sơ đồ.gif", "image/gif"), await site.StoreFileAsync("a;b", "Biểu phí.csv", "text/csv"));
        await site.PublishArticleAsync("Bài có tệp", $"<p><img src=\"{picture}\" alt=\"Sơ đồ\"></p><p><a href=\"{table}#bang-2\">Biểu phí</a> <a href=\"/tep/0123456789abcdef/khac.pdf\">Tệp của cổng</a></p>");

        var text = (await site.VisitAsync("/tin-tuc/bai-co-tep")).Insist(HttpStatusCode.OK).Html.QuerySelector(".gp-prose")!;
        var shown = text.QuerySelector("img")!.GetAttribute("src");
        var links = text.QuerySelectorAll("a").Select(a => a.GetAttribute("href")).ToArray();

        Assert.Equal(site.Root + picture, shown);
        Assert.Equal([site.Root + table + "#bang-2", "/tep/0123456789abcdef/khac.pdf"], links);
        foreach (var address in new[] { shown!, links[0]! })
        {
            (await Portal.NewVisitor().GetAsync(address)).Insist(HttpStatusCode.OK);
        }
    }

    [Fact]
    public async Task Whoever_made_a_picture_is_named_beside_it_as_soon_as_the_library_knows()
    {
        var site = await WithRecipeAsync();
        var (id, path) = await UploadAsync(site, "Lễ hội.jpg", Samples.Jpeg(500, 300));
        var text = $"<p>Mở đầu.</p><figure><img src=\"{site.Root}{path}\" alt=\"Rước kiệu\"><figcaption>Đoàn rước.</figcaption></figure><p><img src=\"{site.Root}{path}\" alt=\"Rước kiệu\"></p>";
        await site.PublishAsync(new Article { Title = "Bài có tác giả ảnh", Body = text, Picture = path, PictureAlt = "Rước kiệu" });
        Assert.Empty((await site.VisitAsync("/tin-tuc/bai-co-tac-gia-anh")).Html.QuerySelectorAll(".gp-credit"));

        var editor = await site.SignInAsAsync(Role.Author);
        (await editor.FillAsync($"{site.Root}/quan-tri/thu-vien/{id}", new Dictionary<string, string> { ["Caption"] = "Khai hội Đền Đô.", ["Credit"] = "Ảnh: Nguyễn Ánh" })).Insist(HttpStatusCode.Redirect);
        var shown = (await site.VisitAsync("/tin-tuc/bai-co-tac-gia-anh")).Html;

        Assert.Equal("Khai hội Đền Đô. Ảnh: Nguyễn Ánh", shown.QuerySelector(".gp-figure figcaption")!.TextContent);
        Assert.Equal("Đoàn rước. Ảnh: Nguyễn Ánh", shown.QuerySelectorAll(".gp-prose figcaption")[1].TextContent);
        Assert.Equal("Ảnh: Nguyễn Ánh", shown.QuerySelector(".gp-prose p > .gp-credit")!.TextContent);
    }

    [Fact]
    public async Task A_video_plays_in_its_place_and_without_a_script_says_that_it_leads_away()
    {
        var site = await WithRecipeAsync();
        await site.PublishArticleAsync("Bài có video", "<p><a class=\"gp-video\" href=\"https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ\">Xem video: Lễ hội</a></p><p><a class=\"gp-video\" href=\"https://truyenhinh.example.vn/1\">Xem video: Thời sự</a></p>");

        var page = await site.VisitAsync("/tin-tuc/bai-co-video");
        var (video, other) = (page.Html.QuerySelectorAll("a.gp-video")[0], page.Html.QuerySelectorAll("a.gp-video")[1]);

        Assert.Equal("Xem video: Lễ hội (mở youtube-nocookie.com trong thẻ mới)", video.TextContent);
        Assert.Equal(("_blank", "noopener"), (video.GetAttribute("target"), video.GetAttribute("rel")));
        Assert.Equal("(phát tại đây, từ youtube-nocookie.com)", video.GetAttribute("data-gp-player"));
        Assert.False(other.HasAttribute("data-gp-player"));
        Assert.EndsWith("frame-src https://www.youtube-nocookie.com https://player.vimeo.com", page.Headers["Content-Security-Policy"], StringComparison.Ordinal);
        Assert.Null(page.Html.QuerySelector("iframe"));
    }

    [Fact]
    public async Task Banners_come_in_every_width_and_one_alone_in_its_own_shape()
    {
        var site = await WithRecipeAsync();
        var (_, path) = await UploadAsync(site, "Biểu ngữ.jpg", Samples.Jpeg(900, 200));
        var structure = Portal.Services.GetRequiredService<SiteStructureOf>()(site.Tenant);
        await structure.ChangeAsync("site.banners", settings => settings.HomeBanners, seen: null, present => present with { HomeBanners = [new HomeBanner(path, "Tuần lễ chuyển đổi số")] }, null, CancellationToken.None);

        await Eventually.BecomesTrueAsync("the banner offers the widths", async () => (await site.VisitAsync("/")).Html.QuerySelector(".gp-banners--one source[type='image/avif']") is not null);
        var image = (await site.VisitAsync("/")).Html.QuerySelector(".gp-banners img")!;
        Assert.Equal(("900", "200", "lazy"), (image.GetAttribute("width"), image.GetAttribute("height"), image.GetAttribute("loading")));
    }

    private static async Task<(long Id, string Path)> UploadAsync(TestSite site, string name, byte[] bytes)
    {
        var taken = (await (await site.SignInAsAsync(Role.Author)).UploadAsync(site, name, bytes)).Insist(HttpStatusCode.Created).Json;
        return (taken.GetProperty("id").GetInt64(), taken.GetProperty("path").GetString()!);
    }
}

public sealed class PicturesInTextsOnSqliteTests(SqlitePortal portal) : PicturesInTextsTests(portal)
{
    [Fact]
    public async Task What_else_changes_while_a_page_asks_for_its_pictures_takes_none_of_them_off_it()
    {
        await using var own = new SqlitePortal();
        using var queries = new QueryWatch(own);
        var site = await own.WithRecipeAsync("commune");
        var path = (await (await site.SignInAsAsync(Role.Author)).UploadAsync(site, "anh.jpg", Samples.Jpeg(400, 300))).Insist(HttpStatusCode.Created).Json.GetProperty("path").GetString()!;
        await site.PublishArticleAsync("Bài giữa lúc bận", $"<p><img src=\"{path}\" alt=\"Ảnh\"></p>");

        queries.Asked = _ => own.Services.GetRequiredService<PageCache>().Evict(PageTag.Sites);
        var image = (await site.VisitAsync("/tin-tuc/bai-giua-luc-ban")).Insist(HttpStatusCode.OK).Html.QuerySelector(".gp-prose img")!;

        Assert.Equal(site.Root + path, image.GetAttribute("src"));
        Assert.Equal("400", image.GetAttribute("width"));
    }

    [Fact]
    public async Task All_pictures_of_a_page_cost_one_question_and_later_none()
    {
        await using var own = new UncachedPortal();
        using var queries = new QueryWatch(own);
        var site = await own.WithRecipeAsync("department");
        var editor = await site.SignInAsAsync(Role.Author);
        var paths = new List<string>();
        for (var n = 0; n < 5; n++)
        {
            paths.Add((await editor.UploadAsync(site, $"anh-{n}.jpg", Samples.Jpeg(400 + n, 300))).Insist(HttpStatusCode.Created).Json.GetProperty("path").GetString()!);
        }

        await site.PublishArticleAsync("Bài không ảnh");
        await site.PublishArticleAsync("Bài năm ảnh", string.Concat(paths.Select(path => $"<p><img src=\"{site.Root}{path}\" alt=\"Ảnh\"></p>")));
        async Task<int> AskedForAsync(string page)
        {
            var before = queries.Count;
            (await site.VisitAsync(page)).Insist(HttpStatusCode.OK);
            return queries.Count - before;
        }

        await AskedForAsync("/tin-tuc/bai-khong-anh");
        var plain = await AskedForAsync("/tin-tuc/bai-khong-anh");
        await Eventually.BecomesTrueAsync("the pictures are made", async () => (await site.VisitAsync("/tin-tuc/bai-nam-anh")).Html.QuerySelectorAll("picture").Length == 5);

        Assert.Equal(plain, await AskedForAsync("/tin-tuc/bai-nam-anh"));
    }
}

public sealed class PicturesInTextsOnPostgresTests(PostgresPortal portal) : PicturesInTextsTests(portal);
