using System.Net;
using GovPortal.Content;
using GovPortal.Core.Security;
using GovPortal.News;
using GovPortal.Procedures;
using GovPortal.Publishing.Content;
using GovPortal.Testing;

namespace GovPortal.Portal.Tests;

/// <summary>What the desk does for those who work in it all day: figures, quick finding, duplicated rows, two languages, pictures in their place, marks of a site.</summary>
public abstract class DeskComfortsTests(PortalFixture portal) : PortalTest(portal)
{
    [Fact]
    public async Task Figures_of_the_dashboard_lead_where_they_are_counted()
    {
        var site = await WithRecipeAsync();
        var publisher = await site.SignInAsAsync(Role.Publisher);
        await site.PublishArticleAsync("Bài trong tuần");
        var author = await site.SignInAsAsync(Role.Author);
        var waiting = await site.DraftAsync(new Article { Title = "Bài đang chờ", Body = "<p>…</p>" });
        (await author.FillAsync($"{site.Root}/quan-tri/muc/{waiting}", new Dictionary<string, string>(), "button[data-act=submit]")).Insist(HttpStatusCode.Redirect);

        var board = (await publisher.GetAsync($"{site.Root}/quan-tri")).Insist(HttpStatusCode.OK).Html;

        Assert.Equal("1", board.QuerySelector("[data-figure=waiting] b")!.TextContent);
        Assert.Contains("Lâu nhất đã chờ 0 ngày", board.QuerySelector("[data-figure=waiting]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Tăng", board.QuerySelector("[data-figure=published]")!.TextContent, StringComparison.Ordinal);
        foreach (var figure in board.QuerySelectorAll("[data-figure]"))
        {
            (await publisher.GetAsync(figure.GetAttribute("href")!)).Insist(HttpStatusCode.OK);
        }

        Assert.Contains("Bài đang chờ", (await publisher.GetAsync(board.QuerySelector("[data-figure=waiting]")!.GetAttribute("href")!)).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_palette_finds_items_of_sites_one_works_on_and_no_others()
    {
        var (site, neighbour) = (await WithRecipeAsync(), await WithRecipeAsync());
        var author = await site.SignInAsAsync(Role.Author);
        var word = $"chuyện {Guid.NewGuid():n}";
        var id = await site.DraftAsync(new Article { Title = $"Bài về {word}", Body = "<p>…</p>" });
        await neighbour.PublishArticleAsync($"Bài xã bên về {word}");

        var found = (await author.GetAsync($"{site.Root}/quan-tri/soan-thao/tim/muc?q={Uri.EscapeDataString(word)}")).Insist(HttpStatusCode.OK).Json.GetProperty("items");

        var only = Assert.Single(found.EnumerateArray());
        Assert.Equal($"{site.Root}/quan-tri/muc/{id}", only.GetProperty("url").GetString());
        Assert.Contains(site.Tenant.Title, only.GetProperty("note").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_script_a_row_is_duplicated_with_all_that_is_in_it()
    {
        var site = await WithRecipeAsync();
        var editor = await site.SignInAsAsync(Role.Author);
        var form = $"{site.Root}/quan-tri/thu-tuc/moi";

        var copied = (await editor.FillAsync(form, new Dictionary<string, string> { ["Cases[0].Papers[0].Name"] = "Tờ khai", ["row"] = "copy Cases 0" }, to: $"{form}?handler=Rows")).Insist(HttpStatusCode.OK);

        Assert.Equal(["Tờ khai", "Tờ khai"], new[] { 0, 1 }.Select(n => copied.Html.GetElementById($"Cases[{n}].Papers[0].Name")!.TextContent.Trim()));
        Assert.NotNull(copied.Html.GetElementById("Cases[1]")!.GetAttribute("autofocus"));
    }

    [Fact]
    public async Task An_english_side_that_no_longer_follows_is_told_until_it_does()
    {
        var site = await WithRecipeAsync();
        var author = await site.SignInAsAsync(Role.Author);
        var page = new Page { Title = "Cơ cấu tổ chức", Body = "<p>Ba phòng.</p>", TitleEn = "Structure", BodyEn = "<p>Three offices.</p>" };
        var id = await site.DraftAsync(page);
        Assert.False(await IsToldAsync());

        await SaveAsync(page with { Body = "<p>Bốn phòng.</p>" });
        Assert.True(await IsToldAsync());
        Assert.NotNull((await author.GetAsync($"{site.Root}/quan-tri/muc/{id}")).Html.QuerySelector("[data-older-english]"));

        await SaveAsync(page with { Body = "<p>Bốn phòng.</p>", BodyEn = "<p>Four offices.</p>" });
        Assert.False(await IsToldAsync());

        async Task SaveAsync(Page newer) => Assert.True((await site.SaveAsync(id, newer, (await site.ItemAsync(id)).Revision)).IsSaved);
        async Task<bool> IsToldAsync() => (await author.GetAsync($"{site.Root}/quan-tri/trang-tinh/{id}")).Insist(HttpStatusCode.OK).Html.QuerySelector("[data-older-english]") is not null;
    }

    [Fact]
    public async Task A_figure_keeps_one_place_and_nothing_else_has_any()
    {
        var site = await WithRecipeAsync();
        var author = await site.SignInAsAsync(Role.Author);
        const string Body = "<figure class=\"gp-place-left gp-place-wide la\"><img src=\"/tep/0123456789abcdef/a.jpg\" alt=\"Ảnh\"></figure><p class=\"gp-place-right\">Lời.</p>";

        var saved = (await author.FillAsync($"{site.Root}/quan-tri/tin-tuc/moi", new Dictionary<string, string> { ["Title"] = "Ảnh bên trái", ["Body"] = Body })).Insist(HttpStatusCode.Redirect).Location!;
        var text = (await site.NewestAsync<Article>(long.Parse(saved.Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture))).Body;

        Assert.Contains("<figure class=\"gp-place-left\">", text, StringComparison.Ordinal);
        Assert.DoesNotContain("gp-place-wide", text, StringComparison.Ordinal);
        Assert.Contains("<p>Lời.</p>", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Logo_and_share_picture_stand_on_pages_and_nothing_but_pictures_of_the_site_can()
    {
        var site = await WithRecipeAsync();
        var administrator = await site.SignInAsAsync(Role.SiteAdministrator);
        var form = $"{site.Root}/quan-tri/thiet-lap";
        var path = (await administrator.UploadAsync(site, "bieu-trung.jpg", Samples.Jpeg(451, 300))).Insist(HttpStatusCode.Created).Json.GetProperty("path").GetString()!;

        var page = (await administrator.GetAsync(form)).Insist(HttpStatusCode.OK).Html;
        Assert.Equal("color", page.GetElementById("Form.PrimaryColour")!.GetAttribute("type"));
        Assert.Contains(": 1", page.QuerySelector("output[data-gp-contrast]")!.TextContent, StringComparison.Ordinal);

        (await administrator.FillAsync(form, new Dictionary<string, string> { ["Form.Logo"] = path, ["Form.SharePicture"] = path })).Insist(HttpStatusCode.Redirect);
        var home = (await site.VisitAsync("/")).Insist(HttpStatusCode.OK).Html;
        Assert.EndsWith(path, home.QuerySelector("link[rel=icon]")!.GetAttribute("href"), StringComparison.Ordinal);
        Assert.EndsWith(path, home.QuerySelector("meta[property='og:image']")!.GetAttribute("content"), StringComparison.Ordinal);

        (await administrator.FillAsync(form, new Dictionary<string, string> { ["Form.Logo"] = "https://noi-khac.example/a.svg" })).Insist(HttpStatusCode.Redirect);
        Assert.Null(site.Tenant.Settings.Logo);
    }
}

public sealed class DeskComfortsOnSqliteTests(SqlitePortal portal) : DeskComfortsTests(portal);

public sealed class DeskComfortsOnPostgresTests(PostgresPortal portal) : DeskComfortsTests(portal);
