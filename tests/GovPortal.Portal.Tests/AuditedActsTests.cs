using System.Net;
using GovPortal.Core.Security;
using GovPortal.Storage;
using GovPortal.Storage.People;
using GovPortal.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GovPortal.Portal.Tests;

/// <summary>Whatever people do is written down with who, what and how it was.</summary>
public abstract class AuditedActsTests(PortalFixture portal) : PortalTest(portal)
{
    private static readonly Dictionary<string, string> Nothing = [];

    [Fact]
    public async Task What_happens_to_a_file_of_the_library_is_written_down()
    {
        var site = await WithRecipeAsync();
        var email = await site.TakeInAsync(Role.Author);
        var editor = await EnterAsync(email);
        var id = (await editor.UploadAsync(site, "Báo cáo quý.pdf", Samples.Pdf("Báo cáo"))).Insist(HttpStatusCode.Created).Json.GetProperty("id").GetInt64();
        var page = $"{site.Root}/quan-tri/thu-vien/{id}";

        (await editor.FillAsync(page, new Dictionary<string, string> { ["Title"] = "Báo cáo quý III", ["Folder"] = "Báo cáo" })).Insist(HttpStatusCode.Redirect);
        (await editor.FillAsync(page, Nothing, "button[formaction*=Delete], form[action*=Delete] button")).Insist(HttpStatusCode.Redirect);
        (await editor.FillAsync(page, Nothing, "button[formaction*=Restore], form[action*=Restore] button")).Insist(HttpStatusCode.Redirect);

        var acts = await ActsAsync(site, "file.");
        Assert.Equal(["file.upload", "file.describe", "file.delete", "file.restore"], acts.Select(e => e.Act));
        Assert.All(acts, e => Assert.Equal(email, e.ByName));
        Assert.Contains("Báo cáo quý\"", acts[1].Before, StringComparison.Ordinal);
        Assert.Contains("Báo cáo quý III", acts[1].After, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_saved_unchanged_or_sent_again_is_no_act()
    {
        var site = await WithRecipeAsync();
        var editor = await site.SignInAsAsync(Role.Author);
        var id = (await editor.UploadAsync(site, "Sơ đồ.pdf", Samples.Pdf("Sơ đồ"))).Insist(HttpStatusCode.Created).Json.GetProperty("id").GetInt64();

        await editor.UploadAsync(site, "Sơ đồ.pdf", Samples.Pdf("Sơ đồ"));
        (await editor.FillAsync($"{site.Root}/quan-tri/thu-vien/{id}", new Dictionary<string, string> { ["Title"] = "Sơ đồ" })).Insist(HttpStatusCode.Redirect);

        Assert.Equal("file.upload", Assert.Single(await ActsAsync(site, "file.")).Act);
    }

    [Fact]
    public async Task Ended_sessions_and_a_changed_name_are_written_down()
    {
        var site = await WithRecipeAsync();
        var email = await site.TakeInAsync(Role.Author);
        var (here, _, _) = (await EnterAsync(email), await EnterAsync(email), await EnterAsync(email));
        var account = $"{site.Root}/tai-khoan";

        (await here.FillAsync(account, Nothing, ".gp-sessions form button")).Insist(HttpStatusCode.Redirect);
        (await here.FillAsync(account, Nothing, "form[action*=SignOutOthers] button, .gp-sessions form button")).Insist(HttpStatusCode.Redirect);
        (await here.FillAsync(account, new Dictionary<string, string> { ["Name"] = "Phạm Thị Đăng" }, "form[action*=Name] button")).Insist(HttpStatusCode.Redirect);
        (await here.FillAsync(account, new Dictionary<string, string> { ["Name"] = "Phạm Thị Đăng" }, "form[action*=Name] button")).Insist(HttpStatusCode.Redirect);

        var acts = await ActsAsync(site, "people.");
        Assert.Equal(2, acts.Count(e => e.Act == "people.session-ended" && e.ByName == email));
        var change = Assert.Single(acts, e => e.Act == "people.account");
        Assert.Contains("Nguyễn Thị Ánh", change.Before, StringComparison.Ordinal);
        Assert.Contains("Phạm Thị Đăng", change.After, StringComparison.Ordinal);
    }

    [Fact]
    public async Task How_somebody_signed_in_and_a_wrong_code_are_written_down()
    {
        var site = await WithRecipeAsync();
        var email = await site.TakeInAsync(Role.Author);
        var owner = Portal.NewVisitor();
        var door = $"{site.Root}/dang-nhap";
        var password = new Dictionary<string, string> { ["SignInName"] = email, ["Password"] = TestSite.Password };
        (await owner.FillAsync(door, password)).Insist(HttpStatusCode.Redirect);
        var setUp = $"{site.Root}/tai-khoan/xac-thuc";
        var app = new Authenticator((await owner.GetAsync(setUp)).Html.QuerySelector(".gp-key")!.TextContent, Portal.Clock);
        var codes = (await owner.FillAsync(setUp, new Dictionary<string, string> { ["Code"] = app.Code, ["Password"] = TestSite.Password })).Html.QuerySelectorAll(".gp-codes code").Select(e => e.TextContent).ToArray();

        await ConfirmAsync("000000");
        await ConfirmAsync(app.Code);
        await ConfirmAsync(codes[0]);

        var acts = await ActsAsync(site, "people.");
        Assert.Equal(["password", "code", "recovery-code"], acts.Where(e => e.Act == "people.sign-in").Select(e => System.Text.Json.JsonDocument.Parse(e.After!).RootElement.GetProperty("way").GetString()));
        Assert.Single(acts, e => e.Act == "people.code-refused" && e.Subject == email && e.ById == null);

        async Task ConfirmAsync(string code)
        {
            var visitor = Portal.NewVisitor();
            await visitor.FillAsync((await visitor.FillAsync(door, password)).Insist(HttpStatusCode.Redirect).Location!, new Dictionary<string, string> { ["Code"] = code });
        }
    }

    private async Task<Visitor> EnterAsync(string email)
    {
        var visitor = Portal.NewVisitor();
        await visitor.SignInAsync(email, TestSite.Password);
        return visitor;
    }

    private async Task<IReadOnlyList<AuditEntry>> ActsAsync(TestSite site, string of)
    {
        await using var db = Portal.Services.GetRequiredService<PortalDbFactory>().OpenFor(site.Tenant);
        return await db.Audit.AsNoTracking().Where(e => e.Act.StartsWith(of)).OrderBy(e => e.Id).ToListAsync();
    }
}

public sealed class AuditedActsOnSqliteTests(SqlitePortal portal) : AuditedActsTests(portal);

public sealed class AuditedActsOnPostgresTests(PostgresPortal portal) : AuditedActsTests(portal);
