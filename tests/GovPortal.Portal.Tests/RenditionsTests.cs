using System.Net;
using GovPortal.Core.Security;
using GovPortal.News;
using GovPortal.Publishing.Files;
using GovPortal.Storage;
using GovPortal.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NetVips;

namespace GovPortal.Portal.Tests;

/// <summary>Pictures as readers get them.</summary>
public abstract class RenditionsTests(PortalFixture portal) : PortalTest(portal)
{
    [Fact]
    public async Task A_photo_of_a_phone_stands_upright_and_tells_nothing_of_whoever_took_it()
    {
        var site = await WithRecipeAsync();
        var editor = await site.SignInAsAsync(Role.Author);

        var taken = (await editor.UploadAsync(site, "dien-thoai.jpg", Samples.PhoneJpeg(800, 600))).Insist(HttpStatusCode.Created).Json;
        await site.ShowAsync(taken.GetProperty("path").GetString()!);
        using var http = new HttpClient();
        var bytes = await http.GetByteArrayAsync(new Uri(Portal.Address, taken.GetProperty("url").GetString()!));
        using var picture = Image.NewFromBuffer(bytes);

        Assert.Equal((600, 800), (taken.GetProperty("width").GetInt32(), taken.GetProperty("height").GetInt32()));
        Assert.Equal((600, 800), (picture.Width, picture.Height));
        Assert.DoesNotContain(picture.GetFields(), field => field.StartsWith("exif", StringComparison.Ordinal));
        Assert.False(bytes.AsSpan().IndexOf("MayAnhCuaToi"u8) >= 0, "the maker of the camera is still told");

        // What lay on the left stands on top.
        Assert.True(picture[300, 50][0] > 150 && picture[300, 750][2] > 150, "the picture was turned the wrong way");
    }

    [Fact]
    public async Task Pages_offer_every_width_as_soon_as_it_is_made_and_none_larger_than_the_picture()
    {
        var site = await WithRecipeAsync();
        var path = await StoreAsync(site, "cong-lang.jpg", Samples.Jpeg(1000, 600));
        await site.PublishAsync(new Article { Title = "Bài có ảnh lớn", Body = "<p>…</p>", Picture = path, PictureAlt = "Cổng làng" });

        foreach (var page in new[] { "/tin-tuc/bai-co-anh-lon", "/tin-tuc", "/" })
        {
            await Eventually.BecomesTrueAsync($"{page} offers the widths", async () => (await site.VisitAsync(page)).Html.QuerySelector("picture source[type='image/avif']") is not null);
            var shown = (await site.VisitAsync(page)).Html.QuerySelector("picture")!;
            var offers = shown.QuerySelectorAll("source").SelectMany(s => s.GetAttribute("srcset")!.Split(", ")).ToArray();
            Assert.Equal(["320w", "640w", "960w", "1000w", "320w", "640w", "960w", "1000w"], offers.Select(o => o.Split(' ')[1]));
            Assert.Equal("Cổng làng", shown.QuerySelector("img")!.GetAttribute("alt"));
            Assert.NotNull(shown.QuerySelector("img")!.GetAttribute("width"));
            foreach (var offer in offers)
            {
                var answer = (await Portal.NewVisitor().GetAsync(offer.Split(' ')[0])).Insist(HttpStatusCode.OK);
                Assert.Equal(offer.Contains(".avif", StringComparison.Ordinal) ? "image/avif" : "image/webp", answer.MediaType);
                Assert.Contains("immutable", answer.Headers["Cache-Control"], StringComparison.Ordinal);
            }
        }

        (await site.VisitAsync($"{Folder(path)}/1920/cong-lang.webp")).Insist(HttpStatusCode.NotFound);
        (await site.VisitAsync($"{Folder(path)}/333/cong-lang.webp")).Insist(HttpStatusCode.NotFound);
        (await site.VisitAsync($"{Folder(path)}/320/khac.webp")).Insist(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_kept_page_shows_the_focal_point_as_soon_as_it_is_chosen()
    {
        var site = await WithRecipeAsync();
        var editor = await site.SignInAsAsync(Role.Author);
        var taken = (await editor.UploadAsync(site, "tap-the.jpg", Samples.Jpeg(700, 500))).Insist(HttpStatusCode.Created).Json;
        await site.PublishAsync(new Article { Title = "Bài có điểm chính", Body = "<p>…</p>", Picture = taken.GetProperty("path").GetString() });
        await Eventually.BecomesTrueAsync("the page offers the widths", async () => (await site.VisitAsync("/tin-tuc")).Html.QuerySelector("picture") is not null);

        (await editor.FillAsync($"{site.Root}/quan-tri/thu-vien/{taken.GetProperty("id").GetInt64()}", new Dictionary<string, string> { ["FocusX"] = "22", ["FocusY"] = "87" })).Insist(HttpStatusCode.Redirect);

        Assert.NotNull((await site.VisitAsync("/tin-tuc")).Html.QuerySelector("picture img.gp-focus-x-20.gp-focus-y-90"));
    }

    [Fact]
    public async Task Work_that_another_process_left_behind_is_taken_up()
    {
        var site = await WithRecipeAsync();
        var path = await StoreAsync(site, "bo-do.png", Samples.Png(360, 200));
        await Eventually.BecomesTrueAsync("the picture is rendered", async () => (await RowAsync(site)).Renditions is "320 360");
        await using (var db = Db(site))
        {
            await db.Files.ExecuteUpdateAsync(s => s.SetProperty(f => f.Renditions, (string?)null));
            db.FileWorks.Add(new FileWork { TenantId = site.Tenant.Id, FileId = (await RowAsync(site)).Id, Task = FileTask.Render, DueAt = Portal.Clock.GetUtcNow() });
            await db.SaveChangesAsync();
        }

        await Eventually.BecomesTrueAsync("the picture is rendered again", async () => (await RowAsync(site)).Renditions is "320 360");
        await site.ShowAsync(path);
        (await site.VisitAsync($"{Folder(path)}/360/bo-do.avif")).Insist(HttpStatusCode.OK);
    }

    private PortalDb Db(TestSite site) => Portal.Services.GetRequiredService<PortalDbFactory>().OpenFor(site.Tenant);

    private async Task<StoredFile> RowAsync(TestSite site)
    {
        await using var db = Db(site);
        return await db.Files.AsNoTracking().SingleAsync(f => f.Name == "bo-do.png");
    }

    private static async Task<string> StoreAsync(TestSite site, string name, byte[] bytes) =>
        (await (await site.SignInAsAsync(Role.Author)).UploadAsync(site, name, bytes)).Insist(HttpStatusCode.Created).Json.GetProperty("path").GetString()!;

    private static string Folder(string path) => path[..path.LastIndexOf('/')];
}

public sealed class RenditionsOnSqliteTests(SqlitePortal portal) : RenditionsTests(portal);

public sealed class RenditionsOnPostgresTests(PostgresPortal portal) : RenditionsTests(portal);
