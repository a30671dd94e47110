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

    [Theory, InlineData(DemoPortal.Phone), InlineData(DemoPortal.Desk)]
    public async Task Saving_and_submitting_stay_in_sight_and_cover_no_field_that_has_the_focus(int width)
    {
        var window = await OpenFormAsync(width);
        await SeesAsync();

        await window.Page.FocusAsync("[name=Slug]");
        await SeesAsync();
        Assert.True(
            await window.Page.EvaluateAsync<bool>("() => { const field = document.activeElement.getBoundingClientRect(); return field.bottom <= document.querySelector('.gp-savebar').getBoundingClientRect().top + 1; }"),
            "the field lies under the bar");

        async Task SeesAsync()
        {
            foreach (var button in await window.Page.Locator(".gp-savebar button").AllAsync())
            {
                var box = (await button.BoundingBoxAsync())!;
                Assert.InRange(box.Y + box.Height, 0, window.Page.ViewportSize!.Height);
            }
        }
    }

    [Fact]
    public async Task The_palette_finds_acts_pages_and_items_by_keys_alone()
    {
        var window = await OpenAsync();
        await window.SignInAsync(Root);
        await window.GoAsync($"{Root}/quan-tri");

        await PressAsync(window, "Control+k");
        await window.Page.Locator("dialog.gp-palette[open]").WaitForAsync();
        await window.SeeAsync();
        await window.Page.Keyboard.TypeAsync("thu vien");
        await Assertions.Expect(window.Page.Locator("[role=option][aria-selected=true] span").First).ToHaveTextAsync("Thư viện");
        await PressAsync(window, "Enter");
        await window.Page.WaitForURLAsync("**/quan-tri/thu-vien");

        await PressAsync(window, "Control+k");
        await window.Page.Locator("dialog.gp-palette[open]").WaitForAsync();
        await window.Page.Keyboard.TypeAsync("viet tin");
        await PressAsync(window, "Escape");
        await Assertions.Expect(window.Page.Locator("dialog.gp-palette")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Control_s_keeps_a_draft()
    {
        var window = await OpenFormAsync();
        await window.Page.FillAsync("[name=Title]", "Bài lưu bằng phím");
        await window.WriteAsync("Lời của bài.");

        await PressAsync(window, "Control+s");

        await window.Page.WaitForURLAsync(url => !url.EndsWith("/moi", StringComparison.Ordinal) && url.Contains("/quan-tri/tin-tuc/", StringComparison.Ordinal));
        Assert.Equal("Bài lưu bằng phím", await window.Page.InputValueAsync("[name=Title]"));
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
