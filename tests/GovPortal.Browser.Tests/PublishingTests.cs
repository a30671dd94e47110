namespace GovPortal.Browser.Tests;

/// <summary>What editors and administrators do.</summary>
public sealed class PublishingTests(DemoPortal portal) : BrowserTest(portal)
{
    [Fact]
    public async Task An_editor_writes_publishes_corrects_withdraws_and_publishes_again()
    {
        var editor = await OpenAsync();
        var citizen = await OpenAsync(DemoPortal.Phone);
        await editor.SignInAsync("/so-y-te");

        await editor.GoAsync("/so-y-te/quan-tri/tin-tuc/moi");
        await editor.Page.Locator("button[formaction*=Publish]").ClickAsync();
        Assert.True(await editor.Page.Locator(".gp-errors").IsVisibleAsync());

        await editor.Page.FillAsync("[name=Title]", "Lịch trực khám bệnh dịp nghỉ lễ");
        await editor.Page.FillAsync("[name=Summary]", "Các bệnh viện trực cấp cứu suốt kỳ nghỉ.");
        await editor.WriteAsync("Bệnh viện đa khoa trực 24/24 giờ.", "Trạm y tế xã trực ban ngày.");
        await editor.Page.FillAsync("[name=Category]", "Thông báo");
        await editor.Page.Locator("button[formaction*=Publish]").ClickAsync();
        await editor.Page.Locator(".gp-notice--ok").WaitForAsync();

        const string address = "/so-y-te/tin-tuc/lich-truc-kham-benh-dip-nghi-le";
        Assert.Equal(200, (await citizen.GoAsync(address)).Status);
        Assert.True(await citizen.Page.GetByText("Trạm y tế xã trực ban ngày.", new() { Exact = true }).IsVisibleAsync());
        await citizen.GoAsync("/so-y-te/tin-tuc");
        Assert.Contains("Lịch trực khám bệnh", await citizen.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);

        await editor.WriteAsync("Bệnh viện đa khoa trực 24/24 giờ, kể cả ngày đầu năm.");
        await editor.Page.FillAsync("[name=Note]", "Thêm ngày đầu năm");
        await editor.Page.Locator("button[formaction*=Publish]").ClickAsync();
        await editor.Page.Locator(".gp-notice--ok").WaitForAsync();
        await citizen.GoAsync(address);
        Assert.Contains("kể cả ngày đầu năm", await citizen.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("Thêm ngày đầu năm", await citizen.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);

        await editor.Page.GetByText("Duyệt, hẹn giờ, gỡ").ClickAsync();
        await editor.Page.GetByText("Gỡ khỏi trang").ClickAsync();
        await editor.Page.FillAsync("[name=Notice]", "Lịch đã thay đổi, xem thông báo mới");
        await editor.Page.Locator("main form button").ClickAsync();
        await editor.Page.Locator(".gp-notice--ok").WaitForAsync();
        Assert.Equal(200, (await citizen.GoAsync(address)).Status);
        var notice = await citizen.Page.Locator("main").InnerTextAsync();
        Assert.Contains("Lịch đã thay đổi", notice, StringComparison.Ordinal);
        Assert.DoesNotContain("24/24", notice, StringComparison.Ordinal);

        await editor.Page.GetByText("Đăng lại").ClickAsync();
        await editor.Page.Locator(".gp-notice--ok").WaitForAsync();
        await citizen.GoAsync(address);
        Assert.Contains("24/24", await citizen.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_administrator_opens_the_site_of_a_new_agency_and_it_serves_at_once()
    {
        var window = await OpenAsync();
        await window.SignInAsync();
        await window.GoAsync("/quan-tri/trang/moi");
        await window.Page.FillAsync("[name=Title]", "Chi cục Kiểm lâm Đông Bắc");
        await window.Page.Locator("main form button").ClickAsync();
        await window.Page.Locator(".gp-notice--ok").WaitForAsync();

        Assert.Equal(200, (await window.GoAsync("/chi-cuc-kiem-lam-dong-bac/")).Status);
        Assert.Contains("Chi cục Kiểm lâm Đông Bắc", await window.Page.Locator("header").First.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(200, (await window.GoAsync("/chi-cuc-kiem-lam-dong-bac/gioi-thieu")).Status);
    }

    [Fact]
    public async Task A_colour_too_pale_to_read_is_refused_with_advice()
    {
        var window = await OpenAsync();
        await window.SignInAsync("/so-noi-vu");
        await window.GoAsync("/so-noi-vu/quan-tri/thiet-lap");
        await window.Page.FillAsync("[name='Form.PrimaryColour']", "#ffee88");
        await window.Page.Locator("main form > .gp-actions button").ClickAsync();

        Assert.Contains("quá nhạt", await window.Page.Locator(".gp-errors").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal("#ffee88", await window.Page.InputValueAsync("[name='Form.PrimaryColour']"));
    }
}
