using Microsoft.Playwright;

namespace GovPortal.Browser.Tests;

/// <summary>Texts written before this editor, or elsewhere, come through it whole.</summary>
public sealed class StoredTextTests(DemoPortal portal) : BrowserTest(portal)
{
    private const string New = "/so-y-te/quan-tri/tin-tuc/moi";

    // Everything that a stored text may hold.
    private const string Rich = """<h2 id="muc-1">Mục</h2><h5>Mục con</h5><p lang="en" title="t">H<sub>2</sub>O <u>u</u> <s>s</s> <code>c</code> <mark>m</mark> <span dir="rtl">نص <span dir="ltr">(1)</span></span> <bdo dir="rtl">abc</bdo> <span class="gp-missing-picture"></span><sup>2</sup></p><p>Xem<a href="#ghi-chu" id="o-ghi-chu">1</a> và <a id="cho">chỗ này</a><a id="diem"></a></p><pre><code>a  b</code></pre><blockquote><p>Lời</p></blockquote><table><caption>Tên bảng</caption><colgroup><col width="100"><col></colgroup><thead><tr><th scope="col">Việc</th><th scope="col">Hạn</th></tr></thead><tbody><tr><td rowspan="2">a</td><td>b</td></tr><tr><td><p>c</p><p>d</p></td></tr></tbody><tfoot><tr><td colspan="2">Cộng</td></tr></tfoot></table><dl><dt>Giờ</dt><dd>7h30</dd></dl><ol start="3"><li id="ba">ba<ul><li>con</li></ul></li></ol><ol type="a"><li>một</li><li value="5">năm<ol type="I" start="2"><li>con</li></ol></li></ol><p dir="rtl">نص</p><figure><img src="/a.png" alt="Ảnh" width="8" height="4"><figcaption>Chú <em>thích</em></figcaption></figure><p><a class="gp-video" href="https://www.youtube-nocookie.com/embed/a">Xem video: A</a></p><div id="phan" lang="en"><p>Part</p></div><hr><p id="ghi-chu"><a href="#o-ghi-chu">[1]</a> Hết</p>""";

    [Fact]
    public async Task What_a_stored_text_holds_survives_a_letter_typed_elsewhere()
    {
        var window = await OpenStoredAsync(Rich);
        var stored = await window.Page.InputValueAsync("[name=Body]");
        await window.Page.GetByText("Hết", new() { Exact = false }).Last.ClickAsync();
        await window.Page.Keyboard.PressAsync("End");
        await window.Page.Keyboard.TypeAsync(".");
        await window.ExpectTextAsync("Hết.");
        Assert.Equal(Plain(stored).Replace("Hết", "Hết.", StringComparison.Ordinal), Plain(await window.Page.InputValueAsync("[name=Body]")));

        await window.Page.Keyboard.PressAsync("Backspace");
        await window.Page.WaitForFunctionAsync("stored => document.querySelector('[name=Body]').value === stored", stored);
    }

    [Fact]
    public async Task A_text_that_the_editor_cannot_hold_is_shown_plain_and_loses_nothing()
    {
        var window = await OpenStoredAsync("<p>Xem <a href=\"#than\">thân bảng</a></p><table><tbody id=\"than\"><tr><td>A</td></tr></tbody></table>");
        Assert.True(await window.Page.Locator("[name=Body]").IsVisibleAsync());
        Assert.Contains("không giữ nguyên", await window.Page.Locator(".gp-told").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("<tbody id=\"than\">", await window.Page.InputValueAsync("[name=Body]"), StringComparison.Ordinal);
    }

    // What the server adds to links and pictures of every text.
    private static string Plain(string html) => html.Replace(" rel=\"noopener\"", "", StringComparison.Ordinal).Replace(" loading=\"lazy\"", "", StringComparison.Ordinal);

    /// <summary>A text written in the plain box, as without scripts, opened in the editor.</summary>
    private async Task<Window> OpenStoredAsync(string html)
    {
        var plain = await OpenAsync(javaScript: false);
        await plain.SignInAsync("/so-y-te");
        await plain.GoAsync(New);
        await plain.Page.FillAsync("[name=Title]", "Bài cũ");
        await plain.Page.FillAsync("[name=Body]", html);
        await plain.Page.GetByRole(AriaRole.Button, new() { Name = "Lưu bản nháp" }).ClickAsync();
        await plain.Page.Locator(".gp-notice--ok").WaitForAsync();

        var window = await OpenAsync();
        await window.SignInAsync("/so-y-te");
        await window.GoAsync(new Uri(plain.Page.Url).AbsolutePath);
        await window.EditorAsync();
        return window;
    }
}
