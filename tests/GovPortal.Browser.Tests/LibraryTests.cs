using System.Text.RegularExpressions;
using GovPortal.Testing;
using Microsoft.Playwright;

namespace GovPortal.Browser.Tests;

/// <summary>The library: files go up side by side, each is answered, and what is in use stays.</summary>
public sealed class LibraryTests(DemoPortal portal) : BrowserTest(portal)
{
    private const string Library = "/so-y-te/quan-tri/thu-vien";

    [Fact]
    public async Task Several_files_go_up_each_with_its_bar_and_its_own_answer()
    {
        var window = await OpenLibraryAsync();
        var held = new TaskCompletionSource();
        await window.Page.RouteAsync("**/thu-vien/tai-len", async route =>
        {
            await held.Task;
            await route.ContinueAsync();
        });
        await window.Page.SetInputFilesAsync("#Uploads",
        [
            File("Bản đồ ngập lụt.png", Samples.Png(640, 360)), File("Công văn khẩn.pdf", Samples.Pdf("Cong van khan")), File("Trang lạ.html", "<html><script>1</script></html>"u8.ToArray()),
        ]);
        Assert.Equal(3, await window.Page.Locator(".gp-uploads progress").CountAsync());
        Assert.Equal("Bản đồ ngập lụt.png", await window.Page.Locator(".gp-uploads progress").First.GetAttributeAsync("aria-label"));

        held.SetResult();
        await window.Page.GetByText("Đã tải lên 2 trong 3 tệp.").WaitForAsync();
        Assert.Equal(2, await window.Page.Locator(".gp-upload--done").CountAsync());
        Assert.Contains("Không nhận tệp HTML", await window.Page.Locator(".gp-upload--refused").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(1, await window.Page.Locator(".gp-files").GetByText("Bản đồ ngập lụt").CountAsync());
        await window.SeeAsync();
        await window.Page.Locator(".gp-upload__open").First.ClickAsync();
        await window.Page.WaitForURLAsync(new Regex(Library + "/[0-9]+$"));
    }

    [Fact]
    public async Task A_file_that_an_article_links_to_stays_and_one_that_nothing_uses_goes_and_comes_back()
    {
        var window = await OpenLibraryAsync();
        var used = await UploadAsync(window, "Hồ sơ mời thầu.pdf", Samples.Pdf("Ho so moi thau"));
        var free = await UploadAsync(window, "Tệp thừa.pdf", Samples.Pdf("Tep thua"));

        await window.GoAsync("/so-y-te/quan-tri/tin-tuc/moi");
        await window.EditorAsync();
        await window.Page.FillAsync("[name=Title]", "Mời thầu thiết bị y tế");
        await window.WriteAsync("Mời tải hồ sơ: ");
        await window.Page.Locator("button[data-gp-tool=file]").ClickAsync();
        await window.Page.GetByLabel("Tìm trong thư viện").FillAsync("ho so moi");
        await window.Page.Locator(".gp-ask__pick", new() { HasText = "Hồ sơ mời thầu" }).ClickAsync();
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Chèn", Exact = true }).ClickAsync();
        await window.Page.Locator("dialog.gp-ask").WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await window.Page.Locator("form.gp-editor button[type=submit]:not([formaction])").Last.ClickAsync();
        await window.Page.Locator(".gp-notice--ok").WaitForAsync();

        await window.GoAsync(used);
        Assert.Equal(1, await window.Page.Locator(".gp-story a", new() { HasText = "Mời thầu thiết bị y tế" }).CountAsync());
        Assert.Equal(0, await window.Page.GetByRole(AriaRole.Button, new() { Name = "Xóa tệp này" }).CountAsync());

        await window.GoAsync(free);
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Xóa tệp này" }).ClickAsync();
        await window.Page.GetByText("Đã xóa tệp;").WaitForAsync();
        await window.GoAsync(free);
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Khôi phục" }).ClickAsync();
        await window.Page.GetByText("Đã khôi phục tệp").WaitForAsync();
    }

    [Theory, InlineData(DemoPortal.Desk), InlineData(DemoPortal.Phone)]
    public async Task The_library_and_the_pages_of_its_files_are_accessible_and_fit(int width)
    {
        var window = await OpenLibraryAsync(width);
        var picture = await UploadAsync(window, $"Ảnh chụp buổi tiếp công dân định kỳ của lãnh đạo Sở tháng {width}.jpg", Samples.Jpeg(900, 600 + width));
        var paper = await UploadAsync(window, $"Báo cáo {width}.pdf", Samples.Pdf($"Bao cao {width}"));
        foreach (var page in new[] { Library, picture, paper, Library + "?xem=da-xoa" })
        {
            await window.GoAsync(page);
            await window.SeeAsync();
        }

        await window.GoAsync(picture);
        await window.Page.Locator(".gp-focus__point").FocusAsync();
        await window.Page.Keyboard.PressAsync("ArrowLeft");
        Assert.Equal("49", await window.Page.InputValueAsync("#FocusX"));
    }

    private async Task<Window> OpenLibraryAsync(int width = DemoPortal.Desk)
    {
        var window = await OpenAsync(width);
        await window.SignInAsync("/so-y-te");
        await window.GoAsync(Library);
        return window;
    }

    /// <returns>Address of the file's page.</returns>
    private static async Task<string> UploadAsync(Window window, string name, byte[] bytes)
    {
        await window.GoAsync(Library);
        await window.Page.SetInputFilesAsync("#Uploads", [File(name, bytes)]);
        return (await window.Page.Locator(".gp-upload__open").GetAttributeAsync("href"))!;
    }

    private static FilePayload File(string name, byte[] bytes) => new() { Name = name, MimeType = "application/octet-stream", Buffer = bytes };
}
