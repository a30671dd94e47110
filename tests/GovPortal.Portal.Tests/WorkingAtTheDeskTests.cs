using System.Net;
using GovPortal.Core.Publication;
using GovPortal.Core.Security;
using GovPortal.Testing;

namespace GovPortal.Portal.Tests;

/// <summary>What editors do, through the forms they do it with.</summary>
public abstract class WorkingAtTheDeskTests(PortalFixture portal) : PortalTest(portal)
{
    private const string Publish = "button[formaction*=Publish]";

    [Fact]
    public async Task A_publisher_writes_publishes_corrects_and_withdraws_an_article()
    {
        var site = await WithRecipeAsync();
        var editor = await site.SignInAsAsync(Role.Publisher);

        var written = await editor.FillAsync($"{site.Root}/quan-tri/tin-tuc/moi", Form("Lịch tiêm chủng tháng 3", "Trạm y tế tiêm từ 7 giờ 30."), Publish);
        var form = written.Insist(HttpStatusCode.Redirect).Location!;
        Assert.Contains("từ 7 giờ 30", (await site.VisitAsync("/tin-tuc/lich-tiem-chung-thang-3")).Insist(HttpStatusCode.OK).Text, StringComparison.Ordinal);

        (await editor.FillAsync(form, new Dictionary<string, string>(Form("Lịch tiêm chủng tháng 3", "Trạm y tế tiêm từ 8 giờ.")) { ["Note"] = "Đổi giờ bắt đầu" }, Publish)).Insist(HttpStatusCode.Redirect);
        Assert.Contains("từ 8 giờ", (await site.VisitAsync("/tin-tuc/lich-tiem-chung-thang-3")).Text, StringComparison.Ordinal);

        var id = form.Split('/')[^1];
        (await editor.FillAsync($"{site.Root}/quan-tri/muc/{id}/go", new Dictionary<string, string> { ["Notice"] = "Lịch đã thay bằng lịch mới" })).Insist(HttpStatusCode.Redirect);
        Assert.Contains("Lịch đã thay bằng lịch mới", (await site.VisitAsync("/tin-tuc/lich-tiem-chung-thang-3")).Insist(HttpStatusCode.OK).Words, StringComparison.Ordinal);
        Assert.Equal([PublicationAct.Published, PublicationAct.Corrected, PublicationAct.Withdrawn], (await site.LogAsync()).Where(e => e.Type == "article").Select(e => e.Act));
    }

    [Fact]
    public async Task An_author_writes_drafts_and_cannot_publish()
    {
        var site = await WithRecipeAsync();
        var author = await site.SignInAsAsync(Role.Author);

        var form = (await author.FillAsync($"{site.Root}/quan-tri/tin-tuc/moi", Form("Bản nháp của tác giả", "Chưa duyệt."))).Insist(HttpStatusCode.Redirect).Location!;
        var page = (await author.GetAsync(form)).Insist(HttpStatusCode.OK);
        var forced = await author.FillAsync(form, Form("Bản nháp của tác giả", "Tự đăng."), to: form + "?handler=Publish");

        Assert.Null(page.Html.QuerySelector(Publish));
        Assert.Contains("khong-co-quyen", forced.Insist(HttpStatusCode.Redirect).Location, StringComparison.Ordinal);
        (await site.VisitAsync("/tin-tuc/ban-nhap-cua-tac-gia")).Insist(HttpStatusCode.NotFound);
        Assert.Contains("khong-co-quyen", (await author.GetAsync($"{form.Replace("tin-tuc", "muc", StringComparison.Ordinal)}/go")).Insist(HttpStatusCode.Redirect).Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_auditor_reads_the_desk_and_changes_nothing()
    {
        var site = await WithRecipeAsync();
        var auditor = await site.SignInAsAsync(Role.Auditor);

        (await auditor.GetAsync($"{site.Root}/quan-tri")).Insist(HttpStatusCode.OK);
        foreach (var path in new[] { "/quan-tri/tin-tuc/moi", "/quan-tri/thiet-lap", "/quan-tri/trang" })
        {
            Assert.Contains("khong-co-quyen", (await auditor.GetAsync(site.Root + path)).Insist(HttpStatusCode.Redirect).Location, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_form_badly_filled_comes_back_with_what_was_written_and_what_to_do()
    {
        var site = await WithRecipeAsync();
        var editor = await site.SignInAsAsync(Role.Publisher);

        var page = (await editor.FillAsync($"{site.Root}/quan-tri/tin-tuc/moi", Form("", "Phần đã viết vẫn còn đây."), Publish)).Insist(HttpStatusCode.OK);

        Assert.Contains("Hãy nhập nội dung cho mục này.", page.Words, StringComparison.Ordinal);
        Assert.Contains("Phần đã viết vẫn còn đây.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_an_editor_pastes_is_cleaned_before_it_is_public()
    {
        var site = await WithRecipeAsync();
        var editor = await site.SignInAsAsync(Role.Publisher);
        const string Pasted = "<p class=\"MsoNormal\" style=\"color:red\" onclick=\"x()\">Chữ dán từ Word</p><script>alert(1)</script><iframe src=\"//x\"></iframe>";

        await editor.FillAsync($"{site.Root}/quan-tri/tin-tuc/moi", Form("Bài dán từ Word", Pasted), Publish);
        var page = (await site.VisitAsync("/tin-tuc/bai-dan-tu-word")).Insist(HttpStatusCode.OK);

        Assert.Contains("<p>Chữ dán từ Word</p>", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("alert(1)", page.Text, StringComparison.Ordinal);
        Assert.Null(page.Html.QuerySelector("iframe"));
    }

    [Fact]
    public async Task Of_two_editors_at_the_form_the_second_keeps_what_they_wrote()
    {
        var site = await WithRecipeAsync();
        var (hoa, duc) = (await site.SignInAsAsync(Role.Publisher), await site.SignInAsAsync(Role.Publisher));
        var form = (await hoa.FillAsync($"{site.Root}/quan-tri/tin-tuc/moi", Form("Bài hai người cùng sửa", "Bản đầu."))).Insist(HttpStatusCode.Redirect).Location!;
        var seen = (await duc.GetAsync(form)).Html.QuerySelector("input[name=Revision]")!.GetAttribute("value")!;

        (await hoa.FillAsync(form, Form("Bài hai người cùng sửa", "Bản của Hoa."))).Insist(HttpStatusCode.Redirect);
        var late = (await duc.FillAsync(form, new Dictionary<string, string>(Form("Bài hai người cùng sửa", "Bản của Đức.")) { ["Revision"] = seen })).Insist(HttpStatusCode.OK);

        Assert.Contains("Người khác vừa lưu nội dung này", late.Words, StringComparison.Ordinal);
        Assert.Contains("Bản của Đức.", late.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_site_administrator_sets_the_site_and_is_refused_a_pale_colour()
    {
        var site = await WithRecipeAsync();
        var administrator = await site.SignInAsAsync(Role.SiteAdministrator);
        var path = $"{site.Root}/quan-tri/thiet-lap";

        var pale = (await administrator.FillAsync(path, new Dictionary<string, string> { ["Form.PrimaryColour"] = "#ffe08a" })).Insist(HttpStatusCode.OK);
        (await administrator.FillAsync(path, new Dictionary<string, string> { ["Form.PrimaryColour"] = "#7a1f1f", ["Form.Phone"] = "0222 3821 234" })).Insist(HttpStatusCode.Redirect);

        Assert.Contains("#ffe08a", pale.Text, StringComparison.Ordinal);
        Assert.Equal("#7a1f1f", site.Tenant.Settings.PrimaryColour);
        Assert.Contains("0222 3821 234", (await site.VisitAsync("/lien-he")).Words, StringComparison.Ordinal);
        Assert.Contains("--gp-primary:#7a1f1f", (await site.VisitAsync("/theme.css")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_administrator_opens_a_site_and_switches_it_off()
    {
        var administrator = Portal.NewVisitor();
        await administrator.SignInAsync("admin", PortalFixture.AdminPassword);
        var name = $"so-moi-{Guid.NewGuid():n}"[..20];

        (await administrator.FillAsync("/quan-tri/trang/moi", new Dictionary<string, string> { ["Title"] = "Sở Mới Thành lập", ["Name"] = name, ["Recipe"] = "department" })).Insist(HttpStatusCode.Redirect);
        var site = Mine(Portal.Site(name));
        (await site.VisitAsync("/gioi-thieu")).Insist(HttpStatusCode.OK);
        (await administrator.GetAsync($"{site.Root}/quan-tri")).Insist(HttpStatusCode.OK);
        var again = (await administrator.FillAsync("/quan-tri/trang/moi", new Dictionary<string, string> { ["Title"] = "Sở Trùng", ["Name"] = name, ["Recipe"] = "department" })).Insist(HttpStatusCode.OK);
        var asking = (await administrator.GetAsync($"/quan-tri/trang?q={name}")).Html.QuerySelector($"a[href*='tat={name}']")!.GetAttribute("href")!;
        (await site.VisitAsync("/gioi-thieu")).Insist(HttpStatusCode.OK);
        (await administrator.FillAsync(asking, new Dictionary<string, string> { ["name"] = name, ["on"] = "false" })).Insist(HttpStatusCode.Redirect);

        Assert.Contains(name, again.Words + again.Text, StringComparison.Ordinal);
        (await site.VisitAsync("/gioi-thieu")).Insist(HttpStatusCode.ServiceUnavailable);
    }

    private static Dictionary<string, string> Form(string title, string body) => new() { ["Title"] = title, ["Body"] = body };
}

public sealed class WorkingAtTheDeskOnSqliteTests(SqlitePortal portal) : WorkingAtTheDeskTests(portal);

public sealed class WorkingAtTheDeskOnPostgresTests(PostgresPortal portal) : WorkingAtTheDeskTests(portal);
