using System.Net;
using GovPortal.Core.Security;
using GovPortal.Testing;
using GovPortal.Web.Caching;

namespace GovPortal.Portal.Tests;

/// <summary>Who must answer for a site reads in the audit log what was done, in words, and finds it as they would say it.</summary>
public abstract class AuditLogTests(PortalFixture portal) : PortalTest(portal)
{
    private const string Address = "/quan-tri/nhat-ky";

    [Theory]
    [InlineData("Phạm Thị Đăng")]
    [InlineData("pham thi dang")]
    [InlineData("Đổi vai trò")]
    [InlineData("changed roles")]
    [InlineData("dang doi vai tro")]
    public async Task An_act_is_found_by_who_did_it_and_by_what_it_is_called(string words)
    {
        var site = await WithRecipeAsync();
        var administrator = await NamedAsync(site, "Phạm Thị Đăng");
        var member = await ChangeRolesAsync(site, administrator);

        Assert.Contains(member, await FoundAsync(administrator, site, words));
        Assert.Empty(await FoundAsync(administrator, site, words + " khong-co-tu-nay"));
    }

    [Fact]
    public async Task A_subject_is_found_without_its_diacritics()
    {
        var site = await WithRecipeAsync();
        var id = await site.PublishArticleAsync("Hội nghị Đường Lâm");
        var publisher = await site.SignInAsAsync(Role.SiteAdministrator);
        (await publisher.FillAsync($"{site.Root}/quan-tri/muc/{id}/go", new Dictionary<string, string> { ["Notice"] = "Sai số liệu" })).Insist(HttpStatusCode.Redirect);

        foreach (var words in new[] { "hoi nghi duong lam", "Hội nghị", "nghi gỡ" })
        {
            Assert.Equal(["Hội nghị Đường Lâm"], await FoundAsync(publisher, site, words));
        }
    }

    [Fact]
    public async Task What_was_changed_is_told_in_words_with_what_it_was_before()
    {
        var site = await WithRecipeAsync();
        var administrator = await NamedAsync(site, "Phạm Thị Đăng");
        await ChangeRolesAsync(site, administrator);
        var id = await site.PublishArticleAsync("Lịch trực");
        (await administrator.FillAsync($"{site.Root}/quan-tri/muc/{id}/go", new Dictionary<string, string> { ["Notice"] = "Sai số liệu" })).Insist(HttpStatusCode.Redirect);

        var vietnamese = (await administrator.GetAsync(site.Root + Address)).Insist(HttpStatusCode.OK);
        var english = (await administrator.GetAsync($"{site.Root}/en{Address}")).Insist(HttpStatusCode.OK);
        var table = (await administrator.GetAsync($"{site.Root}{Address}?handler=Export")).Insist(HttpStatusCode.OK).Text;

        Assert.Contains("Trước: Người viết → Sau: Người duyệt", ChangeOf(vietnamese, "Vai trò"), StringComparison.Ordinal);
        Assert.Contains("Before: Author → After: Reviewer", ChangeOf(english, "Roles"), StringComparison.Ordinal);
        Assert.Contains("Trước: Đang công khai → Sau: Đã gỡ", ChangeOf(vietnamese, "Trạng thái"), StringComparison.Ordinal);
        Assert.Contains("Vai trò: Người viết", table, StringComparison.Ordinal);
        Assert.Contains("Vai trò: Người duyệt", table, StringComparison.Ordinal);
        foreach (var text in new[] { vietnamese.Words, english.Words, table })
        {
            Assert.DoesNotContain("{\"", text, StringComparison.Ordinal);
            Assert.DoesNotContain("+00:00", text, StringComparison.Ordinal);
            Assert.Matches(@"\d\d/\d\d/2026 \d\d:\d\d:\d\d", text);
        }
    }

    [Fact]
    public async Task A_saved_text_says_what_it_was_before()
    {
        var site = await WithRecipeAsync();
        var editor = await site.SignInAsAsync(Role.SiteAdministrator);
        (await editor.FillAsync($"{site.Root}/quan-tri/tin-tuc/moi", new Dictionary<string, string> { ["Title"] = "Tên cũ", ["Body"] = "Lời đầu." })).Insist(HttpStatusCode.Redirect);
        var list = (await editor.GetAsync($"{site.Root}{Address}")).Html.QuerySelector("a[href*='/quan-tri/muc/']")!.GetAttribute("href")!;
        var id = list[(list.LastIndexOf('/') + 1)..];
        (await editor.FillAsync($"{site.Root}/quan-tri/tin-tuc/{id}", new Dictionary<string, string> { ["Title"] = "Tên mới" })).Insist(HttpStatusCode.Redirect);

        var page = (await editor.GetAsync(site.Root + Address)).Insist(HttpStatusCode.OK);

        Assert.Contains("Trước: Tên cũ → Sau: Tên mới", ChangeOf(page, "Tiêu đề"), StringComparison.Ordinal);
        Assert.Contains("Trước: 1 → Sau: 2", ChangeOf(page, "Bản"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_arrangement_of_a_site_is_told_in_words()
    {
        var site = await WithRecipeAsync();
        var administrator = await site.SignInAsAsync(Role.SiteAdministrator);
        (await administrator.FillAsync($"{site.Root}/quan-tri/thiet-lap", new Dictionary<string, string> { ["Form.Phone"] = "0204 999", ["Form.HasFourEyes"] = "false" })).Insist(HttpStatusCode.Redirect);

        var page = (await administrator.GetAsync(site.Root + Address)).Insist(HttpStatusCode.OK);

        Assert.Contains("Sau: 0204 999", ChangeOf(page, "Điện thoại"), StringComparison.Ordinal);
        Assert.Contains("Trước: có → Sau: không", ChangeOf(page, "Bốn mắt"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_list_only_the_lines_that_came_or_went_are_told()
    {
        var site = await WithRecipeAsync();
        var administrator = await site.SignInAsAsync(Role.SiteAdministrator);
        (await administrator.FillAsync($"{site.Root}/quan-tri/trinh-don", new Dictionary<string, string> { ["Rows[0].Label"] = "Giới thiệu chung" })).Insist(HttpStatusCode.Redirect);

        var change = ChangeOf((await administrator.GetAsync(site.Root + Address)).Insist(HttpStatusCode.OK), "Trình đơn chính");

        Assert.Matches(@"^Trước: [^\n]+ → Sau: Giới thiệu chung · /[^\n]+$", change);
    }

    private static string ChangeOf(Answer page, string label) =>
        string.Join(" | ", page.Html.QuerySelectorAll(".gp-changes dt").Where(dt => dt.TextContent.Trim().StartsWith(label, StringComparison.Ordinal)).Select(dt => dt.NextElementSibling!.TextContent.Trim()));

    private static async Task<IReadOnlyList<string>> FoundAsync(Visitor visitor, TestSite site, string words) =>
        [.. (await visitor.GetAsync(site.Root + Address + new QueryWriter().Add("q", words))).Insist(HttpStatusCode.OK).Html.QuerySelectorAll("td.gp-table__main").Select(cell => cell.FirstElementChild!.ChildNodes.Select(n => n.TextContent.Trim()).First(t => t.Length > 0))];

    private async Task<Visitor> NamedAsync(TestSite site, string name)
    {
        var visitor = Portal.NewVisitor();
        await visitor.SignInAsync(await site.TakeInAsync(Role.SiteAdministrator), TestSite.Password);
        (await visitor.FillAsync("/tai-khoan", new Dictionary<string, string> { ["Name"] = name }, "form[action*=Name] button")).Insist(HttpStatusCode.Redirect);
        return visitor;
    }

    private static async Task<string> ChangeRolesAsync(TestSite site, Visitor administrator)
    {
        var member = await site.TakeInAsync(Role.Author);
        var people = (await administrator.GetAsync($"{site.Root}/quan-tri/nguoi-dung")).Html;
        var row = people.QuerySelectorAll("tbody tr").Single(r => r.TextContent.Contains(member, StringComparison.Ordinal));
        (await administrator.FillAsync(row.QuerySelector("a")!.GetAttribute("href")!, new Dictionary<string, string> { ["Roles[Author]"] = "false", ["Roles[Reviewer]"] = "true" })).Insist(HttpStatusCode.Redirect);
        return member;
    }
}

public sealed class AuditLogOnSqliteTests(SqlitePortal portal) : AuditLogTests(portal);

public sealed class AuditLogOnPostgresTests(PostgresPortal portal) : AuditLogTests(portal);
