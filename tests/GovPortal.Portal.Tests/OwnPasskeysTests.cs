using System.Net;
using GovPortal.Core.Security;
using GovPortal.Storage;
using GovPortal.Storage.People;
using GovPortal.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GovPortal.Portal.Tests;

/// <summary>Adding, naming and removing the keys one signs in with.</summary>
public abstract class OwnPasskeysTests(PortalFixture portal) : PasskeyTest(portal)
{
    [Fact]
    public async Task Adding_one_asks_for_the_password_first()
    {
        var (_, _, owner) = await WithPersonAsync();

        var refused = await SendAsync(owner, Page, Own + "?handler=Options", ("Password", "mat-khau-sai-nhe"));

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("Mật khẩu hiện tại không đúng", refused.Json.GetProperty("said").GetString(), StringComparison.Ordinal);
        Assert.False(refused.Headers.TryGetValue("Set-Cookie", out var cookies) && cookies.Contains("halfway", StringComparison.Ordinal));
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
    public async Task The_account_names_ones_passkeys()
    {
        var (_, _, owner) = await WithPersonAsync();
        Assert.Contains("chưa có khóa truy cập", (await owner.GetAsync("/tai-khoan")).Words, StringComparison.Ordinal);
        using var key = Key(Portal);

        await AddAsync(owner, key, "Máy tính ở phòng");

        Assert.Contains("Máy tính ở phòng", (await owner.GetAsync("/tai-khoan")).Words, StringComparison.Ordinal);
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
}

public sealed class OwnPasskeysOnSqliteTests(SqlitePortal portal) : OwnPasskeysTests(portal);

public sealed class OwnPasskeysOnPostgresTests(PostgresPortal portal) : OwnPasskeysTests(portal);
