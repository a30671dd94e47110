namespace GovPortal.Browser.Tests;

/// <summary>What citizens come for.</summary>
public sealed class ReadingTests(DemoPortal portal) : BrowserTest(portal)
{
    [Fact]
    public async Task A_citizen_reads_the_lead_news_and_goes_on_to_another()
    {
        var window = await OpenAsync();
        await window.GoAsync("/");
        var lead = window.Page.Locator(".gp-lead a").First;
        var title = await lead.InnerTextAsync();

        await lead.ClickAsync();
        Assert.Equal(title.Trim(), (await window.HeadingAsync()).Trim());

        await window.Page.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "Tin tức", Exact = true }).First.ClickAsync();
        Assert.Equal("Tin tức", (await window.HeadingAsync()).Trim());
        Assert.True(await window.Page.Locator(".gp-card").CountAsync() > 5);
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task A_citizen_finds_birth_registration_typed_without_diacritics_on_a_phone(bool javaScript)
    {
        var window = await OpenAsync(DemoPortal.Phone, javaScript);
        await window.GoAsync("/");
        var box = window.Page.Locator("main input[name=q]").First;
        await box.FillAsync("dang ky khai sinh");
        await box.PressAsync("Enter");

        var first = window.Page.Locator(".gp-result a").First;
        Assert.Contains("khai sinh", await first.InnerTextAsync(), StringComparison.OrdinalIgnoreCase);
        await first.ClickAsync();

        Assert.Contains("/thu-tuc/1.001193", window.Page.Url, StringComparison.Ordinal);
        var handover = window.Page.Locator("a[href^='https://dichvucong.gov.vn']").First;
        Assert.True(await handover.IsVisibleAsync());
    }

    [Fact]
    public async Task A_citizen_opens_a_document_and_sees_whether_it_is_in_force()
    {
        var window = await OpenAsync();
        await window.GoAsync("/van-ban");
        await window.Page.Locator("main table a, main .gp-row a").First.ClickAsync();

        Assert.Contains("hiệu lực", await window.Page.Locator("main .gp-badge").First.InnerTextAsync(), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("/van-ban/", window.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Suggestions_are_chosen_by_keyboard()
    {
        var window = await OpenAsync();
        await window.GoAsync("/");
        await window.Page.Locator("main input[name=q]").First.PressSequentiallyAsync("ket h", new() { Delay = 30 });

        // Suggestions for the first letters may still stand there when the last one is typed.
        await window.Page.Locator("[role=option]:first-child", new() { HasTextRegex = new("kết hôn", System.Text.RegularExpressions.RegexOptions.IgnoreCase) }).WaitForAsync();

        await window.Page.Keyboard.PressAsync("ArrowDown");
        await window.Page.Keyboard.PressAsync("Enter");
        await window.Page.WaitForURLAsync(url => !url.EndsWith('/'));

        Assert.Contains("kết hôn", await window.Page.Locator("main").InnerTextAsync(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task The_keyboard_alone_reaches_the_search_and_its_first_hit()
    {
        var window = await OpenAsync();
        await window.GoAsync("/so-y-te/");
        await window.Page.Keyboard.PressAsync("Tab");
        Assert.Equal("gp-skip", await window.Page.EvaluateAsync<string>("document.activeElement.className"));
        await window.Page.Keyboard.PressAsync("Enter");

        await TabToAsync(window, "document.activeElement.name === 'q'");
        await window.Page.Keyboard.TypeAsync("tiem chung");
        await window.Page.Keyboard.PressAsync("Enter");
        await window.Page.WaitForURLAsync("**/tim-kiem?**");

        await TabToAsync(window, "document.activeElement.closest('.gp-result') !== null");
        await window.Page.Keyboard.PressAsync("Enter");
        await window.Page.WaitForURLAsync(url => !url.Contains("tim-kiem", StringComparison.Ordinal));
        Assert.NotEmpty(await window.HeadingAsync());
    }

    [Fact]
    public async Task Text_size_and_contrast_are_kept_over_reloading()
    {
        var window = await OpenAsync();
        await window.GoAsync("/");
        var before = await SizeAsync(window);
        await window.Page.Locator("[data-gp-text=more]").ClickAsync();
        await window.Page.Locator("[data-gp-contrast]").ClickAsync();
        var ground = await GroundAsync(window);

        await window.Page.ReloadAsync();

        Assert.True(await SizeAsync(window) > before);
        Assert.Equal(ground, await GroundAsync(window));
    }

    [Fact]
    public async Task The_same_page_is_one_click_away_in_English()
    {
        var window = await OpenAsync();
        await window.GoAsync("/so-tu-phap/thu-tuc");
        await window.Page.Locator("a[hreflang=en]").First.ClickAsync();

        Assert.EndsWith("/so-tu-phap/en/thu-tuc", window.Page.Url, StringComparison.Ordinal);
        Assert.Equal("en", await window.Page.Locator("html").GetAttributeAsync("lang"));
        Assert.Equal("Administrative procedures", (await window.HeadingAsync()).Trim());
    }

    [Fact]
    public async Task Nothing_moves_while_a_home_page_loads()
    {
        var window = await OpenAsync(DemoPortal.Phone);
        await window.Page.AddInitScriptAsync("window.moved = 0; new PerformanceObserver(list => list.getEntries().forEach(e => window.moved += e.value)).observe({ type: 'layout-shift', buffered: true });");
        await window.GoAsync("/");
        await window.Page.WaitForFunctionAsync("document.fonts.status === 'loaded'");

        // Below 0.1 counts as good (Core Web Vitals); a stand-in font of like measure leaves far less.
        Assert.InRange(await window.Page.EvaluateAsync<double>("window.moved"), 0, 0.05);
    }

    private static async Task TabToAsync(Window window, string isThere)
    {
        for (var presses = 0; presses < 80; presses++)
        {
            if (await window.Page.EvaluateAsync<bool>(isThere))
            {
                return;
            }

            await window.Page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"80 presses of Tab do not reach: {isThere}");
    }

    private static Task<double> SizeAsync(Window window) => window.Page.EvaluateAsync<double>("parseFloat(getComputedStyle(document.querySelector('main')).fontSize)");

    private static Task<string> GroundAsync(Window window) => window.Page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor + getComputedStyle(document.body).color");
}
