using System.Net;
using GovPortal.Core.Security;
using GovPortal.Testing;

[assembly: AssemblyFixture(typeof(SqlitePortal))]
[assembly: AssemblyFixture(typeof(PostgresPortal))]

namespace GovPortal.Galleries.Tests;

/// <summary>Albums over HTTP.</summary>
public abstract class AlbumPagesTests(PortalFixture portal) : PortalTest(portal)
{
    private const string Title = "Lễ hội đường Đặng Thùy Trâm";

    [Fact]
    public async Task An_album_shows_its_pictures_and_each_on_a_page_of_its_own()
    {
        var site = await WithRecipeAsync();
        var album = new Album { Title = Title, TakenOn = new DateOnly(2026, 2, 28), Pictures = [await PictureAsync(site, "Đám rước", "Rước kiệu"), await PictureAsync(site, "Ông đồ", null)] };
        var slug = (await site.ItemAsync(await site.PublishAsync(album))).Slug;

        var list = (await site.VisitAsync("/thu-vien-anh")).Insist(HttpStatusCode.OK);
        Assert.Contains(Title, list.Words, StringComparison.Ordinal);
        Assert.Contains("2 ảnh", list.Words, StringComparison.Ordinal);

        var whole = (await site.VisitAsync("/thu-vien-anh/" + slug)).Insist(HttpStatusCode.OK);
        Assert.Equal(["Đám rước", "Ông đồ"], whole.Html.QuerySelectorAll("main .gp-album img").Select(image => image.GetAttribute("alt")));
        Assert.Equal("Rước kiệu", whole.Html.QuerySelector("main figcaption")!.TextContent.Trim());

        var second = (await Portal.NewVisitor().GetAsync(whole.Html.QuerySelectorAll("main .gp-album a").Last().GetAttribute("href")!)).Insist(HttpStatusCode.OK);
        Assert.Equal("Ông đồ", second.Html.QuerySelector("main figure img")!.GetAttribute("alt"));
        Assert.NotNull(second.Html.QuerySelector("main a[rel=prev]"));
        Assert.Null(second.Html.QuerySelector("main a[rel=next]"));
        foreach (var number in new[] { "0", "3", "-1", "hai" })
        {
            (await site.VisitAsync($"/thu-vien-anh/{slug}?anh={number}")).Insist(HttpStatusCode.NotFound);
        }

        await site.IsFoundAsync("ruoc kieu", Title);
    }

    [Fact]
    public async Task An_album_without_words_for_a_picture_stays_a_draft()
    {
        var site = await WithRecipeAsync();
        var picture = await PictureAsync(site, "Đám rước", null);
        var publisher = await site.SignInAsAsync(Role.Publisher);
        var address = $"{site.Root}/quan-tri/thu-vien-anh/moi";
        Dictionary<string, string> fields = new() { ["Title"] = Title, ["Pictures[0].Path"] = "https://noi-khac.example.vn/anh.jpg" };

        Assert.Contains("không phải ảnh trong thư viện", (await publisher.FillAsync(address, fields, button: "form.gp-editor > button")).Insist(HttpStatusCode.OK).Words, StringComparison.Ordinal);
        fields["Pictures[0].Path"] = picture.Path;
        Assert.Contains("chưa có mô tả", (await publisher.FillAsync(address, fields, button: "[formaction*=Publish]")).Insist(HttpStatusCode.OK).Words, StringComparison.Ordinal);
        Assert.DoesNotContain(Title, (await site.VisitAsync("/thu-vien-anh")).Words, StringComparison.Ordinal);

        fields["Pictures[0].Alt"] = "Đám rước";
        (await publisher.FillAsync(address, fields, button: "[formaction*=Publish]")).Insist(HttpStatusCode.Redirect);
        Assert.Contains(Title, (await site.VisitAsync("/thu-vien-anh")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Drafts_and_withdrawn_albums_are_nowhere()
    {
        var site = await WithRecipeAsync();
        var picture = await PictureAsync(site, "Đám rước", null);
        await site.DraftAsync(new Album { Title = "Còn là bản nháp", Pictures = [picture] });
        Assert.Null(await site.WithdrawAsync(await site.PublishAsync(new Album { Title = Title, Pictures = [picture] }), "Có người không muốn đăng ảnh."));

        foreach (var path in new[] { "/thu-vien-anh", "/api/v1/galleries" })
        {
            var answer = (await site.VisitAsync(path)).Insist(HttpStatusCode.OK);
            Assert.DoesNotContain("Còn là bản nháp", answer.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("Thùy Trâm", answer.Text, StringComparison.Ordinal);
        }
    }

    private static async Task<AlbumPicture> PictureAsync(TestSite site, string alt, string? caption)
    {
        var path = await site.StoreFileAsync(Guid.NewGuid().ToString(), "anh.svg", "image/svg+xml");
        return new AlbumPicture(path, alt, caption, null);
    }
}

public sealed class AlbumPagesOnSqliteTests(SqlitePortal portal) : AlbumPagesTests(portal);

public sealed class AlbumPagesOnPostgresTests(PostgresPortal portal) : AlbumPagesTests(portal);
