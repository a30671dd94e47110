using System.Net;
using System.Text.Json;
using GovPortal.Procedures;
using GovPortal.Publishing.Web;
using GovPortal.Testing;
using GovPortal.Web.Pages;
using NetVips;

namespace GovPortal.Portal.Tests;

/// <summary>What stands where a page is shared: a picture of its title, and what machines read of the agency.</summary>
public sealed class SharingTests(SqlitePortal portal) : PortalTest(portal)
{
    [Fact]
    public async Task Every_page_has_a_picture_for_shares()
    {
        var site = await WithRecipeAsync();
        await site.PublishArticleAsync("Bài được chia sẻ & nhiều <dấu>: ẵ, ữ, ợ");
        await site.PublishAsync(new Procedure { Code = "1.001193", Name = string.Join(' ', Enumerable.Repeat("Đăng ký khai sinh lưu động tại nhà", 12)) });

        foreach (var path in new[] { "/", "/tin-tuc", "/tin-tuc/bai-duoc-chia-se-nhieu-dau-a-u-o", "/thu-tuc/1.001193" })
        {
            var page = (await site.VisitAsync(path)).Insist(HttpStatusCode.OK);
            var address = new Uri(page.Html.QuerySelector("meta[property='og:image']")!.GetAttribute("content")!);
            Assert.Equal("summary_large_image", page.Html.QuerySelector("meta[name='twitter:card']")!.GetAttribute("content"));
            if (page.Html.QuerySelector("meta[property='og:image:width']") is null)
            {
                // The site's own picture.
                continue;
            }

            using var picture = Image.NewFromBuffer(await Portal.NewVisitor().GetBytesAsync(address.AbsolutePath));
            Assert.Equal((1200, 630), (picture.Width, picture.Height));
            // Letters stand on the ground: it is not of one colour.
            Assert.True(picture.Deviate() > 5, path);
        }
    }

    [Fact]
    public async Task Only_what_is_public_is_painted()
    {
        var (site, other) = (await WithRecipeAsync(), await WithRecipeAsync());
        var id = await site.PublishArticleAsync("Bài sẽ gỡ có ảnh chia sẻ");
        await site.DraftAsync(new Procedure { Code = "1.001194", Name = "Bản nháp" });
        var path = "/anh-chia-se/tin-tuc/bai-se-go-co-anh-chia-se.png";

        (await site.VisitAsync(path)).Insist(HttpStatusCode.OK);
        (await other.VisitAsync(path)).Insist(HttpStatusCode.NotFound);
        (await site.VisitAsync("/anh-chia-se/thu-tuc/1.001194.png")).Insist(HttpStatusCode.NotFound);
        (await site.VisitAsync("/anh-chia-se/khong/co/gi.png")).Insist(HttpStatusCode.NotFound);
        await site.WithdrawAsync(id, "Hết hạn");
        (await site.VisitAsync(path)).Insist(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_picture_is_painted_once()
    {
        var site = await WithRecipeAsync();
        await site.PublishArticleAsync("Bài vẽ một lần");
        var first = (await site.VisitAsync("/anh-chia-se/tin-tuc/bai-ve-mot-lan.png")).Insist(HttpStatusCode.OK);
        var files = Directory.GetFiles(Path.Combine(Portal.DataPath, "share-cards")).Length;

        (await Portal.NewVisitor().GetAsync(site.Root + "/anh-chia-se/tin-tuc/bai-ve-mot-lan.png", ifNoneMatch: first.ETag)).Insist(HttpStatusCode.NotModified);
        Assert.Equal(files, Directory.GetFiles(Path.Combine(Portal.DataPath, "share-cards")).Length);
    }

    [Theory]
    [InlineData("Quảng trường 3/2, phường Bắc Giang, tỉnh Bắc Ninh", "Quảng trường 3/2", "phường Bắc Giang", "tỉnh Bắc Ninh")]
    [InlineData("Số 1 Xã Đàn, phường Kim Liên, thành phố Hà Nội", "Số 1 Xã Đàn", "phường Kim Liên", "thành phố Hà Nội")]
    [InlineData("Thôn Đoài", "Thôn Đoài", null, null)]
    public void An_address_is_told_in_its_parts(string written, string street, string? locality, string? region)
    {
        var address = AgencyData.AddressOf(written)!;

        Assert.Equal((street, locality, region, "VN"), ((string?)address["streetAddress"], (string?)address["addressLocality"], (string?)address["addressRegion"], (string?)address["addressCountry"]));
    }

    [Fact]
    public async Task Machines_read_the_agency_and_the_service()
    {
        var site = await WithRecipeAsync();
        Assert.Empty(await site.Register.SetAsync(site.Name, settings => settings with { Address = "Thôn Đoài, xã Đường Lâm, tỉnh Bắc Ninh", Phone = "0222 000 222" }, CancellationToken.None));
        await site.PublishAsync(new Procedure { Code = "1.001193", Name = "Đăng ký khai sinh", Methods = [new Method("DIRECT", 1, "WORKING_DAY", null)] });

        var agency = Data(await site.VisitAsync("/"), "GovernmentOrganization");
        var service = Data(await site.VisitAsync("/thu-tuc/1.001193"), "GovernmentService");
        Assert.Equal("xã Đường Lâm", agency.GetProperty("address").GetProperty("addressLocality").GetString());
        Assert.Equal("07:30", Data(await site.VisitAsync("/lien-he"), "GovernmentOrganization").GetProperty("location").GetProperty("openingHoursSpecification")[0].GetProperty("opens").GetString());
        Assert.Equal(agency.GetProperty("@id").GetString(), service.GetProperty("provider").GetProperty("@id").GetString());
        Assert.Equal("0222 000 222", service.GetProperty("availableChannel")[1].GetProperty("servicePhone").GetProperty("telephone").GetString());
        Assert.Single((await site.VisitAsync("/thu-tuc/1.001193")).Html.QuerySelectorAll("script[type='application/ld+json']"), script => script.TextContent.Contains("BreadcrumbList", StringComparison.Ordinal));
    }

    [Fact]
    public void A_qr_code_is_a_path_of_dark_dots()
    {
        var code = QrDrawing.Of("https://bacninh.example.vn/thu-tuc/1.001193");

        Assert.InRange(code.Size, 21, 60);
        Assert.Matches("^(M\\d+ \\d+h\\d+v1h-\\d+)+$", code.Path);
        Assert.InRange(code.Path.Length, 500, 8_000);
    }

    private static JsonElement Data(Answer page, string type) =>
        page.Html.QuerySelectorAll("script[type='application/ld+json']").Select(script => JsonDocument.Parse(script.TextContent).RootElement).Single(thing => thing.GetProperty("@type").GetString() == type);
}
