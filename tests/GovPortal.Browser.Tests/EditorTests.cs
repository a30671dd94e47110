using GovPortal.Testing;
using Microsoft.Playwright;

namespace GovPortal.Browser.Tests;

/// <summary>No word goes astray in the editor, and everything it does is done by keyboard alone.</summary>
public sealed class EditorTests(DemoPortal portal) : BrowserTest(portal)
{
    private const string New = "/so-y-te/quan-tri/tin-tuc/moi";

    private const string Footnote = """
        <html xmlns:o="urn:schemas-microsoft-com:office:office"><body><p class=MsoNormal>Phạm vi<a style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1"><span class=MsoFootnoteReference>[1]</span></a> áp dụng</p>
        <div style='mso-element:footnote-list'><br clear=all><hr align=left size=1 width="33%"><div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText><a style='mso-footnote-id:ftn1' href="#_ftnref1" name="_ftn1"><span class=MsoFootnoteReference>[1]</span></a> Lời ghi chú cuối trang.</p></div></div></body></html>
        """;

    [Fact]
    public async Task What_is_typed_below_a_table_that_ends_the_text_stands_below_it()
    {
        var window = await OpenFormAsync();
        await (await window.EditorAsync()).ClickAsync();
        await InsertTableAsync(window);
        await window.Page.Keyboard.TypeAsync("Ô đầu");
        await window.Page.Locator(".gp-writing__text > p").Last.ScrollIntoViewIfNeededAsync();
        await window.Page.Locator(".gp-writing__text > p").Last.ClickAsync();
        await window.Page.Keyboard.TypeAsync("Sau bảng");
        await window.ExpectTextAsync("</table><p>Sau bảng</p>");

        await window.Page.Locator(".gp-writing__text th").First.ClickAsync();
        await window.Page.Keyboard.PressAsync("Home");
        await window.Page.Keyboard.PressAsync("ArrowUp");
        await window.Page.Keyboard.TypeAsync("Trước bảng");
        await window.ExpectTextAsync("<p>Trước bảng</p><table>");

        await window.Page.Locator(".gp-writing__text > p").Last.ClickAsync();
        await window.Page.Keyboard.PressAsync("Home");
        await window.Page.Keyboard.PressAsync("Backspace");
        await window.Page.Keyboard.PressAsync("Backspace");
        await window.ExpectTextAsync("</table><p>Sau bảng</p>");
        await window.ExpectTextAsync("<p>Trước bảng</p><table><thead><tr><th scope=\"col\">Ô đầu</th>");
    }

    [Fact]
    public async Task Numbers_from_Word_read_as_they_read_and_letters_are_chosen_by_keyboard()
    {
        static string Point(string marker, string words) => $"<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>{marker}<span>&nbsp;</span></span>{words}</p>";

        var window = await OpenFormAsync();
        await window.PasteAsync($"{Point("Điều 5.", "Phạm vi")}<p class=MsoNormal>Nộp <span style='font-family:Wingdings'>à</span> nhận</p><iframe src='https://video.vn/a'></iframe>{Point("a.", "Một")}{Point("b.", "Hai")}");
        await window.ExpectTextAsync("<p>Điều 5. Phạm vi</p><p>Nộp → nhận</p><p><span class=\"gp-missing-frame\"></span></p><ol type=\"a\"><li>Một</li><li>Hai</li></ol>");
        Assert.Contains("Khung nhúng không đưa vào được: https://video.vn/a (sau chữ “", await window.Page.Locator(".gp-told").InnerTextAsync(), StringComparison.Ordinal);

        await window.Page.GetByText("Hai", new() { Exact = true }).ClickAsync();
        await window.ReachAsync("numbering");
        await window.Page.Keyboard.PressAsync("Enter");
        await window.Page.GetByLabel("Kiểu đánh số").Last.SelectOptionAsync("I");
        await window.Page.GetByLabel("Bắt đầu từ số").FillAsync("3");
        await window.Page.Keyboard.PressAsync("Enter");
        await window.ExpectTextAsync("<ol type=\"I\" start=\"3\"><li>Một</li><li>Hai</li></ol>");
    }

    [Fact]
    public async Task What_is_typed_on_a_picture_stands_behind_it_letter_by_letter()
    {
        var window = await OpenFormAsync();
        var keys = await window.Page.Context.NewCDPSessionAsync(window.Page);
        await window.PasteAsync("<figure><img src=\"/so-y-te/khong-co.png\" alt=\"Ảnh\"><figcaption>Chú thích</figcaption></figure>");
        await window.Page.Locator(".gp-writing__text figcaption").ClickAsync();
        await window.Page.Keyboard.TypeAsync("Sau ảnh");
        await window.ExpectTextAsync("<figcaption>Chú thích</figcaption></figure><p>Sau ảnh</p>");

        // Beside the last click: two at one place would open its dialog.
        await window.Page.Locator(".gp-writing__text figcaption").ClickAsync(new() { Position = new() { X = 20, Y = 8 } });
        foreach (var seen in new[] { "đ", "đâ", "đây" })
        {
            await keys.SendAsync("Input.imeSetComposition", new() { ["text"] = seen, ["selectionStart"] = seen.Length, ["selectionEnd"] = seen.Length });
        }

        await keys.SendAsync("Input.insertText", new() { ["text"] = "đây" });
        await window.ExpectTextAsync("<figcaption>Chú thích</figcaption></figure><p>đây</p><p>Sau ảnh</p>");
        await window.Page.Locator(".gp-writing__text figcaption").ClickAsync(new() { Position = new() { X = 90, Y = 8 } });
        await window.ReachAsync("lineAbove");
        await window.Page.Keyboard.PressAsync("Enter");
        await window.Page.Keyboard.TypeAsync("Trước ảnh");
        await window.ExpectTextAsync("<p>Trước ảnh</p><figure>");
    }

    [Fact]
    public async Task Links_and_videos_end_where_they_end()
    {
        var window = await OpenFormAsync();
        await window.WriteAsync("Xem ");
        await window.Page.Keyboard.PressAsync("Control+K");
        await window.Page.GetByLabel("Hoặc nhập địa chỉ").FillAsync("/so-y-te/tin-tuc");
        await window.Page.GetByLabel("Chữ của liên kết").FillAsync("tin tức");
        await window.Page.Keyboard.PressAsync("Enter");
        await window.Page.Locator("dialog.gp-ask").WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await window.Page.Keyboard.TypeAsync(" mới");
        await window.Page.Keyboard.PressAsync("Enter");
        await window.Page.Keyboard.TypeAsync("Dòng hai");
        await window.ReachAsync("video");
        await window.Page.Keyboard.PressAsync("Enter");
        await window.Page.GetByLabel("Địa chỉ video").FillAsync("https://www.youtube.com/watch?v=dQw4w9WgXcQ");
        await window.Page.GetByLabel("Tên video").FillAsync("Hướng dẫn");
        await window.Page.Keyboard.PressAsync("Enter");
        await window.Page.Locator("dialog.gp-ask").WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await window.Page.Keyboard.TypeAsync("Dòng ba");
        await window.Page.Keyboard.PressAsync("Enter");
        await window.Page.Keyboard.TypeAsync("Dòng bốn");
        await window.ExpectTextAsync("<p>Xem <a href=\"/so-y-te/tin-tuc\">tin tức</a> mới</p><p>Dòng hai</p><p><a class=\"gp-video\"");
        await window.ExpectTextAsync("Xem video: Hướng dẫn</a></p><p>Dòng ba</p><p>Dòng bốn</p>");
    }

    [Fact]
    public async Task A_paste_with_a_line_across_keeps_every_word_and_writing_goes_on_behind_it()
    {
        var window = await OpenFormAsync();
        await window.PasteAsync(Footnote);
        await window.Page.Locator(".gp-told", new() { HasText = "Đã dán" }).WaitForAsync();
        await window.Page.Keyboard.TypeAsync(" Tiếp.");
        await window.ExpectTextAsync("Lời ghi chú cuối trang. Tiếp.</p>");
        await window.ExpectTextAsync("áp dụng</p><hr>");
        var leads = await window.Page.EvaluateAsync<bool>("[...new DOMParser().parseFromString(document.querySelector('[name=Body]').value, 'text/html').querySelectorAll('a')].every((link, _, all) => link.ownerDocument.getElementById(link.getAttribute('href').slice(1)))");
        Assert.True(leads);
    }

    [Fact]
    public async Task A_paste_leaves_out_what_no_reader_would_see_and_says_so()
    {
        var window = await OpenFormAsync();
        await window.PasteAsync("<p>Chữ <img src=\"https://noi-khac.vn/a.png\" alt=\"a\"> ở lại</p><p><img src=\"x\"></p><figure><img src=\"//noi-khac.vn/b.png\"><figcaption>Lời dưới ảnh</figcaption></figure>");
        await window.Page.Locator(".gp-told", new() { HasText = "3 ảnh" }).WaitForAsync();
        var text = await window.Page.InputValueAsync("[name=Body]");
        Assert.DoesNotContain("<img", text, StringComparison.Ordinal);
        Assert.Contains("Lời dưới ảnh", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_toolbar_is_one_stop_of_the_keyboard_and_a_table_is_made_and_changed_by_it()
    {
        var window = await OpenFormAsync();
        await window.Page.FocusAsync("[name=Summary]");
        await window.Page.Keyboard.PressAsync("Tab");
        Assert.Equal("undo", await window.Page.EvaluateAsync<string>("document.activeElement.dataset.gpTool"));
        await window.Page.Keyboard.PressAsync("End");
        Assert.Equal("source", await window.Page.EvaluateAsync<string>("document.activeElement.dataset.gpTool"));
        await window.Page.Keyboard.PressAsync("Tab");
        await window.Page.Keyboard.TypeAsync("Chữ ");
        await window.ReachAsync("bold");
        await window.Page.Keyboard.PressAsync("Escape");
        await window.Page.Keyboard.TypeAsync("thường ");
        await window.ReachAsync("bold");
        await window.Page.Keyboard.PressAsync("Space");
        await window.Page.Keyboard.TypeAsync("đậm");
        await window.ExpectTextAsync("<p>Chữ thường <strong>đậm</strong></p>");

        await InsertTableAsync(window);
        await window.Page.Keyboard.TypeAsync("Việc");
        await window.ReachAsync("mergeRight");
        await window.Page.Keyboard.PressAsync("Enter");
        await window.ReachAsync("rowBelow");
        await window.Page.Keyboard.PressAsync("Enter");
        await window.ReachAsync("columnDelete");
        await window.Page.Keyboard.PressAsync("Escape");
        Assert.Equal(4, await window.Page.Locator(".gp-writing__text tr").CountAsync());
        Assert.Equal("2", await window.Page.Locator(".gp-writing__text th").First.GetAttributeAsync("colspan"));
        await window.Page.Keyboard.PressAsync("Control+Z");
        Assert.Equal(3, await window.Page.Locator(".gp-writing__text tr").CountAsync());
        await window.Page.Keyboard.PressAsync("Control+Y");
        await window.ExpectTextAsync("<thead><tr><th colspan=\"2\" scope=\"col\">Việc</th>");
    }

    [Fact]
    public async Task A_picture_gets_its_description_and_caption_when_it_stands_in_the_text()
    {
        var window = await OpenFormAsync();
        await window.PasteAsync($"<p>Ảnh dán</p><p><img src=\"data:image/png;base64,{Convert.ToBase64String(Samples.Png(60, 30))}\"></p>");
        await window.Page.Locator(".gp-writing__text figure img[src^='/so-y-te/tep/']").WaitForAsync();
        await window.Page.Locator(".gp-remarks li button", new() { HasText = "Ảnh" }).First.ClickAsync();
        await window.Page.Locator("[data-gp-tool=pictureChange]").WaitForAsync();
        await window.ReachAsync("pictureChange");
        await window.Page.Keyboard.PressAsync("Enter");
        await window.Page.GetByLabel("Mô tả ảnh (bắt buộc)").FillAsync("Biểu đồ");
        await window.Page.GetByLabel("Chú thích dưới ảnh").FillAsync("Số liệu quý IV");
        await window.Page.Keyboard.PressAsync("Enter");
        await window.ExpectTextAsync("alt=\"Biểu đồ\"><figcaption>Số liệu quý IV</figcaption></figure>");
    }

    [Fact]
    public async Task A_picture_dropped_on_the_text_goes_to_the_library_and_asks_for_its_description()
    {
        var window = await OpenFormAsync();
        var dropped = await window.Page.EvaluateHandleAsync("bytes => { const data = new DataTransfer(); data.items.add(new File([Uint8Array.from(atob(bytes), c => c.charCodeAt(0))], 'tha.png', { type: 'image/png' })); return data; }", Convert.ToBase64String(Samples.Png(90, 45)));
        await window.Page.DispatchEventAsync(".gp-writing__text", "drop", new { dataTransfer = dropped });
        await window.Page.GetByLabel("Mô tả ảnh (bắt buộc)").FillAsync("Ảnh thả");
        await window.Page.Keyboard.PressAsync("Enter");
        await window.ExpectTextAsync("alt=\"Ảnh thả\" width=\"90\" height=\"45\"></figure>");
    }

    [Fact]
    public async Task A_long_address_wraps_on_a_phone()
    {
        var window = await OpenFormAsync(DemoPortal.Phone);
        var address = "https://dichvucong.gov.vn/" + new string('a', 120);
        await window.PasteAsync($"<p><a href=\"{address}\">{address}</a></p>");
        await window.ExpectTextAsync(address);
        Assert.Equal(0, await window.Page.EvaluateAsync<int>("Math.max(0, document.documentElement.scrollWidth - innerWidth)"));
        var least = await window.Page.EvaluateAsync<double>("Math.min(...[...document.querySelectorAll('.gp-tools__tool')].filter(tool => tool.offsetWidth).flatMap(tool => [tool.offsetWidth, tool.offsetHeight]))");
        Assert.True(least >= 44);
    }

    private static async Task InsertTableAsync(Window window)
    {
        await window.ReachAsync("table");
        await window.Page.Keyboard.PressAsync("Enter");
        await window.Page.Locator("dialog.gp-ask").WaitForAsync();
        await window.Page.Keyboard.PressAsync("Enter");
        await window.Page.Locator("dialog.gp-ask").WaitForAsync(new() { State = WaitForSelectorState.Detached });
    }

    private async Task<Window> OpenFormAsync(int width = DemoPortal.Desk)
    {
        var window = await OpenAsync(width);
        await window.SignInAsync("/so-y-te");
        await window.GoAsync(New);
        await window.EditorAsync();
        return window;
    }
}
