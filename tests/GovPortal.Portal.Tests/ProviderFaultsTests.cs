using System.Net;
using GovPortal.Core.Security;
using GovPortal.Storage;
using GovPortal.Testing;
using GovPortal.Users;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace GovPortal.Portal.Tests;

/// <summary>Whom the accounts of somebody else do not open the door to, and what they are told.</summary>
public abstract class ProviderFaultsTests(ProviderPortal portal) : ProviderTest(portal)
{
    [Fact]
    public async Task Whose_address_the_provider_has_not_verified_is_not_known_by_it()
    {
        var (site, email) = await WithPersonAsync();
        Authority.User = new AuthorityUser(Guid.NewGuid().ToString(), email, IsEmailVerified: false);

        SaysAtTheDoor(await EnterAsync(site), site, "chưa xác nhận địa chỉ thư");
        Assert.Empty(await ActsAsync(site, email));
    }

    [Fact]
    public async Task Whom_nobody_invited_is_told_whom_to_ask_and_gets_no_account()
    {
        var (site, _) = await WithPersonAsync();
        Sits("nguoi.la@example.vn");

        SaysAtTheDoor(await EnterAsync(site), site, "nhờ quản trị viên");

        await using var db = Portal.Services.GetRequiredService<PortalDbFactory>().OpenInstallation();
        Assert.False(await db.Users.AnyAsync(p => p.Email == "nguoi.la@example.vn"));
    }

    [Fact]
    public async Task Who_says_no_at_the_provider_is_back_at_the_door_with_a_sentence()
    {
        var (site, email) = await WithPersonAsync();
        Sits(email);
        Authority.Refuses = true;

        SaysAtTheDoor(await EnterAsync(site), site, "bị từ chối hoặc hủy");
    }

    [Fact]
    public async Task What_the_provider_sent_is_good_once_and_in_one_browser()
    {
        var (site, email) = await WithPersonAsync();
        Sits(email);
        var (visitor, stranger) = (Portal.NewVisitor(), Portal.NewVisitor());
        var callback = await CallbackAsync(visitor, $"{site.Root}/quan-tri");

        Assert.Contains("bắt đầu lại", (await FollowAsync(stranger, callback)).Insist(HttpStatusCode.OK).Words, StringComparison.Ordinal);
        Assert.Equal($"{site.Root}/quan-tri", (await FollowAsync(visitor, callback)).Insist(HttpStatusCode.OK).Address);
        await visitor.FillAsync($"{site.Root}/quan-tri", new Dictionary<string, string>(), "form[action$='/dang-xuat'] button");
        Assert.Contains("bắt đầu lại", (await FollowAsync(visitor, callback)).Insist(HttpStatusCode.OK).Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("?code=la&state=la")]
    [InlineData("?state=")]
    [InlineData("")]
    [InlineData("?error=server_error&error_description=%3Cscript%3Ealert(1)%3C/script%3E")]
    public async Task What_nobody_asked_for_ends_at_the_door_with_a_sentence(string query)
    {
        var answer = await FollowAsync(Portal.NewVisitor(), "/dang-nhap/oidc" + query);

        Assert.StartsWith("/dang-nhap?loi=", answer.Insist(HttpStatusCode.OK).Address, StringComparison.Ordinal);
        Assert.NotNull(answer.Html.QuerySelector(".gp-notice--warn"));
        Assert.DoesNotContain("Exception", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("alert(1)", answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://example.com/")]
    [InlineData("//example.com/")]
    [InlineData("/\\example.com/")]
    public async Task Nobody_is_led_away_from_the_portal(string elsewhere)
    {
        var (_, email) = await WithPersonAsync(Role.PortalAdministrator, Portal.Portal);
        Sits(email);
        var visitor = Portal.NewVisitor();

        var answer = await FollowAsync(visitor, await CallbackAsync(visitor, elsewhere));

        Assert.Equal("/quan-tri", answer.Insist(HttpStatusCode.OK).Address);
        Assert.Equal("/quan-tri", (await visitor.GetAsync(Door + "/xong?ve=" + Uri.EscapeDataString(elsewhere))).Insist(HttpStatusCode.Redirect).Location!.Split("ve=")[^1].Replace("%2F", "/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_is_locked_out_stays_out()
    {
        var (site, email) = await WithPersonAsync();
        Sits(email);
        await EnterAsync(site);
        await site.LockOutAsync(email);

        SaysAtTheDoor(await EnterAsync(site), site, "quá nhiều lần");
        Sits(email);
        SaysAtTheDoor(await EnterAsync(site), site, "quá nhiều lần");
    }
}

public sealed class ProviderFaultsOnSqliteTests(ProviderOnSqlite portal) : ProviderFaultsTests(portal), IClassFixture<ProviderOnSqlite>
{
    [Fact]
    public async Task A_provider_that_is_gone_is_said_to_be_before_and_after()
    {
        await using var own = new ProviderOnSqlite();
        await own.BeginAsync();
        own.Authority.User = new AuthorityUser("nguoi-dang", "nguoi.dang@example.vn", IsEmailVerified: true);
        var visitor = own.NewVisitor();
        var callback = await CallbackAsync(visitor, "/quan-tri");
        await own.Authority.StopAsync();
        await using var later = new OrphanPortal(own.Authority.Settings);
        await later.StartAsync();

        foreach (var answer in new[] { await FollowAsync(visitor, callback), await FollowAsync(later.NewVisitor(), "/dang-nhap/ngoai?ve=/quan-tri") })
        {
            Assert.Equal("/dang-nhap?loi=provider-down&ve=%2Fquan-tri", answer.Insist(HttpStatusCode.OK).Address);
            Assert.Contains("không trả lời", answer.Html.QuerySelector(".gp-notice--warn")!.TextContent, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("Authority=https://a.example.vn", "ClientId", "ClientSecret", "Name")]
    [InlineData("TrustsEmail=true", "Authority", "ClientId", "ClientSecret", "Name")]
    [InlineData("Authority=http://a.example.vn ClientId=a ClientSecret=b Name=c IsStrong=co", "Authority", "IsStrong")]
    public void Settings_half_given_are_named_at_start_up(string given, params string[] named)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection(given.Split(' ').Select(pair => pair.Split('='))
            .Select(pair => new KeyValuePair<string, string?>("GovPortal:OpenIdConnect:" + pair[0], pair[1]))).Build();

        var message = Assert.Throws<InvalidOperationException>(() => ProviderSettings.From(settings)).Message;

        Assert.All(named, name => Assert.Contains($"GovPortal:OpenIdConnect:{name} is", message, StringComparison.Ordinal));
    }

    private sealed class OrphanPortal(IEnumerable<string> settings) : PortalFixture(new SqliteDatabase())
    {
        protected override IEnumerable<string> MoreSettings => settings;
    }
}

public sealed class ProviderFaultsOnPostgresTests(ProviderOnPostgres portal) : ProviderFaultsTests(portal), IClassFixture<ProviderOnPostgres>;
