using GovPortal.Testing;
using Microsoft.Playwright;

namespace GovPortal.Browser.Tests;

/// <summary>The desk without a mouse, and on a phone.</summary>
public sealed class KeyboardTests(DemoPortal portal) : BrowserTest(portal)
{
    private const string Root = "/so-y-te";
    private const string New = Root + "/quan-tri/tin-tuc/moi";

    [Fact]
    public async Task The_tools_of_the_editor_are_one_stop_and_the_arrows_move_among_them()
    {
        var window = await OpenFormAsync();
        await window.Page.FocusAsync("[name=Summary]");
        await PressAsync(window, "Tab");
        Assert.Equal("toolbar", await window.Page.Locator(".se-toolbar").GetAttributeAsync("role"));
        Assert.Equal("blockStyle", await FocusedAsync(window));
        await PressAsync(window, "ArrowRight");
        Assert.Equal("bold", await FocusedAsync(window));
        await PressAsync(window, "ArrowLeft", "ArrowLeft");
        Assert.Equal("codeView", await FocusedAsync(window));
        await PressAsync(window, "Tab");
        Assert.True(await IsInTextAsync(window));
        await PressAsync(window, "Shift+Tab");
        Assert.Equal("codeView", await FocusedAsync(window));
        await PressAsync(window, "Escape");
        Assert.True(await IsInTextAsync(window));
    }

    [Fact]
    public async Task Headings_lists_links_tables_and_files_need_no_mouse()
    {
        var window = await OpenFormAsync();
        await (await window.EditorAsync()).FocusAsync();
        await window.Page.Keyboard.TypeAsync("Hồ sơ gồm");
        await ToAsync(window, "blockStyle");
        await PressAsync(window, "Enter", "Escape");
        Assert.Equal("blockStyle", await FocusedAsync(window));
        await PressAsync(window, "ArrowDown", "ArrowDown", "Enter");
        Assert.True(await IsInTextAsync(window));
        await PressAsync(window, "End", "Enter");
        await window.Page.Keyboard.TypeAsync("Tờ khai");
        await ToAsync(window, "list_bulleted");
        await PressAsync(window, "Enter", "End");
        Assert.Equal("Hồ sơ gồm", await window.Page.Locator(".sun-editor-editable h2").InnerTextAsync());
        Assert.Equal("Tờ khai", (await window.Page.Locator(".sun-editor-editable ul li").InnerTextAsync()).Trim());
        await PressAsync(window, "Enter", "Enter");

        await ToAsync(window, "gpLink");
        await PressAsync(window, "Enter");
        await window.Page.GetByLabel("Hoặc nhập địa chỉ").FillAsync("/so-y-te/tin-tuc");
        await window.Page.GetByLabel("Chữ của liên kết").FillAsync("tin của Sở");
        await PressAsync(window, "Enter");
        await window.Page.Locator("dialog").WaitForAsync(new() { State = WaitForSelectorState.Detached });
        Assert.True(await IsInTextAsync(window));
        Assert.Equal("tin của Sở", await window.Page.Locator(".sun-editor-editable a[href='/so-y-te/tin-tuc']").InnerTextAsync());

        foreach (var tool in new[] { "gpPicture", "gpFile", "gpVideo" })
        {
            await ToAsync(window, tool);
            await PressAsync(window, " ");
            await window.Page.Locator("dialog.gp-ask").WaitForAsync();
            await PressAsync(window, "Escape");
            await window.Page.Locator("dialog").WaitForAsync(new() { State = WaitForSelectorState.Detached });
            Assert.True(await IsInTextAsync(window));
        }

        await ToAsync(window, "table");
        await PressAsync(window, "Enter");
        await window.Page.GetByLabel("Số cột").FillAsync("2");
        await PressAsync(window, "Enter");
        await window.Page.Locator(".sun-editor-editable table").WaitForAsync();
        Assert.Equal(6, await window.Page.Locator(".sun-editor-editable td").CountAsync());
        foreach (var change in new[] { "Thêm hoặc bỏ hàng tiêu đề", "Thêm hàng dưới", "Thêm cột bên phải" })
        {
            await ToAsync(window, "table");
            await PressAsync(window, "Enter");
            await window.Page.GetByRole(AriaRole.Button, new() { Name = change }).FocusAsync();
            await PressAsync(window, "Enter");
            Assert.True(await IsInTextAsync(window));
        }

        Assert.Equal(3, await window.Page.Locator(".sun-editor-editable th").CountAsync());
        Assert.Equal(12, await window.Page.Locator(".sun-editor-editable td").CountAsync());
    }

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
    public async Task The_article_s_picture_comes_from_the_library_and_on_a_phone_publishing_stands_after_the_fields()
    {
        var window = await OpenFormAsync(DemoPortal.Phone);
        await window.Page.FillAsync("form.gp-editor [name=Title]", "Bài có ảnh chọn từ thư viện");
        await window.WriteAsync("Có ảnh.");
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Chọn ảnh từ thư viện" }).ClickAsync();
        await window.Page.GetByLabel("Tải tệp từ máy lên").SetInputFilesAsync(new FilePayload { Name = "Hội thao.png", MimeType = "image/png", Buffer = Samples.Png(800, 450) });
        await window.Page.Locator(".gp-ask__pick[aria-pressed=true]").WaitForAsync();
        await window.Page.GetByLabel("Mô tả ảnh (bắt buộc)").FillAsync("Vận động viên chạy");
        await PressAsync(window, "Enter");
        Assert.True(await window.Page.Locator("[data-gp-picture-shown]").IsVisibleAsync());
        var (fields, publishing) = (await window.Page.Locator("[name=Slug]").BoundingBoxAsync(), await window.Page.Locator(".gp-publish").BoundingBoxAsync());
        Assert.True(publishing!.Y > fields!.Y);

        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Lưu bản nháp" }).ClickAsync();
        await window.Page.Locator("[role=status].gp-notice--ok").WaitForAsync();
        Assert.Equal("Vận động viên chạy", await window.Page.Locator("[data-gp-picture-shown]").GetAttributeAsync("alt"));
        await window.Page.GetByLabel("Bỏ ảnh minh họa khỏi bài").CheckAsync();
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Lưu bản nháp" }).ClickAsync();
        await window.Page.Locator("[role=status].gp-notice--ok").WaitForAsync();
        Assert.False(await window.Page.Locator("[data-gp-picture-shown]").IsVisibleAsync());
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

    /// <summary>From the text to one of the tools.</summary>
    private static async Task ToAsync(Window window, string tool)
    {
        await PressAsync(window, "Alt+F10");
        for (var steps = 0; await FocusedAsync(window) != tool; steps++)
        {
            Assert.True(steps < 40, $"the arrows never reach {tool}");
            await PressAsync(window, "ArrowRight");
        }
    }

    private static Task<string> FocusedAsync(Window window) => window.Page.EvaluateAsync<string>("document.activeElement.dataset.command || ''");

    private static Task<bool> IsInTextAsync(Window window) => window.Page.EvaluateAsync<bool>("document.activeElement.classList.contains('sun-editor-editable')");
}
