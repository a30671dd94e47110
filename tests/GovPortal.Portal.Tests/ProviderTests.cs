using System.Net;
using GovPortal.Core.Security;
using GovPortal.Core.Storage;
using GovPortal.Testing;
using GovPortal.Users;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace GovPortal.Portal.Tests;

/// <summary>Signing in by the accounts of somebody else: a real provider in this process, and a portal that knows it.</summary>
public abstract class ProviderTests(ProviderPortal portal) : IAsyncLifetime
{
    private const string Door = "/dang-nhap/ngoai";

    private Authority Authority => portal.Authority;

    public async ValueTask InitializeAsync()
    {
        Assert.SkipWhen(portal.Database.Missing is not null, portal.Database.Missing ?? "");
        await portal.BeginAsync();
        Authority.Refuses = false;
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Who_is_known_by_a_verified_address_is_known_for_ever_though_the_address_changes()
    {
        var (site, email) = await WithPersonAsync();
        var subject = Sits(email);

        Assert.Equal($"{site.Root}/quan-tri", (await EnterAsync(site)).Insist(HttpStatusCode.OK).Address);
        Authority.User = new AuthorityUser(subject, "ten.khac@example.vn", IsEmailVerified: true);
        var visitor = portal.NewVisitor();
        Assert.Equal($"{site.Root}/quan-tri", (await EnterAsync(site, visitor)).Insist(HttpStatusCode.OK).Address);
        Assert.Contains(email, (await visitor.GetAsync("/tai-khoan")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_link_and_each_sign_in_are_written_down_on_the_site_they_belong_to()
    {
        var (site, email) = await WithPersonAsync();
        Sits(email);

        await EnterAsync(site);
        await EnterAsync(site);

        Assert.Equal(["people.provider-linked", "people.sign-in", "people.sign-in"], await ActsAsync(site, email));
    }

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

        await using var db = portal.Services.GetRequiredService<PortalDbFactory>().OpenInstallation();
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
        var (visitor, stranger) = (portal.NewVisitor(), portal.NewVisitor());
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
        var answer = await FollowAsync(portal.NewVisitor(), "/dang-nhap/oidc" + query);

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
        var (_, email) = await WithPersonAsync(Role.PortalAdministrator, portal.Portal);
        Sits(email);
        var visitor = portal.NewVisitor();

        var answer = await FollowAsync(visitor, await CallbackAsync(visitor, elsewhere));

        Assert.Equal("/quan-tri", answer.Insist(HttpStatusCode.OK).Address);
        Assert.Equal("/quan-tri", (await visitor.GetAsync(Door + "/xong?ve=" + Uri.EscapeDataString(elsewhere))).Insist(HttpStatusCode.Redirect).Location!.Split("ve=")[^1].Replace("%2F", "/", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/quan-tri/lich")]
    [InlineData("/en/quan-tri/noi-dung")]
    public async Task People_land_where_they_wanted_to_go_on_a_site_below_a_path(string page)
    {
        var (site, email) = await WithPersonAsync();
        Sits(email);
        var visitor = portal.NewVisitor();
        var signIn = await FollowAsync(visitor, site.Root + page);
        var button = signIn.Insist(HttpStatusCode.OK).Html.QuerySelector($"a[href^='{Door}?']")!;

        Assert.Contains("tài khoản tỉnh", button.TextContent, StringComparison.Ordinal);
        Assert.Contains("redirect_uri=" + Uri.EscapeDataString(new Uri(portal.Address, "/dang-nhap/oidc").AbsoluteUri), (await visitor.GetAsync(button.GetAttribute("href")!)).Location, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(site.Root + page, (await FollowAsync(visitor, button.GetAttribute("href")!)).Insist(HttpStatusCode.OK).Address);
    }

    [Fact]
    public async Task Below_a_site_the_door_leads_to_the_root_of_the_host()
    {
        var (site, _) = await WithPersonAsync();

        var answer = await portal.NewVisitor().GetAsync($"{site.Root}/en{Door}?ve=" + Uri.EscapeDataString($"{site.Root}/en/quan-tri"));

        Assert.Equal($"{Door}?ve=" + Uri.EscapeDataString($"{site.Root}/en/quan-tri"), answer.Insist(HttpStatusCode.Redirect).Location);
    }

    [Fact]
    public async Task Our_own_second_factor_is_asked_for_still()
    {
        var (site, email) = await WithPersonAsync();
        var owner = portal.NewVisitor();
        await owner.SignInAsync(email, TestSite.Password);
        var app = new Authenticator((await owner.GetAsync("/tai-khoan/xac-thuc")).Html.QuerySelector(".gp-key")!.TextContent, portal.Clock);
        await owner.FillAsync("/tai-khoan/xac-thuc", new Dictionary<string, string> { ["Code"] = app.Code });
        Sits(email);
        var visitor = portal.NewVisitor();

        var halfway = await EnterAsync(site, visitor);

        Assert.StartsWith($"{site.Root}/dang-nhap/xac-thuc", halfway.Insist(HttpStatusCode.OK).Address, StringComparison.Ordinal);
        var entered = await visitor.FillAsync(halfway.Address, new Dictionary<string, string> { ["Code"] = app.Code });
        Assert.Equal($"{site.Root}/quan-tri", entered.Insist(HttpStatusCode.Redirect).Location);
    }

    [Fact]
    public async Task Who_is_locked_out_stays_out()
    {
        var (site, email) = await WithPersonAsync();
        Sits(email);
        await EnterAsync(site);
        for (var turn = 0; turn < 5; turn++)
        {
            await portal.NewVisitor().FillAsync($"{site.Root}/dang-nhap", new Dictionary<string, string> { ["SignInName"] = email, ["Password"] = "mat-khau-sai-nhe" });
        }

        SaysAtTheDoor(await EnterAsync(site), site, "quá nhiều lần");
        Sits(email);
        SaysAtTheDoor(await EnterAsync(site), site, "quá nhiều lần");
    }

    [Fact]
    public async Task A_link_is_undone_with_the_password_and_ends_other_sessions()
    {
        var (site, email) = await WithPersonAsync();
        var subject = Sits(email);
        var (visitor, other) = (portal.NewVisitor(), portal.NewVisitor());
        await EnterAsync(site, visitor);
        await EnterAsync(site, other);

        (await visitor.FillAsync($"{site.Root}/tai-khoan", Word("mat-khau-sai-nhe"))).Insist(HttpStatusCode.OK);
        (await visitor.FillAsync($"{site.Root}/tai-khoan", Word(TestSite.Password))).Insist(HttpStatusCode.Redirect);

        Assert.Null((await visitor.GetAsync("/tai-khoan")).Insist(HttpStatusCode.OK).Html.QuerySelector("[name=UnlinkPassword]"));
        Assert.Equal(HttpStatusCode.Redirect, (await other.GetAsync("/tai-khoan")).Status);
        Authority.User = new AuthorityUser(subject, "ten.khac@example.vn", IsEmailVerified: true);
        SaysAtTheDoor(await EnterAsync(site), site, "nhờ quản trị viên");
        Assert.Contains("people.provider-unlinked", await ActsAsync(site, email));

        static Dictionary<string, string> Word(string password) => new() { ["UnlinkPassword"] = password };
    }

    private protected static async Task<string> CallbackAsync(Visitor visitor, string returnTo) =>
        (await visitor.GetAsync((await visitor.GetAsync($"{Door}?ve=" + Uri.EscapeDataString(returnTo))).Insist(HttpStatusCode.Redirect).Location!)).Insist(HttpStatusCode.Redirect).Location!;

    // As a browser does.
    private protected static async Task<Answer> FollowAsync(Visitor visitor, string address)
    {
        var answer = await visitor.GetAsync(address);
        for (var step = 0; step < 10 && answer.Status == HttpStatusCode.Redirect; step++)
        {
            answer = await visitor.GetAsync(answer.Location!);
        }

        return answer;
    }

    private Task<Answer> EnterAsync(TestSite site, Visitor? visitor = null) => FollowAsync(visitor ?? portal.NewVisitor(), $"{Door}?ve=" + Uri.EscapeDataString($"{site.Root}/quan-tri"));

    private static void SaysAtTheDoor(Answer answer, TestSite site, string words)
    {
        Assert.StartsWith($"{site.Root}/dang-nhap?loi=", answer.Insist(HttpStatusCode.OK).Address, StringComparison.Ordinal);
        Assert.Contains(words, answer.Html.QuerySelector(".gp-notice--warn")?.TextContent, StringComparison.Ordinal);
    }

    private string Sits(string email)
    {
        var subject = Guid.NewGuid().ToString();
        Authority.User = new AuthorityUser(subject, email, IsEmailVerified: true);
        return subject;
    }

    private async Task<string[]> ActsAsync(TestSite site, string email)
    {
        await using var db = portal.Services.GetRequiredService<PortalDbFactory>().OpenFor(site.Tenant);
        return await db.Audit.Where(e => e.Subject == email).OrderBy(e => e.Id).Select(e => e.Act).ToArrayAsync();
    }

    private async Task<(TestSite Site, string Email)> WithPersonAsync(Role role = Role.Publisher, TestSite? at = null)
    {
        var site = at ?? await portal.WithRecipeAsync("commune");
        return (site, await site.TakeInAsync(role));
    }
}

public sealed class ProviderOnSqliteTests(ProviderOnSqlite portal) : ProviderTests(portal), IClassFixture<ProviderOnSqlite>
{
    [Fact]
    public async Task A_provider_that_asks_for_two_factors_itself_opens_the_desk_to_who_must_have_them()
    {
        await using var own = new StrongPortal();
        await own.BeginAsync();
        var site = await own.WithRecipeAsync("commune");
        own.Authority.User = new AuthorityUser("nguoi-dang", await site.TakeInAsync(Role.Publisher), IsEmailVerified: true);

        var answer = await FollowAsync(own.NewVisitor(), "/dang-nhap/ngoai?ve=" + Uri.EscapeDataString($"{site.Root}/quan-tri"));

        Assert.Equal($"{site.Root}/quan-tri", answer.Insist(HttpStatusCode.OK).Address);
    }

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

    private sealed class StrongPortal() : ProviderPortal(new SqliteDatabase())
    {
        protected override IEnumerable<string> MoreSettings => [.. base.MoreSettings, "--GovPortal:OpenIdConnect:IsStrong=true", "--GovPortal:TwoFactor:RequiredFor=Publisher"];
    }

    private sealed class OrphanPortal(IEnumerable<string> settings) : PortalFixture(new SqliteDatabase())
    {
        protected override IEnumerable<string> MoreSettings => settings;
    }
}

public sealed class ProviderOnPostgresTests(ProviderOnPostgres portal) : ProviderTests(portal), IClassFixture<ProviderOnPostgres>;

/// <summary>Without a provider there is no door to one.</summary>
public sealed class NoProviderTests(SqlitePortal portal) : PortalTest(portal)
{
    [Fact]
    public async Task Without_a_provider_there_is_no_door_to_one()
    {
        var site = await WithRecipeAsync();

        Assert.Null((await site.VisitAsync("/dang-nhap")).Html.QuerySelector("a[href*='/dang-nhap/ngoai']"));
        foreach (var address in new[] { "/dang-nhap/ngoai", "/dang-nhap/ngoai/xong", "/dang-nhap/oidc?code=la&state=la" })
        {
            (await Portal.NewVisitor().GetAsync(address)).Insist(HttpStatusCode.NotFound);
        }
    }
}
