using System.Net;
using GovPortal.Core.Security;
using GovPortal.Mail;
using GovPortal.Storage;
using GovPortal.Storage.People;
using GovPortal.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GovPortal.Portal.Tests;

/// <summary>Who lost telephone and codes is let in again by somebody who looks after every site they work on.</summary>
public abstract class LostSecondFactorTests(PortalFixture portal) : PortalTest(portal)
{
    private const string Button = "form[action*=Reset] button";

    [Fact]
    public async Task An_administrator_resets_it_and_the_person_hears_of_it()
    {
        var site = await WithRecipeAsync();
        var (email, id, there) = await WithFactorAsync(site);
        var administrator = await site.SignInAsAsync(Role.SiteAdministrator);

        (await administrator.FillAsync($"{site.Root}/quan-tri/nguoi-dung/{id}", new Dictionary<string, string>(), Button)).Insist(HttpStatusCode.Redirect);

        Assert.Contains("đặt lại", (await Portal.Post.AwaitAsync(email)).Subject, StringComparison.Ordinal);
        Assert.Contains("/dang-nhap", (await there.GetAsync("/tai-khoan")).Insist(HttpStatusCode.Redirect).Location, StringComparison.Ordinal);
        var back = Portal.NewVisitor();
        await back.SignInAsync(email, TestSite.Password);
        (await back.GetAsync($"{site.Root}/quan-tri")).Insist(HttpStatusCode.OK);
        Assert.Contains("Đặt lại xác thực hai lớp", (await administrator.GetAsync($"{site.Root}/quan-tri/nhat-ky")).Words, StringComparison.Ordinal);
        Assert.Null((await administrator.GetAsync($"{site.Root}/quan-tri/nguoi-dung/{id}")).Html.QuerySelector(Button));
    }

    [Fact]
    public async Task An_administrator_of_one_site_does_not_reset_who_also_works_on_another()
    {
        var (site, other) = (await WithRecipeAsync(), await WithRecipeAsync());
        var (email, id, there) = await WithFactorAsync(site);
        await using (var db = Portal.Services.GetRequiredService<PortalDbFactory>().OpenInstallation())
        {
            db.Memberships.Add(new Membership { PersonId = id, TenantId = other.Tenant.Id, Role = Role.Author });
            await db.SaveChangesAsync();
        }

        var administrator = await site.SignInAsAsync(Role.SiteAdministrator);
        var member = $"{site.Root}/quan-tri/nguoi-dung/{id}";

        Assert.Null((await administrator.GetAsync(member)).Html.QuerySelector(Button));
        (await administrator.FillAsync(member, new Dictionary<string, string>(), "form button", member + "?handler=Reset")).Insist(HttpStatusCode.OK);
        Assert.Empty(await Portal.Post.ToAsync(email));
        (await there.GetAsync("/tai-khoan")).Insist(HttpStatusCode.OK);
        var keeper = Portal.NewVisitor();
        await keeper.SignInAsync("admin", PortalFixture.AdminPassword);
        (await keeper.FillAsync(member, new Dictionary<string, string>(), Button)).Insist(HttpStatusCode.Redirect);
        await Portal.Post.AwaitAsync(email);
    }

    [Fact]
    public async Task Nobody_resets_their_own_in_this_way()
    {
        var site = await WithRecipeAsync();
        var (_, id, there) = await WithFactorAsync(site, Role.SiteAdministrator);

        Assert.Null((await there.GetAsync($"{site.Root}/quan-tri/nguoi-dung/{id}")).Insist(HttpStatusCode.OK).Html.QuerySelector(Button));
    }

    [Fact]
    public async Task A_command_resets_it()
    {
        var site = await WithRecipeAsync();
        var (email, _, _) = await WithFactorAsync(site);

        (await Portal.RunAsync("user", "reset-second-factor", email)).Insist(0);
        (await Portal.RunAsync("user", "reset-second-factor", "khong.co@example.vn")).Insist(2);

        await Portal.NewVisitor().SignInAsync(email, TestSite.Password);

        // The command's clock is ahead of the portal's, which sends its letter when that time has come.
        var later = Portal.Clock.GetUtcNow() + TimeSpan.FromDays(1);
        await using var db = Portal.Services.GetRequiredService<PortalDbFactory>().OpenInstallation();
        Assert.True(await db.Outbox.AnyAsync(l => l.CreatedAt > later));
    }

    private async Task<(string Email, Guid Id, Visitor There)> WithFactorAsync(TestSite site, Role role = Role.Author)
    {
        const string SetUp = "/tai-khoan/xac-thuc";
        var email = await site.TakeInAsync(role);
        var owner = Portal.NewVisitor();
        await owner.SignInAsync(email, TestSite.Password);
        var app = new Authenticator((await owner.GetAsync(SetUp)).Html.QuerySelector(".gp-key")!.TextContent, Portal.Clock);
        (await owner.FillAsync(SetUp, new Dictionary<string, string> { ["Code"] = app.Code, ["Password"] = TestSite.Password })).Insist(HttpStatusCode.OK);
        await using var db = Portal.Services.GetRequiredService<PortalDbFactory>().OpenInstallation();
        return (email, await db.Users.Where(p => p.UserName == email).Select(p => p.Id).SingleAsync(), owner);
    }
}

public sealed class LostSecondFactorOnSqliteTests(SqlitePortal portal) : LostSecondFactorTests(portal);

public sealed class LostSecondFactorOnPostgresTests(PostgresPortal portal) : LostSecondFactorTests(portal);
