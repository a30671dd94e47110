using System.IO.Compression;
using System.Net;
using GovPortal.Core.Security;
using GovPortal.News;
using GovPortal.Testing;
using GovPortal.Web.Caching;

namespace GovPortal.Portal.Tests;

/// <summary>
/// Pages are kept as bytes, and nobody can tell except by the time it takes. The portal is these tests' own: opening sites, as others do
/// all the time, changes every page that lists them.
/// </summary>
public abstract class KeepingPagesTests(PortalFixture portal) : PortalTest(portal)
{
    private KeptPages Kept => new(Portal);

    [Fact]
    public async Task A_page_is_the_same_bytes_until_something_it_shows_changes()
    {
        var site = await WithRecipeAsync();
        var kept = await Kept.ForGoodAsync(site.Root + "/tin-tuc");
        var first = (await site.VisitAsync("/tin-tuc")).Insist(HttpStatusCode.OK);
        var second = (await site.VisitAsync("/tin-tuc")).Insist(HttpStatusCode.OK);

        Assert.Same(kept, Kept.Of(site.Root + "/tin-tuc"));
        Assert.Equal(first.Text, second.Text);
        Assert.Equal(first.ETag, second.ETag);
        Assert.Equal(first.Headers["Content-Security-Policy"], second.Headers["Content-Security-Policy"]);

        await site.PublishArticleAsync("Tin vừa đăng lúc này");
        var third = await site.VisitAsync("/tin-tuc");

        Assert.Contains("Tin vừa đăng lúc này", third.Words, StringComparison.Ordinal);
        Assert.NotEqual(first.ETag, third.ETag);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/en/")]
    [InlineData("/tin-tuc")]
    [InlineData("/tin-tuc?chuyen-muc=thong-bao")]
    [InlineData("/tin-tuc/feed.atom")]
    public async Task What_is_published_stands_at_once_wherever_it_belongs(string address)
    {
        var site = await WithRecipeAsync();
        await site.PublishArticleAsync("Tin đã có từ trước");
        (await site.VisitAsync(address)).Insist(HttpStatusCode.OK);

        await site.PublishArticleAsync("Tin mới của buổi sáng");

        Assert.Contains("Tin mới của buổi sáng", (await site.VisitAsync(address)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_correction_changes_its_page_and_a_withdrawal_leaves_only_the_notice()
    {
        var site = await WithRecipeAsync();
        var id = await site.PublishArticleAsync("Thông báo nghỉ lễ", "<p>Nghỉ ba ngày.</p>");
        Assert.Contains("Nghỉ ba ngày", (await site.VisitAsync("/tin-tuc/thong-bao-nghi-le")).Text, StringComparison.Ordinal);

        await site.CorrectAsync(id, new Article { Title = "Thông báo nghỉ lễ", Summary = "Tóm tắt", Body = "<p>Nghỉ bốn ngày.</p>", Category = "thong-bao", CategoryLabel = "Thông báo" });
        Assert.Contains("Nghỉ bốn ngày", (await site.VisitAsync("/tin-tuc/thong-bao-nghi-le")).Text, StringComparison.Ordinal);

        await site.WithdrawAsync(id, "Chưa được duyệt");
        var gone = await site.VisitAsync("/tin-tuc/thong-bao-nghi-le");
        Assert.Contains("Chưa được duyệt", gone.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Nghỉ bốn ngày", gone.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_one_site_publishes_leaves_the_pages_of_another_and_of_other_items_kept()
    {
        var (one, other) = (await WithRecipeAsync(), await WithRecipeAsync());
        await one.PublishArticleAsync("Bài thứ nhất của xã");
        await other.PublishArticleAsync("Bài của xã bên cạnh");
        string[] untouched = [$"{other.Root}/", $"{other.Root}/tin-tuc", $"{other.Root}/tin-tuc/bai-cua-xa-ben-canh", $"{one.Root}/van-ban"];
        var before = new List<CachedPage?>();
        foreach (var address in untouched)
        {
            before.Add(await Kept.ForGoodAsync(address));
        }

        await one.PublishArticleAsync("Bài thứ hai của xã");

        Assert.Equal(before, untouched.Select(address => Kept.Of(address)));
    }

    [Fact]
    public async Task Sites_languages_and_hosts_never_share_a_page()
    {
        var (one, other) = (await WithRecipeAsync(), await WithRecipeAsync());
        await one.PublishArticleAsync("Tin riêng của xã thứ nhất");
        var pages = new List<string>();
        foreach (var address in new[] { $"{one.Root}/tin-tuc", $"{one.Root}/en/tin-tuc", $"{other.Root}/tin-tuc", $"{other.Root}/en/tin-tuc", "/tin-tuc", "/en/tin-tuc" })
        {
            await Portal.NewVisitor().GetAsync(address);
            pages.Add((await Portal.NewVisitor().GetAsync(address)).Insist(HttpStatusCode.OK).Text);
        }

        Assert.Equal(pages.Count, pages.Distinct().Count());
        Assert.Equal([true, true, false, false, false, false], pages.Select(page => page.Contains("Tin riêng của xã thứ nhất", StringComparison.Ordinal)));
        var elsewhere = await Portal.NewVisitor().GetAsync($"{one.Root}/tin-tuc", host: "ten-khac.example.vn");
        Assert.Contains("http://ten-khac.example.vn/", elsewhere.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("ten-khac.example.vn", (await one.VisitAsync("/tin-tuc")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signed_in_people_neither_get_nor_leave_a_kept_page()
    {
        var site = await WithRecipeAsync();
        var editor = await site.SignInAsAsync(Role.Publisher);

        var theirs = (await editor.GetAsync(site.Root + "/tin-tuc")).Insist(HttpStatusCode.OK);
        Assert.Null(theirs.ETag);
        Assert.Null(Kept.Of(site.Root + "/tin-tuc"));

        var everybodys = (await site.VisitAsync("/tin-tuc")).Insist(HttpStatusCode.OK);
        Assert.NotNull(everybodys.ETag);
        Assert.Null((await editor.GetAsync(site.Root + "/tin-tuc")).ETag);
    }

    [Theory]
    [InlineData("/dang-nhap")]
    [InlineData("/tin-tuc/khong-co-bai-nay")]
    [InlineData("/khong-co-trang-nay")]
    [InlineData("/tin-tuc?trang=99")]
    [InlineData("/quan-tri")]
    public async Task Forms_faults_and_redirects_are_made_for_each_visitor(string address)
    {
        var site = await WithRecipeAsync();
        var first = await site.VisitAsync(address);
        var second = await site.VisitAsync(address);

        Assert.Equal(first.Status, second.Status);
        Assert.Null(Kept.Of(site.Root + address));
        Assert.Null(second.ETag);
        if (first.Headers.TryGetValue("Set-Cookie", out var cookie))
        {
            Assert.NotEqual(cookie, second.Headers["Set-Cookie"]);
        }
    }

    [Fact]
    public async Task A_browser_that_has_the_page_is_told_so_and_sent_nothing()
    {
        var site = await WithRecipeAsync();
        var page = await site.VisitAsync("/tin-tuc");

        foreach (var known in new[] { page.ETag!, $"\"khac\", {page.ETag}", "*" })
        {
            var (response, body) = await Kept.AskAsync(site.Root + "/tin-tuc", headers: ("If-None-Match", known));
            Assert.Equal(HttpStatusCode.NotModified, response.StatusCode);
            Assert.Empty(body);
            Assert.Equal(page.ETag, response.Headers.ETag?.ToString());
        }

        var (other, _) = await Kept.AskAsync(site.Root + "/tin-tuc", headers: ("If-None-Match", "\"khac\""));
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("gzip, deflate, br, zstd", "br")]
    [InlineData("gzip, deflate", "gzip")]
    [InlineData("br;q=0, gzip;q=0.5", "gzip")]
    [InlineData("gzip;q=0.9, br;q=0.1", "gzip")]
    [InlineData("identity;q=1, *;q=0", null)]
    [InlineData("zstd, ;;; q=nhieu", null)]
    public async Task Each_browser_gets_the_bytes_packed_as_it_can_unpack_them(string? accepts, string? packed)
    {
        var site = await WithRecipeAsync();
        var plain = (await site.VisitAsync("/")).Insist(HttpStatusCode.OK).Text;

        var (response, body) = await Kept.AskAsync(site.Root + "/", headers: accepts is null ? [] : [("Accept-Encoding", accepts)]);
        var (head, nothing) = await Kept.AskAsync(site.Root + "/", HttpMethod.Head, accepts is null ? [] : [("Accept-Encoding", accepts)]);

        Assert.Equal(packed, response.Content.Headers.ContentEncoding.SingleOrDefault());
        Assert.Contains("Accept-Encoding", response.Headers.Vary);
        Assert.Equal(plain, Unpack(body, packed));
        Assert.Equal(body.Length, head.Content.Headers.ContentLength);
        Assert.Empty(nothing);
    }

    [Fact]
    public async Task What_is_hung_on_an_address_makes_no_page_of_its_own_and_stands_on_none()
    {
        var site = await WithRecipeAsync();
        var page = await site.VisitAsync("/tin-tuc?trang=1&chuyen-muc=thong-bao");

        var marked = await site.VisitAsync("/tin-tuc?trang=1&chuyen-muc=thong-bao&utm_source=zalo&fbclid=%3Cscript%3E");

        Assert.Equal(page.Text, marked.Text);
        Assert.Equal(page.ETag, marked.ETag);
    }

    [Fact]
    public async Task A_site_that_changes_or_closes_shows_it_at_once()
    {
        var site = await WithRecipeAsync();
        (await site.VisitAsync("/tin-tuc")).Insist(HttpStatusCode.OK);
        (await site.VisitAsync("/")).Insist(HttpStatusCode.OK);

        await site.SwitchModulesAsync("Procedures");
        (await site.VisitAsync("/tin-tuc")).Insist(HttpStatusCode.NotFound);

        Assert.Null(await site.Register.DisableAsync(site.Name, CancellationToken.None));
        (await site.VisitAsync("/")).Insist(HttpStatusCode.ServiceUnavailable);
    }

    [Fact]
    public async Task A_search_that_was_asked_before_finds_what_was_published_since()
    {
        var site = await WithRecipeAsync();
        (await site.VisitAsync("/tim-kiem?q=diem+tiem+chung+luu+dong")).Insist(HttpStatusCode.OK);

        await site.PublishArticleAsync("Điểm tiêm chủng lưu động tháng này");

        await Eventually.BecomesTrueAsync("the search page finds it", async () =>
            (await site.VisitAsync("/tim-kiem?q=diem+tiem+chung+luu+dong")).Html.QuerySelectorAll("main a").Any(a => a.TextContent.Contains("Điểm tiêm chủng lưu động", StringComparison.Ordinal)));
    }

    private static string Unpack(byte[] body, string? packed)
    {
        using var bytes = new MemoryStream(body);
        using Stream open = packed switch { "br" => new BrotliStream(bytes, CompressionMode.Decompress), "gzip" => new GZipStream(bytes, CompressionMode.Decompress), _ => bytes };
        using var reader = new StreamReader(open);
        return reader.ReadToEnd();
    }
}

public sealed class KeepingPagesOnSqliteTests(KeepingPagesOnSqliteTests.OwnPortal portal) : KeepingPagesTests(portal), IClassFixture<KeepingPagesOnSqliteTests.OwnPortal>
{
    public sealed class OwnPortal() : PortalFixture(new SqliteDatabase());
}

public sealed class KeepingPagesOnPostgresTests(KeepingPagesOnPostgresTests.OwnPortal portal) : KeepingPagesTests(portal), IClassFixture<KeepingPagesOnPostgresTests.OwnPortal>
{
    public sealed class OwnPortal() : PortalFixture(new PostgresDatabase());
}
