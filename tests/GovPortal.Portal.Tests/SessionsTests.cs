using System.Net;
using GovPortal.Core.Security;
using GovPortal.Storage;
using GovPortal.Testing;
using GovPortal.Users;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GovPortal.Portal.Tests;

public abstract class SessionsTests(PortalFixture portal) : PortalTest(portal)
{
    private const string Account = "/tai-khoan";

    [Fact]
    public async Task One_sees_where_one_is_signed_in_and_ends_one_session()
    {
        var (_, here, there) = await TwiceAsync();

        var page = (await here.GetAsync(Account)).Insist(HttpStatusCode.OK);
        Assert.Equal(2, page.Html.QuerySelectorAll(".gp-sessions li").Length);
        Assert.Single(page.Html.QuerySelectorAll(".gp-sessions form"));
        (await here.FillAsync(Account, new Dictionary<string, string>(), ".gp-sessions form button")).Insist(HttpStatusCode.Redirect);

        Assert.False(await IsInAsync(there));
        Assert.True(await IsInAsync(here));
    }

    [Fact]
    public async Task Everywhere_else_is_signed_out_at_once()
    {
        var (_, here, there) = await TwiceAsync();

        (await here.FillAsync(Account, new Dictionary<string, string>(), "form[action*=SignOutOthers] button")).Insist(HttpStatusCode.Redirect);

        Assert.False(await IsInAsync(there));
        Assert.True(await IsInAsync(here));
    }

    [Fact]
    public async Task Nobody_ends_the_session_of_another()
    {
        var (email, here, _) = await TwiceAsync();
        var stranger = await (await WithRecipeAsync()).SignInAsAsync(Role.SiteAdministrator);
        var session = (await SessionsOfAsync(email))[0];
        (await stranger.FillAsync("/dang-nhap?ve=%2Ftai-khoan", new Dictionary<string, string> { ["SignInName"] = email, ["Password"] = "sai-mat-khau-roi" })).Insist(HttpStatusCode.OK);

        (await stranger.FillAsync(Account, new Dictionary<string, string> { ["session"] = session.ToString() }, "form[action*=Name] button", Account + "?handler=SignOut")).Insist(HttpStatusCode.Redirect);

        Assert.Equal(2, (await SessionsOfAsync(email)).Count);
        Assert.True(await IsInAsync(here));
    }

    [Fact]
    public async Task A_new_password_signs_other_devices_out()
    {
        var (email, here, there) = await TwiceAsync();
        const string Fresh = "mat-khau-moi-tinh";

        (await here.FillAsync(Account, Change("khong-phai-cu-dau", Fresh))).Insist(HttpStatusCode.OK);
        (await here.FillAsync(Account, Change(TestSite.Password, "ngan"))).Insist(HttpStatusCode.OK);
        Assert.True(await IsInAsync(there));
        (await here.FillAsync(Account, Change(TestSite.Password, Fresh))).Insist(HttpStatusCode.Redirect);

        Assert.False(await IsInAsync(there));
        Assert.True(await IsInAsync(here));
        await Portal.NewVisitor().SignInAsync(email, Fresh);
    }

    [Fact]
    public async Task Signing_out_or_in_anew_leaves_no_session_behind()
    {
        var (email, here, there) = await TwiceAsync();

        (await here.FillAsync("/dang-nhap?ve=%2Ftai-khoan", new Dictionary<string, string> { ["SignInName"] = email, ["Password"] = TestSite.Password })).Insist(HttpStatusCode.Redirect);
        Assert.Equal(2, (await SessionsOfAsync(email)).Count);
        (await there.FillAsync(Account, new Dictionary<string, string>(), "form[action$='/dang-xuat'] button")).Insist(HttpStatusCode.Redirect);

        Assert.Single(await SessionsOfAsync(email));
    }

    [Fact]
    public async Task A_new_name_is_seen_at_once_and_keeps_the_session()
    {
        var (email, here, _) = await TwiceAsync();
        var before = await SessionsOfAsync(email);

        (await here.FillAsync(Account, new Dictionary<string, string> { ["Name"] = "  Nguyễn  Thị Ánh Đào " })).Insist(HttpStatusCode.Redirect);

        Assert.Contains("Nguyễn Thị Ánh Đào", (await here.GetAsync(Account)).Html.QuerySelector(".gp-bar")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(before.Order(), (await SessionsOfAsync(email)).Order());
    }

    private async Task<(string Email, Visitor Site, Visitor There)> TwiceAsync()
    {
        var email = await (await WithRecipeAsync()).TakeInAsync(Role.Author);
        var (here, there) = (Portal.NewVisitor(), Portal.NewVisitor());
        await here.SignInAsync(email, TestSite.Password);
        await there.SignInAsync(email, TestSite.Password);
        return (email, here, there);
    }

    private async Task<List<Guid>> SessionsOfAsync(string email)
    {
        await using var db = Portal.Services.GetRequiredService<PortalDbFactory>().OpenInstallation();
        return await db.Sessions.Where(s => db.Users.Any(p => p.Id == s.PersonId && p.UserName == email)).Select(s => s.Id).ToListAsync();
    }

    private protected static async Task<bool> IsInAsync(Visitor visitor) => (await visitor.GetAsync(Account)).Status == HttpStatusCode.OK;

    private static Dictionary<string, string> Change(string present, string fresh) => new() { ["Password"] = present, ["NewPassword"] = fresh };
}

public sealed class SessionsOnSqliteTests(SqlitePortal portal) : SessionsTests(portal)
{
    [Fact]
    public async Task A_session_ended_by_another_process_is_over_within_half_a_minute()
    {
        await using var own = new SqlitePortal();
        var visitor = await (await own.WithRecipeAsync("commune")).SignInAsAsync(Role.Author);
        await using (var db = own.Services.GetRequiredService<PortalDbFactory>().OpenInstallation())
        {
            await db.Sessions.ExecuteDeleteAsync();
        }

        own.Clock.Advance(TimeSpan.FromSeconds(31));

        Assert.False(await IsInAsync(visitor));
    }

    [Fact]
    public async Task When_one_was_seen_is_noted_at_most_every_five_minutes()
    {
        await using var own = new SqlitePortal();
        var visitor = await (await own.WithRecipeAsync("commune")).SignInAsAsync(Role.Author);

        Assert.Equal(TimeSpan.Zero, await SeenAfterAsync(TimeSpan.FromMinutes(4)));
        Assert.Equal(TimeSpan.FromMinutes(6), await SeenAfterAsync(TimeSpan.FromMinutes(2)));

        async Task<TimeSpan> SeenAfterAsync(TimeSpan pause)
        {
            own.Clock.Advance(pause);
            Assert.True(await IsInAsync(visitor));
            await using var db = own.Services.GetRequiredService<PortalDbFactory>().OpenInstallation();
            var session = await db.Sessions.SingleAsync();
            return session.SeenAt - session.CreatedAt;
        }
    }
}

public sealed class SessionsOnPostgresTests(PostgresPortal portal) : SessionsTests(portal);
