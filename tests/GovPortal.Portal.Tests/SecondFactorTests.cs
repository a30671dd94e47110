using System.Net;
using GovPortal.Core.Security;
using GovPortal.Storage;
using GovPortal.Testing;
using GovPortal.Users;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace GovPortal.Portal.Tests;

public abstract class SecondFactorTests(PortalFixture portal) : PortalTest(portal)
{
    private const string SetUp = "/tai-khoan/xac-thuc";

    [Fact]
    public async Task With_a_second_factor_the_password_alone_opens_nothing()
    {
        var (site, email, app, _) = await WithFactorAsync();
        var visitor = Portal.NewVisitor();

        var halfway = await PasswordAsync(visitor, site, email);
        Assert.StartsWith($"{site.Root}/dang-nhap/xac-thuc", halfway.Insist(HttpStatusCode.Redirect).Location, StringComparison.Ordinal);
        Assert.Contains("/dang-nhap", (await visitor.GetAsync($"{site.Root}/quan-tri")).Insist(HttpStatusCode.Redirect).Location, StringComparison.Ordinal);
        (await visitor.FillAsync(halfway.Location!, Code("000000"))).Insist(HttpStatusCode.OK);

        var entered = await visitor.FillAsync(halfway.Location!, Code(app.Code));
        Assert.Equal($"{site.Root}/quan-tri", entered.Insist(HttpStatusCode.Redirect).Location);
        (await visitor.GetAsync($"{site.Root}/quan-tri")).Insist(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_code_opens_the_door_once()
    {
        var (site, email, app, _) = await WithFactorAsync();
        var code = app.Code;

        Assert.Equal(HttpStatusCode.Redirect, await EnterAsync(code));
        Assert.Equal(HttpStatusCode.OK, await EnterAsync(code));
        Assert.Equal(HttpStatusCode.Redirect, await EnterAsync(app.Code));
        Assert.Equal(HttpStatusCode.OK, await EnterAsync(code));

        async Task<HttpStatusCode> EnterAsync(string shown)
        {
            var visitor = Portal.NewVisitor();
            return (await visitor.FillAsync((await PasswordAsync(visitor, site, email)).Location!, Code(shown))).Status;
        }
    }

    [Fact]
    public async Task The_code_that_set_the_telephone_up_opens_nothing_afterwards()
    {
        var site = await WithRecipeAsync();
        var email = await site.TakeInAsync(Role.Author);
        var owner = Portal.NewVisitor();
        await owner.SignInAsync(email, TestSite.Password);
        var code = new Authenticator((await owner.GetAsync(SetUp)).Html.QuerySelector(".gp-key")!.TextContent, Portal.Clock).Code;
        Assert.NotEmpty(CodesIn(await owner.FillAsync(SetUp, With(code, TestSite.Password))));

        var visitor = Portal.NewVisitor();
        (await visitor.FillAsync((await PasswordAsync(visitor, site, email)).Location!, Code(code))).Insist(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_recovery_code_stands_in_for_the_telephone_once()
    {
        var (site, email, _, codes) = await WithFactorAsync();

        Assert.Equal(10, codes.Distinct().Count());
        Assert.Equal(HttpStatusCode.Redirect, await EnterAsync(codes[0].ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal)));
        Assert.Equal(HttpStatusCode.OK, await EnterAsync(codes[0]));
        Assert.Equal(HttpStatusCode.Redirect, await EnterAsync(codes[1]));

        async Task<HttpStatusCode> EnterAsync(string code)
        {
            var visitor = Portal.NewVisitor();
            return (await visitor.FillAsync((await PasswordAsync(visitor, site, email)).Location!, Code(code))).Status;
        }
    }

    [Theory]
    [InlineData("000000")]
    [InlineData("AAAAA-AAAAA")]
    public async Task Wrong_codes_lock_the_door(string wrong)
    {
        var (site, email, _, codes) = await WithFactorAsync();
        var visitor = Portal.NewVisitor();
        var door = (await PasswordAsync(visitor, site, email)).Location!;

        for (var turn = 0; turn < 5; turn++)
        {
            (await visitor.FillAsync(door, Code(wrong))).Insist(HttpStatusCode.OK);
        }

        Assert.Contains("quá nhiều lần", (await visitor.FillAsync(door, Code(codes[0]))).Insist(HttpStatusCode.OK).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_browser_that_asked_to_be_remembered_is_not_asked_again()
    {
        var (site, email, app, _) = await WithFactorAsync();
        var visitor = Portal.NewVisitor();
        var door = (await PasswordAsync(visitor, site, email)).Location!;
        (await visitor.FillAsync(door, new Dictionary<string, string>(Code(app.Code)) { ["Remember"] = "true" })).Insist(HttpStatusCode.Redirect);
        await visitor.FillAsync($"{site.Root}/quan-tri", new Dictionary<string, string>(), "form[action$='/dang-xuat'] button");

        Assert.Equal($"{site.Root}/quan-tri", (await PasswordAsync(visitor, site, email)).Insist(HttpStatusCode.Redirect).Location);
        Assert.Contains("xac-thuc", (await PasswordAsync(Portal.NewVisitor(), site, email)).Insist(HttpStatusCode.Redirect).Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_switched_off_with_the_password_and_only_with_it()
    {
        var (site, email, app, _) = await WithFactorAsync();
        var visitor = Portal.NewVisitor();
        await visitor.FillAsync((await PasswordAsync(visitor, site, email)).Location!, Code(app.Code));

        (await visitor.FillAsync(SetUp, Word("mat-khau-sai-nhe"), "button[formaction*=Off]")).Insist(HttpStatusCode.OK);
        Assert.Contains("xac-thuc", (await PasswordAsync(Portal.NewVisitor(), site, email)).Location, StringComparison.Ordinal);
        (await visitor.FillAsync(SetUp, Word(TestSite.Password), "button[formaction*=Off]")).Insist(HttpStatusCode.Redirect);

        Assert.Equal($"{site.Root}/quan-tri", (await PasswordAsync(Portal.NewVisitor(), site, email)).Insist(HttpStatusCode.Redirect).Location);
    }

    [Fact]
    public async Task New_recovery_codes_end_the_former()
    {
        var (site, email, app, codes) = await WithFactorAsync();
        var visitor = Portal.NewVisitor();
        await visitor.FillAsync((await PasswordAsync(visitor, site, email)).Location!, Code(app.Code));

        var renewed = CodesIn(await visitor.FillAsync(SetUp, Word(TestSite.Password), "button[formaction*=Renew]"));
        var other = Portal.NewVisitor();
        var door = (await PasswordAsync(other, site, email)).Location!;

        (await other.FillAsync(door, Code(codes[0]))).Insist(HttpStatusCode.OK);
        (await other.FillAsync(door, Code(renewed[0]))).Insist(HttpStatusCode.Redirect);
        Assert.Empty(CodesIn(await visitor.GetAsync(SetUp)));
    }

    [Fact]
    public async Task Keys_and_codes_lie_sealed_in_the_database()
    {
        var (_, email, _, codes) = await WithFactorAsync();
        await using var db = Portal.Services.GetRequiredService<PortalDbFactory>().OpenInstallation();
        var id = await db.Users.Where(p => p.UserName == email).Select(p => p.Id).SingleAsync();

        var stored = await db.UserTokens.Where(t => t.UserId == id).Select(t => t.Value).ToListAsync();

        Assert.Equal(2, stored.Count);
        Assert.DoesNotContain(stored, value => codes.Any(code => value!.Contains(code, StringComparison.Ordinal)));
    }

    private protected static async Task<(Authenticator App, string[] Codes)> SwitchOnAsync(Visitor visitor, TimeProvider clock)
    {
        var page = (await visitor.GetAsync(SetUp)).Insist(HttpStatusCode.OK);
        Assert.StartsWith("data:image/svg+xml;base64,", page.Html.QuerySelector("img.gp-qr")!.GetAttribute("src"), StringComparison.Ordinal);
        var app = new Authenticator(page.Html.QuerySelector(".gp-key")!.TextContent, clock);
        Assert.Empty(CodesIn(await visitor.FillAsync(SetUp, With("12345", TestSite.Password))));

        // Whoever finds a session open has the code of a telephone of their own, and not the password.
        Assert.Empty(CodesIn(await visitor.FillAsync(SetUp, With(app.Code, "mat-khau-sai-nhe"))));
        return (app, CodesIn(await visitor.FillAsync(SetUp, With(app.Code, TestSite.Password))));
    }

    private async Task<(TestSite Site, string Email, Authenticator App, string[] Codes)> WithFactorAsync()
    {
        var site = await WithRecipeAsync();
        var email = await site.TakeInAsync(Role.Publisher);
        var visitor = Portal.NewVisitor();
        await visitor.SignInAsync(email, TestSite.Password);
        var (app, codes) = await SwitchOnAsync(visitor, Portal.Clock);
        return (site, email, app, codes);
    }

    private static Task<Answer> PasswordAsync(Visitor visitor, TestSite site, string email) =>
        visitor.FillAsync($"{site.Root}/dang-nhap", new Dictionary<string, string> { ["SignInName"] = email, ["Password"] = TestSite.Password });

    private static string[] CodesIn(Answer page) => [.. page.Insist(HttpStatusCode.OK).Html.QuerySelectorAll(".gp-codes code").Select(c => c.TextContent)];

    private static Dictionary<string, string> Code(string code) => new() { ["Code"] = code };

    private static Dictionary<string, string> With(string code, string password) => new() { ["Code"] = code, ["Password"] = password };

    private static Dictionary<string, string> Word(string password) => new() { ["Password"] = password };
}

public sealed class SecondFactorOnSqliteTests(SqlitePortal portal) : SecondFactorTests(portal)
{
    [Fact]
    public async Task Who_must_have_a_second_factor_sets_it_up_before_the_desk_opens()
    {
        await using var own = new StrictPortal();
        var site = await own.WithRecipeAsync("commune");
        var (author, publisher) = (await site.SignInAsAsync(Role.Author), await site.SignInAsAsync(Role.Publisher));

        (await author.GetAsync($"{site.Root}/quan-tri")).Insist(HttpStatusCode.OK);
        foreach (var desk in new[] { "/quan-tri", "/quan-tri/tin-tuc/moi", "/en/quan-tri" })
        {
            Assert.EndsWith("/tai-khoan/xac-thuc", (await publisher.GetAsync(site.Root + desk)).Insist(HttpStatusCode.Redirect).Location, StringComparison.Ordinal);
        }

        var hidden = site.Root + await site.StoreFileAsync("Dự thảo", "Dự thảo.txt", "text/plain");
        (await author.GetAsync(hidden)).Insist(HttpStatusCode.OK);
        (await publisher.GetAsync(hidden)).Insist(HttpStatusCode.NotFound);
        (await publisher.GetAsync($"{site.Root}/tai-khoan")).Insist(HttpStatusCode.OK);
        await SwitchOnAsync(publisher, own.Clock);
        (await publisher.GetAsync($"{site.Root}/quan-tri")).Insist(HttpStatusCode.OK);
        (await publisher.FillAsync("/tai-khoan/xac-thuc", new Dictionary<string, string> { ["Password"] = TestSite.Password }, "button[formaction*=Off]")).Insist(HttpStatusCode.Redirect);
        Assert.EndsWith("/tai-khoan/xac-thuc", (await publisher.GetAsync($"{site.Root}/quan-tri")).Insist(HttpStatusCode.Redirect).Location, StringComparison.Ordinal);
        await SwitchOnAsync(publisher, own.Clock);
        (await publisher.FillAsync($"{site.Root}/quan-tri", new Dictionary<string, string>(), "form[action$='/dang-xuat'] button")).Insist(HttpStatusCode.Redirect);
    }

    [Fact]
    public void A_role_that_does_not_exist_is_named_at_start_up()
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("GovPortal:TwoFactor:RequiredFor", "Publisher, BienTap")]).Build();

        Assert.Contains("BienTap", Assert.Throws<InvalidOperationException>(() => SecondFactorRule.From(settings)).Message, StringComparison.Ordinal);
    }

    private sealed class StrictPortal() : PortalFixture(new SqliteDatabase())
    {
        protected override IEnumerable<string> MoreSettings => ["--GovPortal:TwoFactor:RequiredFor=Publisher, SiteAdministrator"];
    }
}

public sealed class SecondFactorOnPostgresTests(PostgresPortal portal) : SecondFactorTests(portal);
