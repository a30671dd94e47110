using Microsoft.Playwright;

namespace GovPortal.Browser.Tests;

/// <summary>The desk without a mouse, and on a phone.</summary>
public sealed class KeyboardTests(DemoPortal portal) : BrowserTest(portal)
{
    private const string Root = "/so-y-te";
    private const string New = Root + "/quan-tri/tin-tuc/moi";

    [Fact]
    public async Task The_keys_are_told_beside_the_text()
    {
        var window = await OpenFormAsync();
        var told = await (await window.EditorAsync()).GetAttributeAsync("aria-describedby");
        Assert.Contains("Alt+F10", await window.Page.Locator("#" + told!.Split(' ')[^1]).InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_box_chooses_all_lines_of_the_list()
    {
        var window = await OpenAsync();
        await window.SignInAsync(Root);
        await window.GoAsync(Root + "/quan-tri/noi-dung");
        var lines = await window.Page.Locator("[name=Chosen]").CountAsync();

        await window.Page.Locator("[data-gp-all] input").CheckAsync();
        Assert.Equal(lines, await window.Page.Locator("[name=Chosen]:checked").CountAsync());
        await window.Page.Locator("[name=Chosen]").First.UncheckAsync();
        Assert.False(await window.Page.Locator("[data-gp-all] input").IsCheckedAsync());
        await window.Page.Locator("[data-gp-all] input").CheckAsync();
        await window.Page.Locator("[data-gp-all] input").UncheckAsync();
        Assert.Equal(0, await window.Page.Locator("[name=Chosen]:checked").CountAsync());
    }

    [Fact]
    public async Task On_a_phone_the_menu_is_folded_says_where_one_is_and_opens()
    {
        var window = await OpenAsync(DemoPortal.Phone);
        await window.SignInAsync(Root);
        await window.GoAsync(Root + "/quan-tri/lich");
        var toggle = window.Page.Locator(".gp-side__toggle");

        Assert.Contains("Lịch đăng", await toggle.InnerTextAsync(), StringComparison.Ordinal);
        Assert.True((await window.Page.Locator("main").BoundingBoxAsync())!.Y < 240);
        Assert.False(await window.Page.Locator(".gp-side a").First.IsVisibleAsync());
        await toggle.FocusAsync();
        await PressAsync(window, "Enter");
        Assert.Equal("true", await toggle.GetAttributeAsync("aria-expanded"));
        await window.Page.Locator(".gp-side").GetByRole(AriaRole.Link, new() { Name = "Thư viện" }).ClickAsync();
        await window.Page.WaitForURLAsync("**/thu-vien");
        Assert.Equal(0, await window.Page.EvaluateAsync<int>("Math.max(0, document.documentElement.scrollWidth - innerWidth)"));
    }

    [Fact]
    public async Task On_a_phone_publishing_stands_after_the_fields()
    {
        var window = await OpenFormAsync(DemoPortal.Phone);

        var (fields, publishing) = (await window.Page.Locator("[name=Slug]").BoundingBoxAsync(), await window.Page.Locator(".gp-publish").BoundingBoxAsync());

        Assert.True(publishing!.Y > fields!.Y);
    }

    private async Task<Window> OpenFormAsync(int width = DemoPortal.Desk)
    {
        var window = await OpenAsync(width);
        await window.SignInAsync(Root);
        await window.GoAsync(New);
        await window.EditorAsync();
        return window;
    }

    private static async Task PressAsync(Window window, params string[] keys)
    {
        foreach (var key in keys)
        {
            await window.Page.Keyboard.PressAsync(key);
        }
    }
}
