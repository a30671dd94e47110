namespace GovPortal.Browser.Tests;

/// <summary>Forms longer than a screen: they fold, take what was copied from a spreadsheet, and stay in hand.</summary>
public sealed class LongFormsTests(DemoPortal portal) : BrowserTest(portal)
{
    private const string Procedure = "/so-y-te/quan-tri/thu-tuc/moi";

    [Theory, InlineData(DemoPortal.Desk), InlineData(DemoPortal.Phone)]
    public async Task Thirty_papers_come_from_a_spreadsheet_fold_into_three_screens_and_open_where_a_fault_is(int width)
    {
        var window = await OpenAsync(width);
        await window.SignInAsync("/so-y-te");
        await window.GoAsync(Procedure);
        await window.EditorAsync();
        var lines = string.Join('\n', Enumerable.Range(1, 30).Select(n => $"Giấy tờ thứ {n}\t{n % 3}\t1"));

        await PasteAsync(window, "Cases[0].Papers[0].Name", lines);
        Assert.Equal("Giấy tờ thứ 30", await window.Page.InputValueAsync("[name='Cases[0].Papers[29].Name']"));
        Assert.Equal("2", await window.Page.InputValueAsync("[name='Cases[0].Papers[28].Originals']"));
        await window.SeeAsync();

        await window.Page.EvaluateAsync("() => document.querySelectorAll('[data-gp-rows=Papers] > .gp-rowlist__rows > [data-gp-row]:not(.gp-rowbox--folded) > .gp-rowbox__bar > [data-gp-fold]').forEach(button => button.click())");
        Assert.InRange(await window.Page.EvaluateAsync<double>("() => document.querySelector('[data-gp-rows=Papers] > .gp-rowlist__rows').getBoundingClientRect().height / innerHeight"), 0, 3);
        Assert.Contains("Giấy tờ thứ 7", await window.Page.Locator("[id='Cases[0].Papers[6]'] > .gp-rowbox__legend").InnerTextAsync(), StringComparison.Ordinal);
        await window.SeeAsync();

        await window.Page.EvaluateAsync("() => { const field = document.getElementsByName('Cases[0].Papers[6].Originals')[0]; field.value = 'ba'; }");
        await window.Page.FillAsync("[name=Name]", "Thủ tục thử");
        await window.Page.Locator(".gp-savebar [data-gp-save]").ClickAsync();
        await window.Page.Locator(".gp-errors a", new() { HasText = "Giấy tờ, dòng 7" }).ClickAsync();
        Assert.Equal("Cases[0].Papers[6].Originals", await window.Page.EvaluateAsync<string>("document.activeElement.name"));
        Assert.True(await window.Page.Locator("[name='Cases[0].Papers[6].Originals']").IsVisibleAsync());
    }

    [Fact]
    public async Task What_was_pasted_is_taken_back_and_a_row_is_duplicated()
    {
        var window = await OpenAsync();
        await window.SignInAsync("/so-y-te");
        await window.GoAsync(Procedure);
        await window.EditorAsync();
        await window.Page.FillAsync("[name='Steps[0].Name']", "Nộp hồ sơ");

        await PasteAsync(window, "Steps[0].Name", "Một\tNộp\nHai\tNhận");
        await window.Page.Locator("[data-gp-rows=Steps] .gp-rowlist__said button").ClickAsync();
        Assert.Equal(1, await window.Page.Locator("[data-gp-rows=Steps] > .gp-rowlist__rows > *").CountAsync());
        Assert.Equal("Nộp hồ sơ", await window.Page.InputValueAsync("[name='Steps[0].Name']"));

        await window.Page.Locator("[id='Steps[0]'] [data-gp-do=copy]").ClickAsync();
        Assert.Equal("Nộp hồ sơ", await window.Page.InputValueAsync("[name='Steps[1].Name']"));
        Assert.Equal("Steps[1].Name", await window.Page.EvaluateAsync<string>("document.activeElement.name"));
    }

    private static async Task PasteAsync(Window window, string field, string text) => await window.Page.EvaluateAsync(
        "([name, text]) => { const field = document.getElementsByName(name)[0]; field.focus(); const data = new DataTransfer(); data.setData('text/plain', text); field.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })); }",
        new[] { field, text });
}
