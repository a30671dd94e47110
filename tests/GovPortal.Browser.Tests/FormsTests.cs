using Microsoft.Playwright;

namespace GovPortal.Browser.Tests;

/// <summary>Forms with rows: by keyboard alone, without scripts, found and filled in, never losing a word.</summary>
public sealed class FormsTests(DemoPortal portal) : BrowserTest(portal)
{
    private const string Procedure = "/so-y-te/quan-tri/thu-tuc/moi";
    private const string Document = "/so-y-te/quan-tri/van-ban/moi";

    [Theory, InlineData(DemoPortal.Desk), InlineData(DemoPortal.Phone)]
    public async Task A_form_with_rows_is_accessible_and_fits(int width)
    {
        var window = await OpenFormAsync(Procedure, width);
        await PressAsync(window, "Methods", "add");
        await PressAsync(window, "Methods[0].Fees", "add");
        await PressAsync(window, "Methods", "remove", row: 1);
        await window.SeeAsync();
        await window.Page.FillAsync(Field("Methods[0].Fees[0].Value"), "5 triệu");
        await window.Page.Locator("button[formaction*=Publish]").ClickAsync();
        await window.Page.Locator(".gp-errors a").First.WaitForAsync();
        await window.SeeAsync();
        Assert.True(
            await window.Page.EvaluateAsync<bool>("() => { const at = [...document.querySelectorAll('.gp-errors a')].map(link => document.getElementById(decodeURIComponent(link.hash.slice(1))).getBoundingClientRect().top); return at.length > 1 && at.every((top, n) => n === 0 || top >= at[n - 1]); }"),
            "faults stand in the order of the page");
        await window.Page.Locator(".gp-errors a", new() { HasText = "Phí, lệ phí, dòng 1" }).ClickAsync();
        Assert.Equal("Methods[0].Fees[0].Value", await FocusedAsync(window));

        await window.GoAsync(Document);
        await window.EditorAsync();
        await PressAsync(window, "Relations", "add");
        await PressAsync(window, "Files", "add");
        await window.SeeAsync();
    }

    [Fact]
    public async Task The_keyboard_alone_adds_moves_removes_and_brings_back_rows()
    {
        var window = await OpenFormAsync(Procedure);
        var keys = window.Page.Keyboard;

        await PressAsync(window, "Steps", "add");
        Assert.Equal("Steps[1].Name", await FocusedAsync(window));
        await keys.TypeAsync("Nhận kết quả");
        await window.Page.FillAsync(Field("Steps[0].Name"), "Nộp hồ sơ");

        await PressAsync(window, "Steps", "up", row: 1);
        Assert.Equal(["Nhận kết quả", "Nộp hồ sơ"], await StepsAsync(window));
        Assert.Equal("down", await window.Page.EvaluateAsync<string>("document.activeElement.dataset.gpDo"));
        await keys.PressAsync("Enter");
        Assert.Equal(["Nộp hồ sơ", "Nhận kết quả"], await StepsAsync(window));

        await PressAsync(window, "Steps", "remove", row: 0);
        Assert.Equal(["Nhận kết quả"], await StepsAsync(window));
        Assert.Equal("Lấy lại dòng vừa xóa", await window.Page.EvaluateAsync<string>("document.activeElement.textContent"));
        await keys.PressAsync("Enter");
        Assert.Equal(["Nộp hồ sơ", "Nhận kết quả"], await StepsAsync(window));
        Assert.Equal("Steps[0].Name", await FocusedAsync(window));

        await window.Page.FillAsync("[name=Code]", "1.990001");
        await window.Page.FillAsync("[name=Name]", "Thủ tục viết bằng bàn phím");
        await keys.PressAsync("Tab");
        await window.Page.FocusAsync("[name=Code]");
        await keys.PressAsync("Enter");
        await window.Page.Locator(".gp-notice--ok").WaitForAsync();
        Assert.Equal(["Nộp hồ sơ", "Nhận kết quả"], await StepsAsync(window));
    }

    [Theory, InlineData(DemoPortal.Desk), InlineData(DemoPortal.Phone)]
    public async Task A_document_is_found_without_diacritics_chosen_by_keyboard_and_fills_its_row(int width)
    {
        var window = await OpenFormAsync(Procedure, width);
        var number = window.Page.Locator(Field("LegalBases[0].Code"));
        await number.FocusAsync();
        await window.Page.Keyboard.TypeAsync("quyet dinh");
        await window.Page.Locator("[role=option]").First.WaitForAsync();
        Assert.Equal("true", await number.GetAttributeAsync("aria-expanded"));
        await window.SeeAsync();

        await window.Page.Keyboard.PressAsync("ArrowDown");
        var chosen = window.Page.Locator("[role=option][aria-selected=true]");
        Assert.Equal(await chosen.GetAttributeAsync("id"), await number.GetAttributeAsync("aria-activedescendant"));
        var code = (await chosen.Locator("b").InnerTextAsync()).Trim();
        await window.Page.Keyboard.PressAsync("Enter");

        Assert.Equal(code, await number.InputValueAsync());
        Assert.NotEmpty(await window.Page.InputValueAsync(Field("LegalBases[0].Name")));
        Assert.Equal("false", await number.GetAttributeAsync("aria-expanded"));

        await window.Page.FocusAsync(Field("Executing[0].Name"));
        await window.Page.Keyboard.TypeAsync("so tu phap");
        await window.Page.Locator("[role=option]", new() { HasText = "Sở Tư pháp" }).First.ClickAsync();
        Assert.Equal("Sở Tư pháp", await window.Page.InputValueAsync(Field("Executing[0].Name")));
        await window.Page.FillAsync(Field("Executing[0].Name"), "Cơ quan gõ tay");
        await window.Page.Keyboard.PressAsync("Escape");
        Assert.Equal("Cơ quan gõ tay", await window.Page.InputValueAsync(Field("Executing[0].Name")));
    }

    [Fact]
    public async Task Rows_typed_and_not_saved_are_there_again_after_the_page_was_left()
    {
        var window = await OpenFormAsync(Procedure);
        await PressAsync(window, "Methods[0].Fees", "add");
        await window.Page.Keyboard.PressAsync("Tab");
        await window.Page.Keyboard.TypeAsync("8.000");
        await PressAsync(window, "Cases", "add");
        await window.Page.Keyboard.TypeAsync("Trường hợp thứ hai");
        await PressAsync(window, "Cases[1].Papers", "add");
        await window.Page.Keyboard.TypeAsync("Giấy chứng sinh");
        await window.Page.GetByText("Đã lưu tạm lúc").WaitForAsync();

        await window.Page.ReloadAsync();
        await window.Page.Locator(".gp-is-ready").WaitForAsync();
        Assert.Equal("8.000", await window.Page.InputValueAsync(Field("Methods[0].Fees[0].Value")));
        Assert.Equal("Giấy chứng sinh", await window.Page.InputValueAsync(Field("Cases[1].Papers[0].Name")));

        var elsewhere = await OpenFormAsync(Procedure, DemoPortal.Phone);
        await elsewhere.Page.Locator("[data-gp-offered] a").ClickAsync();
        await elsewhere.Page.Locator(".gp-is-ready").WaitForAsync();
        Assert.Equal("8.000", await elsewhere.Page.InputValueAsync(Field("Methods[0].Fees[0].Value")));
        Assert.Equal("Giấy chứng sinh", await elsewhere.Page.InputValueAsync(Field("Cases[1].Papers[0].Name")));
        await elsewhere.Page.Locator(".gp-jump a").First.ClickAsync();
    }

    [Fact]
    public async Task Without_scripts_rows_come_from_the_server_and_the_form_is_saved()
    {
        var window = await OpenAsync(DemoPortal.Phone, javaScript: false);
        await window.SignInAsync("/so-y-te");
        await window.GoAsync(Procedure);
        await window.Page.FillAsync("[name=Code]", "1.990002");
        await window.Page.FillAsync("[name=Name]", "Thủ tục viết không cần tập lệnh");

        await window.Page.Locator("button[value='add Methods']").ClickAsync();
        await window.Page.SelectOptionAsync(Field("Methods[1].Channel"), "POSTAL");
        await window.Page.Locator("button[value='up Methods 1']").ClickAsync();
        Assert.Equal("POSTAL", await window.Page.InputValueAsync(Field("Methods[0].Channel")));
        await window.Page.FocusAsync("[name=Code]");
        await window.Page.Keyboard.PressAsync("Enter");

        await window.Page.Locator(".gp-notice--ok").WaitForAsync();
        Assert.Equal("POSTAL", await window.Page.InputValueAsync(Field("Methods[0].Channel")));
        Assert.Equal("Thủ tục viết không cần tập lệnh", await window.Page.InputValueAsync("[name=Name]"));
    }

    [Fact]
    public async Task A_text_that_nobody_touched_is_sent_as_it_came()
    {
        var window = await OpenFormAsync(Document);
        await window.EditorAsync();
        await window.Page.FillAsync("[name=Abstract]", "Văn bản có toàn văn");
        await window.Page.FillAsync("[name=Issuer]", "Sở Y tế");
        await window.WriteAsync("Điều 1. Phạm vi");
        await window.Page.Locator(".gp-savebar button:not([formaction])").ClickAsync();
        await window.Page.Locator(".gp-notice--ok").WaitForAsync();
        await window.EditorAsync();
        var stored = await window.Page.InputValueAsync("[name=Body]");

        await window.Page.FillAsync("[name=Signer]", "Nguyễn Văn An");
        Assert.Equal(stored, await window.Page.InputValueAsync("[name=Body]"));
        await window.Page.EvaluateAsync("addEventListener('submit', e => { window.sent = document.querySelector('[name=Body]').value; sessionStorage.setItem('sent', window.sent); })");
        await window.Page.Locator(".gp-savebar button:not([formaction])").ClickAsync();
        await window.Page.Locator(".gp-notice--ok").WaitForAsync();
        Assert.Equal(stored, await window.Page.EvaluateAsync<string>("sessionStorage.getItem('sent')"));
    }

    private async Task<Window> OpenFormAsync(string path, int width = DemoPortal.Desk)
    {
        var window = await OpenAsync(width);
        await window.SignInAsync("/so-y-te");
        await window.GoAsync(path);
        await window.Page.Locator(".gp-is-ready").WaitForAsync();
        return window;
    }

    private static string Field(string name) => $"form.gp-editor [name='{name}']";

    /// <summary>Presses a button of a list by keyboard; of a row, when one is named.</summary>
    private static async Task PressAsync(Window window, string list, string act, int? row = null)
    {
        var name = list.Split('.')[^1];
        var lists = list.Contains('.', StringComparison.Ordinal) ? $"[data-gp-row='{list[..list.LastIndexOf('.')]}'] [data-gp-rows={name}]" : $"[data-gp-rows={name}]";
        var button = row is { } number ? $"[data-gp-row='{list}[{number}]'] > .gp-rowbox__bar [data-gp-do={act}]" : $"{lists} > .gp-rowlist__end [data-gp-do={act}]";
        await window.Page.FocusAsync(button);
        await window.Page.Keyboard.PressAsync("Enter");
    }

    private static async Task<string[]> StepsAsync(Window window) =>
        await window.Page.EvaluateAsync<string[]>("[...document.querySelectorAll('[data-gp-rows=Steps] fieldset')].map((row, n) => document.querySelector(`[name=\"Steps[${n}].Name\"]`).value)");

    private static Task<string> FocusedAsync(Window window) => window.Page.EvaluateAsync<string>("document.activeElement.id");
}
