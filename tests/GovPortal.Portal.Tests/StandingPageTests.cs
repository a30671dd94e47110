using System.Net;
using GovPortal.Content;
using GovPortal.Core.Security;
using GovPortal.Testing;

namespace GovPortal.Portal.Tests;

/// <summary>Pages that stand: written like articles, arranged as a tree, under addresses that never change.</summary>
public abstract class StandingPageTests(PortalFixture portal) : PortalTest(portal)
{
    private const string Tree = "/quan-tri/trang-tinh";
    private const string New = "/quan-tri/trang-tinh/moi";
    private const string Publish = "button[formaction*=Publish]";

    [Fact]
    public async Task A_publisher_writes_a_page_below_another_and_readers_find_the_way()
    {
        var site = await WithRecipeAsync();
        var editor = await site.SignInAsAsync(Role.Publisher);
        var above = (await site.VisitAsync("/gioi-thieu")).Insist(HttpStatusCode.OK);
        var parent = IdOf(await editor.GetAsync(site.Root + Tree), "Giới thiệu");

        var form = (await editor.FillAsync(site.Root + New, Form("Cơ cấu tổ chức", "Ủy ban nhân dân xã có bốn phòng.", parent), Publish)).Insist(HttpStatusCode.Redirect).Location!;
        var page = (await site.VisitAsync("/co-cau-to-chuc")).Insist(HttpStatusCode.OK);
        (await editor.FillAsync(form, Form("Cơ cấu tổ chức", "Nay có năm phòng.", parent), Publish)).Insist(HttpStatusCode.Redirect);

        Assert.Equal(["Trang chủ", "Giới thiệu", "Cơ cấu tổ chức"], page.Html.QuerySelectorAll(".gp-crumbs li").Select(step => step.TextContent.Trim()));
        Assert.Null(above.Html.QuerySelector(".gp-below"));
        Assert.Contains("Cơ cấu tổ chức", (await site.VisitAsync("/gioi-thieu")).Html.QuerySelector(".gp-below")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("năm phòng", (await site.VisitAsync("/co-cau-to-chuc")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_author_hands_a_page_in_and_moves_nothing_that_is_public()
    {
        var site = await WithRecipeAsync();
        await site.PublishAsync(new Page { Title = "Lịch sử", Body = "<p>Lịch sử xã.</p>" });
        var author = await site.SignInAsAsync(Role.Author);
        var tree = await author.GetAsync(site.Root + Tree);
        var (history, about) = (IdOf(tree, "Lịch sử"), IdOf(tree, "Giới thiệu"));

        (await author.FillAsync(site.Root + New, Form("Trang chờ duyệt", "Nội dung.", about), "button[formaction*=Submit]")).Insist(HttpStatusCode.Redirect);
        var form = await author.GetAsync($"{site.Root}{Tree}/{history}");
        await author.PostAsync($"{site.Root}{Tree}/{history}", new Dictionary<string, string> { ["Title"] = "Lịch sử", ["Body"] = "<p>Khác.</p>", ["Revision"] = form.Html.QuerySelector("[name=Revision]")!.GetAttribute("value")!, ["Parent"] = about });
        var forced = await author.PostAsync(site.Root + Tree, new Dictionary<string, string> { ["Rows[0].Id"] = history });

        Assert.Null(form.Html.QuerySelector("[name=Parent]"));
        Assert.Null(tree.Html.QuerySelector(".gp-move"));
        Assert.Contains("khong-co-quyen", forced.Insist(HttpStatusCode.Redirect).Location, StringComparison.Ordinal);
        Assert.Null((await site.VisitAsync("/gioi-thieu")).Html.QuerySelector(".gp-below"));
        (await site.VisitAsync("/trang-cho-duyet")).Insist(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_page_moved_keeps_its_address_and_its_place_when_its_text_is_imported_again()
    {
        var site = await WithRecipeAsync();
        await site.ImportAsync("pages", """{ "slug": "lich-su", "title": "Lịch sử", "body": "<p>Bản đầu.</p>" }""");
        var editor = await site.SignInAsAsync(Role.Publisher);
        var form = await editor.GetAsync(site.Root + Tree);
        var place = form.Html.QuerySelectorAll("[data-gp-row]").ToList().FindIndex(row => row.TextContent.Contains("Lịch sử", StringComparison.Ordinal));

        var moved = (await editor.PostAsync($"{site.Root}{Tree}?handler=Arrange", RowForm.Fields(form, new() { ["Move"] = $"in {place}" }))).Insist(HttpStatusCode.OK);
        (await editor.PostAsync(site.Root + Tree, RowForm.Fields(moved, []))).Insist(HttpStatusCode.Redirect);
        await site.ImportAsync("pages", """{ "slug": "lich-su", "title": "Lịch sử", "body": "<p>Bản sau.</p>" }""");
        var page = (await site.VisitAsync("/lich-su")).Insist(HttpStatusCode.OK);

        Assert.Contains("Bản sau", page.Text, StringComparison.Ordinal);
        Assert.Equal(["Trang chủ", "Giới thiệu", "Lịch sử"], page.Html.QuerySelectorAll(".gp-crumbs li").Select(step => step.TextContent.Trim()));
    }

    [Fact]
    public async Task A_page_cannot_have_the_address_of_another_part_of_the_site()
    {
        var site = await WithRecipeAsync();
        var editor = await site.SignInAsAsync(Role.Publisher);

        foreach (var title in new[] { "Tin tức", "Liên hệ", "Quản trị", "En" })
        {
            var refused = (await editor.FillAsync(site.Root + New, Form(title, "Nội dung."), Publish)).Insist(HttpStatusCode.OK);
            Assert.Contains("đã dùng cho phần khác", refused.Words, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task After_a_refused_publication_saving_a_draft_publishes_nothing()
    {
        var site = await WithRecipeAsync();
        var editor = await site.SignInAsAsync(Role.Publisher);

        var refused = (await editor.FillAsync(site.Root + New, Form("", "Nội dung."), Publish)).Insist(HttpStatusCode.OK);
        var action = refused.Html.QuerySelector("form.gp-editor")!.GetAttribute("action");

        Assert.Equal(site.Root + New, action);
    }

    [Fact]
    public async Task Of_two_who_write_one_page_the_second_sees_both_texts()
    {
        var site = await WithRecipeAsync();
        var (hoa, duc) = (await site.SignInAsAsync(Role.Publisher), await site.SignInAsAsync(Role.Publisher));
        var form = (await hoa.FillAsync(site.Root + New, Form("Trang hai người", "Bản đầu."))).Insist(HttpStatusCode.Redirect).Location!;
        var seen = (await duc.GetAsync(form)).Html.QuerySelector("input[name=Revision]")!.GetAttribute("value")!;

        (await hoa.FillAsync(form, Form("Trang hai người", "Bản của Hoa."))).Insist(HttpStatusCode.Redirect);
        var late = (await duc.FillAsync(form, new Dictionary<string, string>(Form("Trang hai người", "Bản của Đức.")) { ["Revision"] = seen })).Insist(HttpStatusCode.OK);

        Assert.NotNull(late.Html.QuerySelector(".gp-collision"));
        Assert.Contains("Bản của Đức.", late.Text, StringComparison.Ordinal);
    }

    private static string IdOf(Answer tree, string title) =>
        tree.Html.QuerySelectorAll("[data-gp-row]").Single(row => row.TextContent.Contains(title, StringComparison.Ordinal)).QuerySelector("[name$='.Id']")!.GetAttribute("value")!;

    private static Dictionary<string, string> Form(string title, string body, string parent = "") => new() { ["Title"] = title, ["Body"] = body, ["Parent"] = parent };
}

public sealed class StandingPageOnSqliteTests(SqlitePortal portal) : StandingPageTests(portal);

public sealed class StandingPageOnPostgresTests(PostgresPortal portal) : StandingPageTests(portal);
