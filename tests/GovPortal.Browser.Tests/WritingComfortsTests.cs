using Microsoft.Playwright;

namespace GovPortal.Browser.Tests;

/// <summary>What the editor takes off an author's hands: addresses, finding and replacing, counting, both languages of a page.</summary>
public sealed class WritingComfortsTests(DemoPortal portal) : BrowserTest(portal)
{
    private const string New = "/so-y-te/quan-tri/tin-tuc/moi";

    [Fact]
    public async Task A_typed_address_becomes_a_link_and_stays_plain_when_that_is_undone()
    {
        var window = await OpenFormAsync(New);
        var keys = window.Page.Keyboard;
        await (await window.EditorAsync()).ClickAsync();

        await keys.TypeAsync("Xem https://dichvucong.gov.vn/p. Hỏi hop-thu@bacninh.gov.vn nhé");
        await window.ExpectTextAsync("<p>Xem <a href=\"https://dichvucong.gov.vn/p\">https://dichvucong.gov.vn/p</a>. Hỏi <a href=\"mailto:hop-thu@bacninh.gov.vn\">hop-thu@bacninh.gov.vn</a> nhé</p>");

        await keys.PressAsync("Enter");
        await keys.TypeAsync("www.bacninh.gov.vn");
        await keys.PressAsync("Enter");
        await window.ExpectTextAsync("<a href=\"https://www.bacninh.gov.vn\">www.bacninh.gov.vn</a>");
        await keys.TypeAsync("https: và điều 5.2 ");
        await window.ExpectTextAsync("<p>https: và điều 5.2");
    }

    [Fact]
    public async Task Words_are_found_replaced_and_counted_by_keys_alone()
    {
        var window = await OpenFormAsync(New);
        await window.WriteAsync("Sở Y tế mở lớp. sở y tế mời dự.", "Lớp học của Sở Y tế.");
        await (await window.EditorAsync()).ClickAsync();
        await Assertions.Expect(window.Page.Locator(".gp-count")).ToContainTextAsync("16 chữ");

        await window.Page.Keyboard.PressAsync("Control+h");
        await window.Page.Keyboard.TypeAsync("sở y tế");
        await Assertions.Expect(window.Page.Locator(".gp-seek__told")).ToHaveTextAsync("0/3 chỗ");
        await window.SeeAsync();
        await window.Page.Keyboard.PressAsync("Tab");
        await window.Page.Keyboard.TypeAsync("Sở Giáo dục");
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Thay tất cả" }).ClickAsync();
        await Assertions.Expect(window.Page.Locator(".gp-seek__told")).ToHaveTextAsync("Đã thay 3 chỗ.");
        await window.ExpectTextAsync("<p>Sở Giáo dục mở lớp. Sở Giáo dục mời dự.</p><p>Lớp học của Sở Giáo dục.</p>");

        await window.Page.Keyboard.PressAsync("Escape");
        Assert.True(await window.Page.Locator(".gp-seek").IsHiddenAsync());
    }

    [Theory, InlineData(DemoPortal.Desk), InlineData(DemoPortal.Phone)]
    public async Task Both_languages_of_a_page_are_written_with_the_same_tools(int width)
    {
        var window = await OpenFormAsync("/so-y-te/quan-tri/trang-tinh/moi", width);
        Assert.Equal(2, await window.Page.Locator(".gp-writing__text").CountAsync());

        await window.Page.Locator(".gp-writing__text").Last.ClickAsync();
        await window.Page.Keyboard.TypeAsync("Three offices.");
        await Assertions.Expect(window.Page.Locator("[name=BodyEn]")).ToHaveValueAsync("<p>Three offices.</p>");
        Assert.Equal("en", await window.Page.Locator(".gp-writing__text").Last.GetAttributeAsync("lang"));
        await window.SeeAsync();
    }

    private async Task<Window> OpenFormAsync(string path, int width = DemoPortal.Desk)
    {
        var window = await OpenAsync(width);
        await window.SignInAsync("/so-y-te");
        await window.GoAsync(path);
        await window.Page.Locator("form.gp-is-ready").WaitForAsync();
        return window;
    }
}
