using System.Net;
using System.Net.Http.Json;
using GovPortal.Core.Security;
using GovPortal.News;
using GovPortal.Testing;

namespace GovPortal.Portal.Tests;

/// <summary>What the checker beside a text, and the form of the menu, know of links and pictures of the portal itself.</summary>
public abstract class CheckingLinksTests(PortalFixture portal) : PortalTest(portal)
{
    private const string New = "/quan-tri/tin-tuc/moi";

    [Fact]
    public async Task The_checker_knows_which_own_links_lead_nowhere()
    {
        var site = await WithRecipeAsync();
        var author = await site.SignInAsAsync(Role.Author);
        var (live, draft) = (await site.ItemAsync(await site.PublishArticleAsync("Bài có thật")), await site.ItemAsync(await site.DraftAsync(new Article { Title = "Bài nháp", Body = "<p>…</p>" })));
        string[] links = [$"/tin-tuc/{live.Slug}", $"/tin-tuc/{draft.Slug}", "/tin-tuc/khong-co", "/tin-tuc", "/tep/0123456789abcdef/a.pdf", "/lien-he", "/khong-co-trang-nay", "/mot/hai/ba/bon", "/khong-co/bai", "/api/v1/search"];

        Assert.Equal("1 2 4 6 7 8", await FoundAsync(author, site, "trên cổng", [.. links.Select(link => site.Root + link)]));
    }

    [Fact]
    public async Task Whole_addresses_and_those_of_other_sites_are_looked_at_too_and_addresses_elsewhere_are_not()
    {
        var (site, other) = (await WithRecipeAsync(), await WithRecipeAsync());
        var author = await site.SignInAsAsync(Role.Author);
        var (own, theirs) = (await site.ItemAsync(await site.PublishArticleAsync("Bài của mình")), await other.ItemAsync(await other.PublishArticleAsync("Bài của bạn")));
        var here = Portal.Address.ToString().TrimEnd('/');
        string[] links =
        [
            $"{here}{site.Root}/tin-tuc/{own.Slug}", $"{here}{site.Root}/tin-tuc/khong-co", $"{other.Root}/tin-tuc/{theirs.Slug}", $"{other.Root}/tin-tuc/{own.Slug}", $"{here}{other.Root}/en/tin-tuc/khong-co",
            "/tin-tuc/khong-co-tren-cong", $"{here}/tin-tuc", "https://vi-du.vn/tin-tuc/khong-co", "mailto:a@vi-du.vn", "#muc-1", $"{site.Root}/en/tin-tuc/{own.Slug}",
        ];

        Assert.Equal("1 3 4 5", await FoundAsync(author, site, "trên cổng", links));
        Assert.Equal("0 1 2", await FoundAsync(author, site, "thiếu phần đầu", ["tin-tuc/bai", "../tin-tuc", "www.vi-du.vn", "/tin-tuc", "https://vi-du.vn", "?trang=2", "tel:0222"]));
    }

    [Fact]
    public async Task The_checker_remarks_on_pictures_that_readers_cannot_see()
    {
        var site = await WithRecipeAsync();
        var author = await site.SignInAsAsync(Role.Author);
        var path = (await author.UploadAsync(site, "Có thật.jpg", Samples.Jpeg(400, 303))).Insist(HttpStatusCode.Created).Json.GetProperty("path").GetString()!;
        string[] pictures = [site.Root + path, $"{site.Root}/tep/0123456789abcdef/mat.jpg", "https://bao.vn/a.jpg", "x"];

        Assert.Equal("1 2 3", await RemarksAsync(author, site, "không xem được ảnh này", string.Concat(pictures.Select(source => $"<p><img src=\"{source}\" alt=\"Ảnh\"></p>"))));
    }

    [Fact]
    public async Task A_menu_takes_no_address_of_the_site_that_is_not_there()
    {
        var site = await WithRecipeAsync();
        var administrator = await site.SignInAsAsync(Role.SiteAdministrator);
        const string Menu = "/quan-tri/trinh-don";
        var page = await administrator.GetAsync(site.Root + Menu);
        Dictionary<string, string> With(string url) => RowForm.Fields(page, new() { ["Rows[0].Label"] = "Mục mới", ["Rows[0].Target"] = "khac", ["Rows[0].Url"] = url });

        var refused = (await administrator.PostAsync(site.Root + Menu, With("/khong-co-trang-nay"))).Insist(HttpStatusCode.OK);
        (await administrator.PostAsync(site.Root + Menu, With("https://vi-du.vn/khong-biet"))).Insist(HttpStatusCode.Redirect);

        Assert.Contains("Mục số 1: địa chỉ này không có trên trang", refused.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_report_names_live_items_that_lead_nowhere_on_the_portal_until_something_is_there()
    {
        var site = await WithRecipeAsync();
        var publisher = await site.SignInAsAsync(Role.Publisher);
        await site.PublishArticleAsync("Bài dẫn nội bộ", $"<p><a href=\"{site.Root}/tin-tuc\">Tin tức</a> và <a href=\"{site.Root}/tin-tuc/bai-sap-dang#muc-2\">bài sắp đăng</a></p>");
        var report = $"{site.Root}/quan-tri/lien-ket-hong";

        var before = (await publisher.GetAsync(report)).Insist(HttpStatusCode.OK);
        await site.PublishArticleAsync("Bài sắp đăng");

        Assert.Equal([$"{site.Root}/tin-tuc/bai-sap-dang"], before.Html.QuerySelectorAll(".gp-lines").Select(line => line.TextContent));
        Assert.Contains("Bài dẫn nội bộ", before.Words, StringComparison.Ordinal);
        Assert.Empty((await publisher.GetAsync(report)).Html.QuerySelectorAll(".gp-lines"));
    }

    private static Task<string> FoundAsync(Visitor author, TestSite site, string sentence, string[] links) =>
        RemarksAsync(author, site, sentence, string.Concat(links.Select(link => $"<p><a href=\"{link}\">Tên rõ ràng</a></p>")));

    private static async Task<string> RemarksAsync(Visitor author, TestSite site, string sentence, string html)
    {
        var page = (await author.GetAsync(site.Root + New)).Insist(HttpStatusCode.OK);
        using var content = JsonContent.Create(new { html });
        content.Headers.Add("RequestVerificationToken", page.Html.QuerySelector("form[data-gp-writing] [name=__RequestVerificationToken]")!.GetAttribute("value"));
        var answer = (await author.SendAsync(HttpMethod.Post, $"{site.Root}/quan-tri/soan-thao/kiem-tra", content: content)).Insist(HttpStatusCode.OK);
        return string.Join(' ', answer.Json.GetProperty("remarks").EnumerateArray().Where(r => r.GetProperty("sentence").GetString()!.Contains(sentence, StringComparison.Ordinal)).Select(r => r.GetProperty("nth").GetInt32()));
    }
}

public sealed class CheckingLinksOnSqliteTests(SqlitePortal portal) : CheckingLinksTests(portal);

public sealed class CheckingLinksOnPostgresTests(PostgresPortal portal) : CheckingLinksTests(portal);
