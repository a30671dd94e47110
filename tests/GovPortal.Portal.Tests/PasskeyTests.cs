using System.Net;
using GovPortal.Core.Security;
using GovPortal.Testing;
using GovPortal.Users;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace GovPortal.Portal.Tests;

/// <summary>Signing in by a key on one's device.</summary>
public abstract class PasskeyTests(PortalFixture portal) : PasskeyTest(portal)
{
    [Fact]
    public async Task A_passkey_opens_the_desk_without_a_password()
    {
        var (site, email, owner) = await WithPersonAsync();
        using var key = Key(Portal);
        await AddAsync(owner, key, "Điện thoại cơ quan");
        var visitor = Portal.NewVisitor();

        Assert.Equal($"{site.Root}/quan-tri", (await ShowAsync(visitor, key, site)).Insist(HttpStatusCode.Redirect).Location);
        Assert.Contains("Điện thoại cơ quan", (await visitor.GetAsync(site.Root + Page)).Insist(HttpStatusCode.OK).Words, StringComparison.Ordinal);
        Assert.Equal($"{site.Root}/quan-tri", (await ShowAsync(Portal.NewVisitor(), key, site)).Insist(HttpStatusCode.Redirect).Location);
        Assert.Contains(email, (await visitor.GetAsync("/tai-khoan")).Insist(HttpStatusCode.OK).Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("không phải JSON")]
    [InlineData("{}")]
    [InlineData("""{"id":"AAAA","rawId":"AAAA","type":"public-key","clientExtensionResults":{},"response":{"clientDataJSON":"AAAA","attestationObject":"oA","authenticatorData":"AAAA","signature":"AAAA"}}""")]
    public async Task What_no_device_would_answer_is_refused_with_a_sentence(string credential)
    {
        var (site, _, owner) = await WithPersonAsync();

        foreach (var isBegun in new[] { false, true })
        {
            var visitor = Portal.NewVisitor();
            if (isBegun)
            {
                await SendAsync(owner, Page, Own + "?handler=Options", ("Password", TestSite.Password));
                await SendAsync(visitor, $"{site.Root}/dang-nhap", $"{site.Root}/dang-nhap/khoa?handler=Options");
            }

            await SendAsync(owner, Page, Own + "?handler=Add", ("Credential", credential), ("Name", "Khóa lạ"));
            Assert.Contains("không được chấp nhận", (await owner.GetAsync(Page)).Insist(HttpStatusCode.OK).Words, StringComparison.Ordinal);
            var shown = await SendAsync(visitor, $"{site.Root}/dang-nhap", $"{site.Root}/dang-nhap/khoa", ("Credential", credential));
            Assert.Contains("không được chấp nhận", (await visitor.GetAsync(shown.Insist(HttpStatusCode.Redirect).Location!)).Insist(HttpStatusCode.OK).Words, StringComparison.Ordinal);
        }

        Assert.Empty((await owner.GetAsync(Page)).Html.QuerySelectorAll(".gp-keys li"));
    }

    [Fact]
    public async Task A_passkey_shown_to_the_page_of_another_host_opens_nothing()
    {
        var (site, _, owner) = await WithPersonAsync();
        using var key = Key(Portal);
        await AddAsync(owner, key, "Máy tính");
        using var fooled = new SoftPasskey("https://dang-nhap.example.com");

        var begun = await SendAsync(owner, Page, Own + "?handler=Options", ("Password", TestSite.Password));
        await SendAsync(owner, Page, Own + "?handler=Add", ("Credential", fooled.Create(begun.Json)), ("Name", "Khóa lạ"));

        Assert.Contains("không được chấp nhận", (await owner.GetAsync(Page)).Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await ShowAsync(Portal.NewVisitor(), key, site)).Status);
    }

    [Fact]
    public async Task An_answer_is_good_once()
    {
        var (site, _, owner) = await WithPersonAsync();
        using var key = Key(Portal);
        await AddAsync(owner, key, "Máy tính");
        var visitor = Portal.NewVisitor();
        var asked = (await SendAsync(visitor, $"{site.Root}/dang-nhap", $"{site.Root}/dang-nhap/khoa?handler=Options")).Insist(HttpStatusCode.OK);
        var answer = key.Show(asked.Json);

        Assert.EndsWith("/quan-tri", (await SendAsync(visitor, $"{site.Root}/dang-nhap?ve=/", $"{site.Root}/dang-nhap/khoa", ("Credential", answer))).Location, StringComparison.Ordinal);
        Assert.Contains("loi=passkey", (await SendAsync(visitor, $"{site.Root}/dang-nhap?ve=/", $"{site.Root}/dang-nhap/khoa", ("Credential", answer))).Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_locked_out_stays_out_with_a_passkey_too()
    {
        var (site, email, owner) = await WithPersonAsync();
        using var key = Key(Portal);
        await AddAsync(owner, key, "Máy tính");
        await site.LockOutAsync(email);

        var answer = await ShowAsync(Portal.NewVisitor(), key, site);

        Assert.Contains("quá nhiều lần", (await Portal.NewVisitor().GetAsync(answer.Insist(HttpStatusCode.Redirect).Location!)).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_door_leads_to_addresses_of_this_portal_only()
    {
        var (site, _, owner) = await WithPersonAsync();
        using var key = Key(Portal);
        await AddAsync(owner, key, "Máy tính");

        Assert.Equal($"{site.Root}/quan-tri", (await ShowAsync(Portal.NewVisitor(), key, site, "//example.com/")).Location);
        Assert.Equal($"{site.Root}/quan-tri/lich", (await ShowAsync(Portal.NewVisitor(), key, site, $"{site.Root}/quan-tri/lich")).Location);
    }
}

public sealed class PasskeyOnSqliteTests(SqlitePortal portal) : PasskeyTests(portal)
{
    [Fact]
    public async Task A_passkey_is_the_second_factor_that_a_role_needs()
    {
        await using var own = new StrictPortal();
        var site = await own.WithRecipeAsync("commune");
        var owner = await site.SignInAsAsync(Role.Publisher);
        using var key = Key(own);
        await AddAsync(owner, key, "Máy tính");
        Assert.EndsWith(Page, (await owner.GetAsync($"{site.Root}/quan-tri")).Insist(HttpStatusCode.Redirect).Location, StringComparison.Ordinal);

        var visitor = own.NewVisitor();
        await ShowAsync(visitor, key, site);
        (await visitor.GetAsync($"{site.Root}/quan-tri")).Insist(HttpStatusCode.OK);

        // The cookie is written anew with the name.
        await visitor.FillAsync("/tai-khoan", new Dictionary<string, string> { ["Name"] = "Trần Thị Ánh" });
        (await visitor.GetAsync($"{site.Root}/quan-tri")).Insist(HttpStatusCode.OK);

        await visitor.FillAsync(Page, new Dictionary<string, string> { ["Password"] = TestSite.Password }, ".gp-keys .gp-btn--danger");
        Assert.EndsWith(Page, (await visitor.GetAsync($"{site.Root}/quan-tri")).Insist(HttpStatusCode.Redirect).Location, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "bacninh.gov.vn", true)]
    [InlineData(null, "192.0.2.7", false)]
    [InlineData(null, "[2001:db8::7]", false)]
    [InlineData("bacninh.gov.vn", "bacninh.gov.vn", true)]
    [InlineData("bacninh.gov.vn", "soyte.bacninh.gov.vn", true)]
    [InlineData("bacninh.gov.vn", "gia-bacninh.gov.vn", false)]
    [InlineData("bacninh.gov.vn", "localhost", false)]
    public void Passkeys_are_offered_where_browsers_take_them(string? domain, string host, bool taken) =>
        Assert.Equal(taken, new PasskeySettings(domain).AreTakenAt(new HostString(host, 443)));

    [Fact]
    public void A_domain_that_is_none_is_named_at_start_up()
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("GovPortal:Passkeys:Domain", "https://bacninh.gov.vn")]).Build();

        Assert.Contains("GovPortal:Passkeys:Domain", Assert.Throws<InvalidOperationException>(() => PasskeySettings.From(settings)).Message, StringComparison.Ordinal);
    }


    private sealed class StrictPortal() : PortalFixture(new SqliteDatabase())
    {
        protected override IEnumerable<string> MoreSettings => ["--GovPortal:TwoFactor:RequiredFor=Publisher"];
    }
}

public sealed class PasskeyOnPostgresTests(PostgresPortal portal) : PasskeyTests(portal);
