using GovPortal.Core.Security;
using GovPortal.Testing;
using Microsoft.Playwright;

namespace GovPortal.Browser.Tests;

/// <summary>A passkey in a real browser, with a device that the browser itself plays.</summary>
public sealed class PasskeyTests(DemoPortal portal) : BrowserTest(portal)
{
    private const string New = "form[data-gp-passkey=create]";

    [Fact]
    public async Task A_key_of_the_device_opens_the_desk_and_is_the_second_factor_until_it_is_removed()
    {
        await using var own = new StrictPortal();
        var site = await own.WithRecipeAsync("commune");
        // Browsers take passkeys under a name only.
        var window = await OpenAsync(DemoPortal.Phone, at: new UriBuilder(own.Address) { Host = "localhost" }.Uri);
        var page = window.Page;
        var (device, key) = await WithDeviceAsync(page);
        await SignInAsync(window, site.Root, await site.TakeInAsync(Role.Publisher));
        await page.WaitForURLAsync("**/tai-khoan/xac-thuc");

        await AskAsync(page, "mat-khau-sai-nhe");
        await page.GetByText("Mật khẩu hiện tại không đúng").WaitForAsync();
        await AskAsync(page, TestSite.Password);
        await page.GetByText("Đã thêm khóa truy cập").WaitForAsync();
        Assert.Equal("Chrome, Linux", await page.Locator(".gp-keys b").InnerTextAsync());
        await window.SeeAsync();
        await AskAsync(page, TestSite.Password);
        await page.GetByText("Thiết bị này đã có khóa").WaitForAsync();

        await page.Locator(".gp-bar__out").ClickAsync();
        await window.GoAsync($"{site.Root}/dang-nhap");
        await window.SeeAsync();
        await device.SendAsync("WebAuthn.setUserVerified", new() { ["authenticatorId"] = key, ["isUserVerified"] = false });
        await ShowAsync(page);
        await page.GetByText("Thiết bị chưa xác nhận").WaitForAsync();
        await device.SendAsync("WebAuthn.setUserVerified", new() { ["authenticatorId"] = key, ["isUserVerified"] = true });
        await ShowAsync(page);
        await page.WaitForURLAsync("**/quan-tri");

        await window.GoAsync($"{site.Root}/tai-khoan/xac-thuc");
        await page.Locator(".gp-keys summary").PressAsync("Enter");
        await page.FillAsync(".gp-keys [name=Password]", TestSite.Password);
        await page.Locator(".gp-keys .gp-btn--danger").ClickAsync();
        await page.GetByText("Đã bỏ khóa").WaitForAsync();
        await page.Locator(".gp-bar__out").ClickAsync();
        await window.GoAsync($"{site.Root}/dang-nhap");
        await ShowAsync(page);
        await page.WaitForURLAsync("**/dang-nhap?loi=passkey*");
        Assert.Contains("không được chấp nhận", await page.Locator(".gp-notice--warn").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_script_the_password_alone_is_offered()
    {
        var window = await OpenAsync(DemoPortal.Phone, javaScript: false, at: new UriBuilder(Portal.Address) { Host = "localhost" }.Uri);

        await window.GoAsync("/dang-nhap");

        Assert.False(await window.Page.Locator("form[data-gp-passkey]").IsVisibleAsync());
        Assert.True(await window.Page.Locator("[name=Password]").IsVisibleAsync());
    }

    private static async Task<(ICDPSession Device, string Key)> WithDeviceAsync(IPage page)
    {
        var device = await page.Context.NewCDPSessionAsync(page);
        await device.SendAsync("WebAuthn.enable");
        var key = await device.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
        return (device, key!.Value.GetProperty("authenticatorId").GetString()!);
    }

    private static async Task SignInAsync(Window window, string root, string email)
    {
        await window.GoAsync(root + "/dang-nhap");
        await window.Page.FillAsync("[name=SignInName]", email);
        await window.Page.FillAsync("[name=Password]", TestSite.Password);
        await window.Page.Locator("main form button").First.ClickAsync();
    }

    private static async Task AskAsync(IPage page, string password)
    {
        await page.FillAsync($"{New} [name=Password]", password);
        await page.Locator($"{New} button").ClickAsync();
    }

    private static Task ShowAsync(IPage page) => page.GetByRole(AriaRole.Button, new() { Name = "Đăng nhập bằng khóa truy cập" }).ClickAsync();

    private sealed class StrictPortal() : PortalFixture(new SqliteDatabase())
    {
        protected override IEnumerable<string> MoreSettings => ["--GovPortal:TwoFactor:RequiredFor=Publisher"];
    }
}
