using Microsoft.Playwright;

namespace GovPortal.Browser.Tests;

/// <summary>A reader computes a published ranking again; an agency is asked, and answers.</summary>
public sealed class RankingTests(DemoPortal portal) : BrowserTest(portal)
{
    [Fact]
    public async Task A_reader_computes_the_ranking_again_moves_a_weight_and_comes_back()
    {
        var window = await OpenAsync();
        await window.GoAsync("/xep-hang/2025");
        await window.Page.Locator("a[href$='/tinh-lai']").ClickAsync();
        var verdict = window.Page.Locator("[data-gp-verdict]");
        var first = window.Page.Locator("[data-gp-block] tbody tr").First;
        await Assertions.Expect(verdict).ToContainTextAsync("cả 114 đơn vị đúng với bảng công bố");
        var (name, score) = (await first.GetAttributeAsync("data-gp-unit"), await first.Locator("[data-gp-score]").InnerTextAsync());

        await window.Page.Locator("input[data-gp-group='4']:not([data-gp-indicator])").FillAsync("0");
        await Assertions.Expect(verdict).ToContainTextAsync("Đã đổi trọng số");
        Assert.NotEqual(score, await window.Page.Locator($"tr[data-gp-unit='{name}'] [data-gp-score]").InnerTextAsync());

        await window.Page.Locator("[data-gp-reset]").ClickAsync();
        await Assertions.Expect(verdict).ToContainTextAsync("cả 114 đơn vị đúng với bảng công bố");
    }

    [Fact]
    public async Task Without_scripts_the_raw_numbers_and_formulas_are_there()
    {
        var window = await OpenAsync(javaScript: false);
        await window.GoAsync("/xep-hang/2025/tinh-lai");

        Assert.Equal(114, await window.Page.Locator("[data-gp-block] tbody tr").CountAsync());
        Assert.Contains("không chạy tập lệnh", await window.Page.Locator("noscript").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_survey_is_prepared_opened_and_answered()
    {
        var province = await OpenSignedInAsync();
        await province.GoAsync("/quan-tri/xep-hang");
        await province.Page.Locator("button:has-text('Lập khảo sát')").ClickAsync();
        await province.Page.Locator("[role=status].gp-notice--ok").WaitForAsync();
        await province.SeeAsync();
        var survey = new Uri(province.Page.Url).AbsolutePath.Split('/')[^1];
        await province.Page.Locator("form:has(input[name=to][value=Open]) button").ClickAsync();
        await province.Page.Locator("[role=status].gp-notice--ok").WaitForAsync();

        foreach (var width in new[] { DemoPortal.Desk, DemoPortal.Phone })
        {
            var agency = await OpenSignedInAsync(width);
            await agency.GoAsync($"/so-y-te/quan-tri/khao-sat/{survey}");
            await agency.SeeAsync();
            await agency.Page.FillAsync("#Value_2", "85");
            await agency.Page.Locator("button:has-text('Lưu, gửi sau')").ClickAsync();
            await agency.Page.Locator(".gp-errors").WaitForAsync();
            await agency.SeeAsync();
        }

        await province.GoAsync($"/quan-tri/xep-hang/{survey}");
        await province.Page.Locator("tr:has-text('Sở Y tế') a").ClickAsync();
        await province.Page.WaitForURLAsync("**/don-vi/*");
        await province.SeeAsync();
    }
}
