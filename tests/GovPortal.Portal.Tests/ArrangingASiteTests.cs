using System.Net;
using GovPortal.Core.Security;
using GovPortal.Testing;

namespace GovPortal.Portal.Tests;

/// <summary>What an administrator arranges: the home page and the menus.</summary>
public abstract class ArrangingASiteTests(PortalFixture portal) : PortalTest(portal)
{
    private const string Home = "/quan-tri/trang-chu";
    private const string Menu = "/quan-tri/trinh-don";

    [Fact]
    public async Task The_home_page_shows_the_chosen_sections_in_their_order_and_number()
    {
        var site = await WithRecipeAsync();
        for (var n = 1; n <= 6; n++)
        {
            await site.PublishArticleAsync($"Tin thứ {n} của xã");
        }

        var administrator = await site.SignInAsAsync(Role.SiteAdministrator);
        var before = await site.VisitAsync("/");
        var names = Names(await administrator.GetAsync(site.Root + Home));
        var news = names.IndexOf("news");
        await RowForm.SaveAsync(administrator, site, Home, new() { [$"Rows[{news}].Count"] = "3", [$"Rows[{names.IndexOf("introduction")}].IsShown"] = "false" });
        var after = await site.VisitAsync("/");

        Assert.Equal(5, NewsIn(before));
        Assert.Equal(3, NewsIn(after));
        Assert.DoesNotContain("Đọc tiếp phần giới thiệu", after.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("introduction", site.Tenant.Settings.HomeSections);
    }

    [Fact]
    public async Task A_home_page_keeps_at_least_one_section()
    {
        var site = await WithRecipeAsync();
        var administrator = await site.SignInAsAsync(Role.SiteAdministrator);
        var rows = Names(await administrator.GetAsync(site.Root + Home)).Select((_, place) => place).ToDictionary(place => $"Rows[{place}].IsShown", _ => "false");

        var refused = (await administrator.FillAsync(site.Root + Home, rows)).Insist(HttpStatusCode.OK);

        Assert.Contains("ít nhất một phần", refused.Words, StringComparison.Ordinal);
        Assert.Empty(site.Tenant.Settings.HomeSections);
    }

    [Fact]
    public async Task A_row_moved_without_a_script_keeps_what_was_typed_and_is_saved_only_when_that_is_asked()
    {
        var site = await WithRecipeAsync();
        var administrator = await site.SignInAsAsync(Role.SiteAdministrator);
        var page = await administrator.GetAsync(site.Root + Menu);

        var moved = (await administrator.FillAsync(site.Root + Menu, RowForm.Fields(page, new() { ["Rows[0].LabelEn"] = "About the commune", ["Move"] = "down 0" }), to: $"{site.Root}{Menu}?handler=Arrange")).Insist(HttpStatusCode.OK);
        var unsaved = await site.VisitAsync("/");
        await administrator.PostAsync(moved.Html.QuerySelector("#bo-cuc")!.GetAttribute("action")!, RowForm.Fields(moved, []));
        var saved = await site.VisitAsync("/");

        Assert.Equal("Tin tức", moved.Html.QuerySelector("[name='Rows[0].Label']")!.GetAttribute("value"));
        Assert.Equal("About the commune", moved.Html.QuerySelector("[name='Rows[1].LabelEn']")!.GetAttribute("value"));
        Assert.True(moved.Html.QuerySelector("button[value='down 1']")!.HasAttribute("autofocus"));
        Assert.Equal(["Trang chủ", "Giới thiệu", "Tin tức"], RowForm.Lines(unsaved).Take(3));
        Assert.Equal(["Trang chủ", "Tin tức", "Giới thiệu"], RowForm.Lines(saved).Take(3));
    }

    [Fact]
    public async Task A_menu_has_groups_and_hidden_entries_and_its_change_lets_go_of_kept_pages()
    {
        var site = await WithRecipeAsync();
        var administrator = await site.SignInAsAsync(Role.SiteAdministrator);
        var kept = await new KeptPages(Portal).ForGoodAsync(site.Root + "/tin-tuc");

        await RowForm.SaveAsync(administrator, site, Menu, new() { ["Rows[1].Level"] = "1", ["Rows[2].IsHidden"] = "true" });
        var page = await site.VisitAsync("/tin-tuc");

        Assert.NotSame(kept, new KeptPages(Portal).Of(site.Root + "/tin-tuc"));
        Assert.Equal("Tin tức", page.Html.QuerySelector(".gp-nav__sub a")!.TextContent);
        Assert.DoesNotContain("Thủ tục hành chính", RowForm.Lines(page));
    }

    [Fact]
    public async Task An_address_that_leads_nowhere_safe_is_refused_and_the_row_is_named()
    {
        var site = await WithRecipeAsync();
        var administrator = await site.SignInAsAsync(Role.SiteAdministrator);
        foreach (var bad in new[] { "javascript:alert(1)", "//evil.example", "/\\evil.example", "tin-tuc", "https:///x", "" })
        {
            var refused = (await administrator.FillAsync(site.Root + Menu, new Dictionary<string, string> { ["Rows[1].Target"] = "khac", ["Rows[1].Url"] = bad })).Insist(HttpStatusCode.OK);
            Assert.Contains("Mục số 2", refused.Words, StringComparison.Ordinal);
            Assert.NotNull(refused.Html.QuerySelector("a[href='#Rows[1].Url']"));
        }

        var unnamed = (await administrator.FillAsync(site.Root + Menu, new Dictionary<string, string> { ["Rows[3].Label"] = " " })).Insist(HttpStatusCode.OK);
        await RowForm.SaveAsync(administrator, site, Menu, new() { ["Rows[1].Target"] = "khac", ["Rows[1].Url"] = "https://dichvucong.gov.vn/p/home" });

        Assert.Contains("Mục số 4: hãy viết tên", unnamed.Words, StringComparison.Ordinal);
        Assert.Equal("https://dichvucong.gov.vn/p/home", site.Tenant.Settings.Menu[1].Url);
    }

    [Fact]
    public async Task Menus_go_back_to_what_the_recipe_set_and_that_can_be_undone()
    {
        var site = await WithRecipeAsync();
        var administrator = await site.SignInAsAsync(Role.SiteAdministrator);
        Assert.Null((await administrator.GetAsync(site.Root + Menu)).Html.QuerySelector("form[action*=Reset]"));

        await RowForm.SaveAsync(administrator, site, Menu, new() { ["Rows[0].Label"] = "Về chúng tôi" });
        (await administrator.FillAsync(site.Root + Menu, new Dictionary<string, string>(), "form[action*=Reset] button")).Insist(HttpStatusCode.Redirect);
        var reset = RowForm.Lines(await site.VisitAsync("/"));
        (await administrator.FillAsync(site.Root + Menu, new Dictionary<string, string>(), "form[action*=Undo] button")).Insist(HttpStatusCode.Redirect);

        Assert.Contains("Giới thiệu", reset);
        Assert.Contains("Về chúng tôi", RowForm.Lines(await site.VisitAsync("/")));
    }

    [Fact]
    public async Task Links_stand_at_the_foot_of_every_page()
    {
        var site = await WithRecipeAsync();
        var administrator = await site.SignInAsAsync(Role.SiteAdministrator);
        var path = $"{site.Root}{Menu}?phan=chan-trang";
        var seen = (await administrator.GetAsync(path)).Html.QuerySelector("[name=Seen]")!.GetAttribute("value")!;

        (await administrator.PostAsync(path, new Dictionary<string, string>
        {
            ["Seen"] = seen,
            ["Rows[0].Label"] = "Cơ quan cấp trên",
            ["Rows[1].Level"] = "1",
            ["Rows[1].Label"] = "Cổng Chính phủ",
            ["Rows[1].LabelEn"] = "Government portal",
            ["Rows[1].Target"] = "khac",
            ["Rows[1].Url"] = "https://chinhphu.vn",
        })).Insist(HttpStatusCode.Redirect);

        foreach (var page in new[] { "/", "/tin-tuc" })
        {
            var foot = (await site.VisitAsync(page)).Html.QuerySelector(".gp-footer__links")!;
            Assert.Equal("Cơ quan cấp trên", foot.QuerySelector("h2")!.TextContent);
            Assert.Equal("https://chinhphu.vn", foot.QuerySelector("a")!.GetAttribute("href"));
        }

        Assert.Contains("Government portal", (await site.VisitAsync("/en/")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_change_stands_in_the_audit_log_with_what_was_before()
    {
        var site = await WithRecipeAsync();
        var administrator = await site.SignInAsAsync(Role.SiteAdministrator);

        await RowForm.SaveAsync(administrator, site, Menu, new() { ["Rows[0].Label"] = "Mục đổi tên" });
        await RowForm.SaveAsync(administrator, site, Home, new() { ["Rows[0].IsShown"] = "false" });
        var log = (await administrator.GetAsync(site.Root + "/quan-tri/nhat-ky")).Insist(HttpStatusCode.OK).Words;

        Assert.Contains("Đổi trình đơn", log, StringComparison.Ordinal);
        Assert.Contains("Mục đổi tên", log, StringComparison.Ordinal);
        Assert.Contains("Đổi trang chủ", log, StringComparison.Ordinal);
    }

    private static List<string> Names(Answer form) => [.. form.Html.QuerySelectorAll("[name$='.Name']").Select(input => input.GetAttribute("value")!)];

    private static int NewsIn(Answer page) => page.Html.QuerySelectorAll("a[href*='/tin-tuc/tin-thu']").Length;
}

public sealed class ArrangingASiteOnSqliteTests(SqlitePortal portal) : ArrangingASiteTests(portal);

public sealed class ArrangingASiteOnPostgresTests(PostgresPortal portal) : ArrangingASiteTests(portal);
