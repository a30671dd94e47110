using GovPortal.Testing;
using Microsoft.Playwright;

namespace GovPortal.Browser.Tests;

/// <summary>Writing in the editor: Vietnamese typed in every way, text from Word, links, and nothing lost.</summary>
public sealed class WritingTests(DemoPortal portal) : BrowserTest(portal)
{
    private const string New = "/so-y-te/quan-tri/tin-tuc/moi";

    // As Word writes it.
    private const string FromWord = """
        <html xmlns:o="urn:schemas-microsoft-com:office:office"><body lang=EN-US><!--StartFragment--><p class=MsoNormal><b><span lang=VI>Điều 1.<o:p></o:p></span></b> Phạm vi</p>
        <table class=MsoTableGrid border=1 style='mso-yfti-tbllook:1184'><tr><td style='width:100pt'><p class=MsoNormal><b>Việc</b></p></td><td><p class=MsoNormal><b>Hạn</b></p></td></tr>
        <tr><td rowspan=2><p class=MsoNormal>Tiếp nhận</p></td><td><p class=MsoNormal>Một ngày</p></td></tr><tr><td><p class=MsoNormal>Hai ngày</p></td></tr></table>
        <p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>1.<span>&nbsp; </span></span><![endif]>Tờ khai</p>
        <p class=MsoListParagraph style='mso-list:l0 level2 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>a.<span>&nbsp; </span></span><![endif]>Bản chính</p>
        <p class=MsoNormal><img width=10 height=10 src="file:///C:/Temp/clip_image001.png"></p><!--EndFragment--></body></html>
        """;

    [Fact]
    public async Task Vietnamese_typed_by_composition_and_by_backspacing_stands_as_it_was_meant()
    {
        var window = await OpenFormAsync();
        var editor = await window.EditorAsync();
        await editor.ClickAsync();
        var keys = await window.Page.Context.NewCDPSessionAsync(window.Page);

        foreach (var (composed, letters) in new[] { ("trường", new[] { "t", "tr", "tru", "trư", "trươ", "trươn", "trương", "trường" }), (" học", [" h", " ho", " hoc", " họ", " học"]) })
        {
            foreach (var seen in letters)
            {
                await keys.SendAsync("Input.imeSetComposition", new() { ["text"] = seen, ["selectionStart"] = seen.Length, ["selectionEnd"] = seen.Length });
            }

            await keys.SendAsync("Input.insertText", new() { ["text"] = composed });
        }

        await window.Page.Keyboard.TypeAsync(" thu");
        await window.Page.Keyboard.PressAsync("Backspace");
        await window.Page.Keyboard.InsertTextAsync("ư");
        await window.Page.Keyboard.TypeAsync(" vien");
        await window.Page.Keyboard.PressAsync("Backspace");
        await window.Page.Keyboard.PressAsync("Backspace");
        await window.Page.Keyboard.InsertTextAsync("ện");

        await ExpectAsync(window, "[name=Body]", "trường học thư viện");
    }

    [Fact]
    public async Task A_text_pasted_from_Word_is_clean_kept_while_writing_and_taken_up_elsewhere()
    {
        var window = await OpenFormAsync();
        await window.Page.FillAsync("[name=Title]", "Hồ sơ dán từ Word");
        await window.PasteAsync(FromWord);
        await window.Page.Locator(".gp-writing__text table").WaitForAsync();

        var editor = window.Page.Locator(".gp-writing__text");
        Assert.Equal(2, await editor.Locator("th").CountAsync());
        Assert.Equal(1, await editor.Locator("td[rowspan='2']").CountAsync());
        Assert.Equal("Bản chính", (await editor.Locator("ol ol li").InnerTextAsync()).Trim());
        await window.Page.Locator(".gp-told", new() { HasText = "1 ảnh" }).WaitForAsync();
        await window.Page.GetByText("Đã lưu tạm lúc").WaitForAsync();

        await window.Page.ReloadAsync();
        await window.EditorAsync();
        Assert.Equal("Hồ sơ dán từ Word", await window.Page.InputValueAsync("[name=Title]"));

        var elsewhere = await OpenFormAsync(DemoPortal.Phone);
        await elsewhere.Page.Locator("[data-gp-offered] a").ClickAsync();
        Assert.Equal("Bản chính", (await (await elsewhere.EditorAsync()).Locator("ol ol li").InnerTextAsync()).Trim());
        await elsewhere.Page.Locator("form.gp-editor button[type=submit]:not([formaction])").Last.ClickAsync();
        await elsewhere.Page.Locator(".gp-notice--ok").WaitForAsync();
        await elsewhere.SeeAsync();
    }

    [Fact]
    public async Task A_link_is_put_in_by_keyboard_and_the_checker_leads_to_what_it_remarks_on()
    {
        var window = await OpenFormAsync();
        await window.WriteAsync("Xem thêm tại đây: ");
        await window.Page.Locator("button[data-gp-tool=link]").ClickAsync();
        await window.Page.GetByLabel("Hoặc nhập địa chỉ").FillAsync("/so-y-te/tin-tuc/khong-co-bai-nay");
        await window.Page.GetByLabel("Chữ của liên kết").FillAsync("bấm vào đây");
        await window.Page.Keyboard.PressAsync("Enter");
        await ExpectAsync(window, "[name=Body]", "href=\"/so-y-te/tin-tuc/khong-co-bai-nay\"");

        var remarks = window.Page.Locator(".gp-remarks li button");
        await remarks.Nth(1).WaitForAsync();
        var said = string.Join(' ', await remarks.AllInnerTextsAsync());
        Assert.Contains("không cho biết sẽ đến đâu", said, StringComparison.Ordinal);
        Assert.Contains("nội dung không có hoặc chưa công khai", said, StringComparison.Ordinal);
        await remarks.First.ClickAsync();
        await window.Page.Locator(".gp-writing__text a .gp-remarked").WaitForAsync();
    }

    [Fact]
    public async Task The_keyboard_alone_makes_a_list_of_two_levels_and_leaves_the_editor()
    {
        var window = await OpenFormAsync();
        await window.WriteAsync("Hồ sơ");
        await window.ReachAsync("bullets");
        await window.Page.Keyboard.PressAsync("Enter");
        await window.Page.Keyboard.PressAsync("Enter");
        await window.Page.Keyboard.TypeAsync("Bản chính");
        await window.Page.Keyboard.PressAsync("Tab");
        Assert.Equal("Bản chính", (await window.Page.Locator(".gp-writing__text ul ul li").InnerTextAsync()).Trim());
        await window.Page.Keyboard.PressAsync("Shift+Tab");
        Assert.Equal(2, await window.Page.Locator(".gp-writing__text > ul > li").CountAsync());
        await window.ReachAsync("deeper");
        await window.Page.Keyboard.PressAsync("Enter");
        await ExpectAsync(window, "[name=Body]", "<ul><li>Hồ sơ<ul><li>Bản chính</li></ul></li></ul>");

        await window.Page.Keyboard.PressAsync("Tab");
        Assert.Equal(0, await window.Page.Locator(".gp-writing__text:focus").CountAsync());
    }

    [Fact]
    public async Task A_picture_comes_from_the_library_with_words_for_those_who_do_not_see_it_and_a_pasted_one_goes_there()
    {
        var window = await OpenFormAsync();
        await window.PasteAsync($"<p>Ảnh dán: <img src=\"data:image/png;base64,{Convert.ToBase64String(Samples.Png(40, 20))}\"></p>");
        await window.Page.Locator(".gp-writing__text img[src^='/so-y-te/tep/']").WaitForAsync();

        await window.Page.Locator("button[data-gp-tool=picture]").ClickAsync();
        await window.Page.GetByLabel("Tải tệp từ máy lên").SetInputFilesAsync(new FilePayload { Name = "Giấy mời.pdf", MimeType = "application/pdf", Buffer = Samples.Pdf("Giay moi") });
        await window.Page.GetByText("Tệp này không phải ảnh.").WaitForAsync();
        await window.Page.GetByLabel("Tải tệp từ máy lên").SetInputFilesAsync(new FilePayload { Name = "Lễ ký kết.png", MimeType = "image/png", Buffer = Samples.Png(800, 450) });
        await window.Page.Locator(".gp-ask__pick[aria-pressed=true] img").WaitForAsync();
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Chèn", Exact = true }).ClickAsync();
        Assert.Contains("Hãy mô tả ảnh", await window.Page.Locator("dialog [role=alert]").InnerTextAsync(), StringComparison.Ordinal);
        await window.Page.GetByLabel("Mô tả ảnh (bắt buộc)").FillAsync("Hai đoàn ký kết");
        await window.Page.GetByLabel("Chú thích dưới ảnh").FillAsync("Lễ ký");
        await window.Page.Keyboard.PressAsync("Enter");
        await ExpectAsync(window, "[name=Body]", "alt=\"Hai đoàn ký kết\" width=\"800\" height=\"450\"");
        await ExpectAsync(window, "[name=Body]", "Lễ ký</figcaption>");

        await window.Page.Locator("button[data-gp-tool=picture]").ClickAsync();
        await window.Page.GetByLabel("Tìm trong thư viện").FillAsync("le ky ket");
        await window.Page.Locator(".gp-ask__pick", new() { HasText = "Lễ ký kết" }).ClickAsync();
        await window.Page.Keyboard.PressAsync("Escape");

        await window.Page.Locator("form.gp-editor [name=Title]").FillAsync("Bài có ảnh");
        await window.Page.Locator("form.gp-editor button[type=submit]:not([formaction])").Last.ClickAsync();
        await window.Page.Locator(".gp-notice--ok").WaitForAsync();
        await ExpectAsync(window, "[name=Body]", "<figcaption>Lễ ký</figcaption>");
    }

    [Theory, InlineData(DemoPortal.Desk), InlineData(DemoPortal.Phone)]
    public async Task The_editor_and_its_dialogs_are_accessible_and_fit(int width)
    {
        var window = await OpenFormAsync(width);
        await window.PasteAsync(FromWord);
        await window.Page.Locator(".gp-writing__text table").WaitForAsync();
        await window.SeeAsync();
        await window.Page.Locator(".gp-writing__text td").First.ClickAsync();
        await window.Page.Locator("[data-gp-tool=rowBelow]").WaitForAsync();
        await window.SeeAsync();
        foreach (var button in new[] { "link", "picture", "file", "video", "table", "source" })
        {
            await window.Page.Locator($"button[data-gp-tool={button}]").ClickAsync();
            await window.Page.Locator("dialog.gp-ask").WaitForAsync();
            await window.SeeAsync();
            await window.Page.Keyboard.PressAsync("Escape");
        }
    }

    [Fact]
    public async Task What_is_written_when_the_session_ends_stands_there_again_after_signing_in()
    {
        var window = await OpenFormAsync();
        await window.Page.FillAsync("[name=Title]", "Viết khi hết phiên");
        await window.WriteAsync("Không được mất chữ nào.");
        await window.Page.Context.ClearCookiesAsync();
        await window.Page.GetByText("Đăng nhập lại để viết tiếp").ClickAsync();
        await window.Page.FillAsync("[name=SignInName]", "admin");
        await window.Page.FillAsync("[name=Password]", PortalFixture.AdminPassword);
        await window.Page.Locator("main form button").ClickAsync();
        await window.Page.WaitForURLAsync("**" + New);

        await ExpectAsync(window, "[name=Body]", "Không được mất chữ nào.");
        Assert.Equal("Viết khi hết phiên", await window.Page.InputValueAsync("[name=Title]"));
    }

    private async Task<Window> OpenFormAsync(int width = DemoPortal.Desk)
    {
        var window = await OpenAsync(width);
        await window.SignInAsync("/so-y-te");
        await window.GoAsync(New);
        await window.EditorAsync();
        return window;
    }

    // Copies from a page as Word would and presses Ctrl+V: the browser's own clipboard, not an event made up.
    private static async Task ExpectAsync(Window window, string selector, string words) =>
        await window.Page.WaitForFunctionAsync("([selector, words]) => document.querySelector(selector).value.replaceAll('\\u00a0', ' ').replaceAll('&nbsp;', ' ').includes(words)", new[] { selector, words });
}
