using System.Net;
using GovPortal.Core.Security;
using GovPortal.Testing;

namespace GovPortal.Portal.Tests;

/// <summary>Signing in by the accounts of somebody else.</summary>
public abstract class ProviderTests(ProviderPortal portal) : ProviderTest(portal)
{
    [Fact]
    public async Task Who_is_known_by_a_verified_address_is_known_for_ever_though_the_address_changes()
    {
        var (site, email) = await WithPersonAsync();
        var subject = Sits(email);

        Assert.Equal($"{site.Root}/quan-tri", (await EnterAsync(site)).Insist(HttpStatusCode.OK).Address);
        Authority.User = new AuthorityUser(subject, "ten.khac@example.vn", IsEmailVerified: true);
        var visitor = Portal.NewVisitor();
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

    [Theory]
    [InlineData("/quan-tri/lich")]
    [InlineData("/en/quan-tri/noi-dung")]
    public async Task People_land_where_they_wanted_to_go_on_a_site_below_a_path(string page)
    {
        var (site, email) = await WithPersonAsync();
        Sits(email);
        var visitor = Portal.NewVisitor();
        var signIn = await FollowAsync(visitor, site.Root + page);
        var button = signIn.Insist(HttpStatusCode.OK).Html.QuerySelector($"a[href^='{Door}?']")!;

        Assert.Contains("tài khoản tỉnh", button.TextContent, StringComparison.Ordinal);
        Assert.Contains("redirect_uri=" + Uri.EscapeDataString(new Uri(Portal.Address, "/dang-nhap/oidc").AbsoluteUri), (await visitor.GetAsync(button.GetAttribute("href")!)).Location, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(site.Root + page, (await FollowAsync(visitor, button.GetAttribute("href")!)).Insist(HttpStatusCode.OK).Address);
    }

    [Fact]
    public async Task Below_a_site_the_door_leads_to_the_root_of_the_host()
    {
        var (site, _) = await WithPersonAsync();

        var answer = await Portal.NewVisitor().GetAsync($"{site.Root}/en{Door}?ve=" + Uri.EscapeDataString($"{site.Root}/en/quan-tri"));

        Assert.Equal($"{Door}?ve=" + Uri.EscapeDataString($"{site.Root}/en/quan-tri"), answer.Insist(HttpStatusCode.Redirect).Location);
    }

    [Fact]
    public async Task Our_own_second_factor_is_asked_for_still()
    {
        var (site, email) = await WithPersonAsync();
        var owner = Portal.NewVisitor();
        await owner.SignInAsync(email, TestSite.Password);
        var app = new Authenticator((await owner.GetAsync("/tai-khoan/xac-thuc")).Html.QuerySelector(".gp-key")!.TextContent, Portal.Clock);
        await owner.FillAsync("/tai-khoan/xac-thuc", new Dictionary<string, string> { ["Code"] = app.Code, ["Password"] = TestSite.Password });
        Sits(email);
        var visitor = Portal.NewVisitor();

        var halfway = await EnterAsync(site, visitor);

        Assert.StartsWith($"{site.Root}/dang-nhap/xac-thuc", halfway.Insist(HttpStatusCode.OK).Address, StringComparison.Ordinal);
        var entered = await visitor.FillAsync(halfway.Address, new Dictionary<string, string> { ["Code"] = app.Code });
        Assert.Equal($"{site.Root}/quan-tri", entered.Insist(HttpStatusCode.Redirect).Location);
    }

    [Fact]
    public async Task A_link_is_undone_with_the_password_and_ends_other_sessions()
    {
        var (site, email) = await WithPersonAsync();
        var subject = Sits(email);
        var (visitor, other) = (Portal.NewVisitor(), Portal.NewVisitor());
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

    private sealed class StrongPortal() : ProviderPortal(new SqliteDatabase())
    {
        protected override IEnumerable<string> MoreSettings => [.. base.MoreSettings, "--GovPortal:OpenIdConnect:IsStrong=true", "--GovPortal:TwoFactor:RequiredFor=Publisher"];
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
