using System.Net;
using GovPortal.Core.Security;
using GovPortal.Core.Storage;
using GovPortal.Testing;
using GovPortal.Users;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace GovPortal.Portal.Tests;

/// <summary>Signing in by a key on one's device.</summary>
public abstract class PasskeyTests(PortalFixture portal) : PortalTest(portal)
{
    private protected const string Page = "/tai-khoan/xac-thuc";
    private const string Own = "/tai-khoan/khoa";

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

    [Fact]
    public async Task Adding_one_asks_for_the_password_first()
    {
        var (_, _, owner) = await WithPersonAsync();

        var refused = await SendAsync(owner, Page, Own + "?handler=Options", ("Password", "mat-khau-sai-nhe"));

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("Mật khẩu hiện tại không đúng", refused.Json.GetProperty("said").GetString(), StringComparison.Ordinal);
        Assert.False(refused.Headers.TryGetValue("Set-Cookie", out var cookies) && cookies.Contains("halfway", StringComparison.Ordinal));
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
    public async Task What_somebody_else_began_on_the_same_browser_is_not_mine()
    {
        var (site, _, visitor) = await WithPersonAsync();
        using var key = Key(Portal);
        var begun = await SendAsync(visitor, Page, Own + "?handler=Options", ("Password", TestSite.Password));
        (await visitor.FillAsync("/dang-nhap?ve=/", new Dictionary<string, string> { ["SignInName"] = await site.TakeInAsync(Role.Author), ["Password"] = TestSite.Password })).Insist(HttpStatusCode.Redirect);

        await SendAsync(visitor, Page, Own + "?handler=Add", ("Credential", key.Create(begun.Json)), ("Name", "Khóa lạ"));

        var page = await visitor.GetAsync(Page);
        Assert.Contains("không được chấp nhận", page.Words, StringComparison.Ordinal);
        Assert.Empty(page.Html.QuerySelectorAll(".gp-keys li"));
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
    public async Task A_removed_passkey_opens_nothing_and_is_removed_with_the_password_only()
    {
        var (site, _, owner) = await WithPersonAsync();
        using var key = Key(Portal);
        await AddAsync(owner, key, "Máy tính");

        await owner.FillAsync(Page, new Dictionary<string, string> { ["Password"] = "mat-khau-sai-nhe" }, ".gp-keys .gp-btn--danger");
        Assert.Contains("Mật khẩu hiện tại không đúng", (await owner.GetAsync(Page)).Words, StringComparison.Ordinal);
        var elsewhere = Portal.NewVisitor();
        Assert.Equal(HttpStatusCode.Redirect, (await ShowAsync(elsewhere, key, site)).Status);
        await owner.FillAsync(Page, new Dictionary<string, string> { ["Password"] = TestSite.Password }, ".gp-keys .gp-btn--danger");

        Assert.Contains("Đã bỏ khóa", (await owner.GetAsync(Page)).Words, StringComparison.Ordinal);
        Assert.Contains("loi=passkey", (await ShowAsync(Portal.NewVisitor(), key, site)).Location, StringComparison.Ordinal);
        Assert.Contains("/dang-nhap", (await elsewhere.GetAsync($"{site.Root}/quan-tri")).Insist(HttpStatusCode.Redirect).Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_carries_the_name_its_owner_gives_it()
    {
        var (site, _, owner) = await WithPersonAsync();
        using var key = Key(Portal);
        await AddAsync(owner, key, "Máy tính");

        await owner.FillAsync(Page, new Dictionary<string, string> { ["Name"] = "  Khóa   của Ánh " }, ".gp-keys .gp-btn--secondary");
        await ShowAsync(Portal.NewVisitor(), key, site);
        Assert.Equal("Khóa của Ánh", (await owner.GetAsync(Page)).Html.QuerySelector(".gp-keys b")!.TextContent);
        await owner.FillAsync(Page, new Dictionary<string, string> { ["Name"] = "" }, ".gp-keys .gp-btn--secondary");

        var page = await owner.GetAsync(Page);
        Assert.Contains("Hãy đặt tên", page.Words, StringComparison.Ordinal);
        Assert.Equal("Khóa của Ánh", page.Html.QuerySelector(".gp-keys b")!.TextContent);
    }

    [Fact]
    public async Task Nobody_touches_the_passkey_of_another()
    {
        var (site, _, owner) = await WithPersonAsync();
        using var key = Key(Portal);
        await AddAsync(owner, key, "Máy tính");
        var id = (await owner.GetAsync(Page)).Html.QuerySelector(".gp-keys [name=Id]")!.GetAttribute("value")!;
        var stranger = await site.SignInAsAsync(Role.SiteAdministrator);

        await SendAsync(stranger, Page, Own + "?handler=Rename", ("Id", id), ("Name", "Của tôi"));
        await SendAsync(stranger, Page, Own + "?handler=Remove", ("Id", id), ("Password", TestSite.Password));

        Assert.Equal("Máy tính", (await owner.GetAsync(Page)).Html.QuerySelector(".gp-keys b")!.TextContent);
        Assert.Equal(HttpStatusCode.Redirect, (await ShowAsync(Portal.NewVisitor(), key, site)).Status);
    }

    [Fact]
    public async Task Who_is_locked_out_stays_out_with_a_passkey_too()
    {
        var (site, email, owner) = await WithPersonAsync();
        using var key = Key(Portal);
        await AddAsync(owner, key, "Máy tính");
        var thief = Portal.NewVisitor();
        for (var turn = 0; turn < 5; turn++)
        {
            await thief.FillAsync($"{site.Root}/dang-nhap", new Dictionary<string, string> { ["SignInName"] = email, ["Password"] = "mat-khau-sai-nhe" });
        }

        var answer = await ShowAsync(Portal.NewVisitor(), key, site);

        Assert.Contains("quá nhiều lần", (await Portal.NewVisitor().GetAsync(answer.Insist(HttpStatusCode.Redirect).Location!)).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Coming_and_going_of_passkeys_is_written_down_and_ends_other_sessions()
    {
        var (site, email, owner) = await WithPersonAsync();
        var elsewhere = Portal.NewVisitor();
        await elsewhere.SignInAsync(email, TestSite.Password);
        using var key = Key(Portal);

        await AddAsync(owner, key, "Máy tính", site.Root);
        await owner.FillAsync(site.Root + Page, new Dictionary<string, string> { ["Password"] = TestSite.Password }, ".gp-keys .gp-btn--danger");

        Assert.Equal(HttpStatusCode.Redirect, (await elsewhere.GetAsync("/tai-khoan")).Status);
        await using var db = Portal.Services.GetRequiredService<PortalDbFactory>().OpenFor(site.Tenant);
        Assert.Equal(["people.passkey-on", "people.passkey-off"], await db.Audit.Where(e => e.Subject == email && e.Act.StartsWith("people.passkey")).OrderBy(e => e.Id).Select(e => e.Act).ToListAsync());
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

    private protected static SoftPasskey Key(PortalFixture portal) => new(portal.Address.GetLeftPart(UriPartial.Authority));

    private protected static async Task AddAsync(Visitor owner, SoftPasskey key, string name, string root = "")
    {
        var begun = (await SendAsync(owner, root + Page, root + Own + "?handler=Options", ("Password", TestSite.Password))).Insist(HttpStatusCode.OK);
        await SendAsync(owner, root + Page, root + Own + "?handler=Add", ("Credential", key.Create(begun.Json)), ("Name", name));
        Assert.Contains("Đã thêm khóa", (await owner.GetAsync(root + Page)).Words, StringComparison.Ordinal);
    }

    private protected static async Task<Answer> ShowAsync(Visitor visitor, SoftPasskey key, TestSite site, string? returnTo = null)
    {
        var door = $"{site.Root}/dang-nhap";
        var asked = (await SendAsync(visitor, door, door + "/khoa?handler=Options")).Insist(HttpStatusCode.OK);
        return await SendAsync(visitor, door, door + "/khoa", ("Credential", key.Show(asked.Json)), ("ve", returnTo ?? ""));
    }

    // As the script of the page does: with the token of a form that stands there.
    private static async Task<Answer> SendAsync(Visitor visitor, string page, string to, params (string Name, string Value)[] fields)
    {
        var token = (await visitor.GetAsync(page)).Insist(HttpStatusCode.OK).Html.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var content = new FormUrlEncodedContent(fields.Append(("__RequestVerificationToken", token)).Select(f => new KeyValuePair<string, string>(f.Item1, f.Item2)));
        return await visitor.SendAsync(HttpMethod.Post, to, content: content);
    }

    private async Task<(TestSite Site, string Email, Visitor Owner)> WithPersonAsync()
    {
        var site = await WithRecipeAsync();
        var email = await site.TakeInAsync(Role.Publisher);
        var owner = Portal.NewVisitor();
        await owner.SignInAsync(email, TestSite.Password);
        return (site, email, owner);
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
