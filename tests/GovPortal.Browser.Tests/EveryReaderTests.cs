using Microsoft.Playwright;

namespace GovPortal.Browser.Tests;

/// <summary>Readers who see, hear or print otherwise than most: large letters, colours of their own, another language around Vietnamese texts, paper.</summary>
public sealed class EveryReaderTests(DemoPortal portal) : BrowserTest(portal)
{
    private const string Procedure = "/so-tu-phap/thu-tuc/1.001193";

    // Text that is Vietnamese by its letters, and that nothing around it says to be so.
    private const string Unmarked = """
        () => { const found = []; const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          while (walk.nextNode()) { const text = walk.currentNode, about = text.parentElement;
            if (/[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]/i.test(text.data) && !about.closest('script,style') && about.closest('[lang]').lang !== 'vi') found.push(text.data.trim().slice(0, 80)); }
          return found; }
        """;

    private static readonly string[] Kinds =
    [
        "/", "/so-y-te/", "/en/", "/tin-tuc", "/tin-tuc/trung-tam-phuc-vu-hanh-chinh-cong-mo-cua-sang-thu-bay", "/so-tu-phap/thu-tuc", Procedure, Procedure + "/nop-ho-so?xa=xa-bao-dai",
        "/van-ban", "/van-ban/ke-hoach-137-kh-ubnd", "/tim-kiem?q=khai+sinh", "/gioi-thieu", "/lien-he", "/kiem-tra-chu-ky", "/so-do", "/tra-cuu", "/mot-cua", "/dang-nhap", "/khong-co-trang-nay",
        "/xep-hang", "/xep-hang/2025", "/lich-cong-tac", "/cuoc-song", "/cuoc-song/nha-co-em-be", "/so-y-te/co-cau", "/so-y-te/can-bo", "/xa-bao-dai/canh-bao", "/hoi-dap", "/hoi-dap/gui", "/lay-y-kien",
        "/cong-khai", "/su-kien", "/thu-vien-anh",
    ];

    public static TheoryData<string> PageKinds => [.. Kinds];

    [Theory, MemberData(nameof(PageKinds))]
    public async Task Letters_of_twice_the_size_fit_a_phone(string path)
    {
        var window = await OpenAsync(DemoPortal.Phone);
        await window.GoAsync(path);
        await window.Page.EvaluateAsync("document.documentElement.style.fontSize = '200%'");

        var wide = await window.Page.EvaluateAsync<string[]>("document.documentElement.scrollWidth <= innerWidth ? [] : [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > innerWidth + 1).slice(0, 8).map(e => e.outerHTML.slice(0, 120))");
        Assert.Empty(wide);
    }

    [Theory, InlineData("/tin-tuc", ".gp-nav"), InlineData("/tim-kiem?q=khai+sinh&loai=procedure", ".gp-tabs"), InlineData("/so-tu-phap/thu-tuc?cap=xa", ".gp-facet")]
    public async Task Forced_colours_leave_the_chosen_one_told_apart(string path, string among)
    {
        var window = await OpenAsync();
        await window.Page.EmulateMediaAsync(new() { ForcedColors = ForcedColors.Active });
        await window.GoAsync(path);

        var grounds = await window.Page.EvaluateAsync<string[]>("among => [...document.querySelectorAll(among + ' a')].map(a => (a.hasAttribute('aria-current') ? 'chosen ' : 'other ') + getComputedStyle(a).backgroundColor)", among);
        var chosen = grounds.Where(ground => ground.StartsWith("chosen ", StringComparison.Ordinal)).Select(ground => ground["chosen ".Length..]).ToArray();
        Assert.NotEmpty(chosen);
        Assert.Empty(chosen.Intersect(grounds.Where(ground => ground.StartsWith("other ", StringComparison.Ordinal)).Select(ground => ground["other ".Length..])));
    }

    [Fact]
    public async Task Escape_closes_the_menu_and_leads_back_to_its_button()
    {
        var window = await OpenAsync(DemoPortal.Phone);
        await window.GoAsync("/tin-tuc");
        await window.Page.Locator("[data-gp-menu]").ClickAsync();
        Assert.True(await window.Page.Locator("#gp-menu").IsVisibleAsync());

        await window.Page.Keyboard.PressAsync("Escape");

        Assert.False(await window.Page.Locator("#gp-menu").IsVisibleAsync());
        Assert.True(await window.Page.EvaluateAsync<bool>("document.activeElement.hasAttribute('data-gp-menu')"));
    }

    [Theory]
    [InlineData("/en/"), InlineData("/en/thu-tuc"), InlineData("/en/van-ban"), InlineData("/en/tin-tuc"), InlineData("/en/so-do"), InlineData("/en/tim-kiem?q=khai+sinh"), InlineData("/so-y-te/en/"), InlineData("/en/cuoc-song"), InlineData("/so-tu-phap/en/thu-tuc/1.001193")]
    public async Task Vietnamese_among_English_says_so(string path)
    {
        var window = await OpenAsync();
        await window.GoAsync(path);

        Assert.Empty(await window.Page.EvaluateAsync<string[]>(Unmarked));
    }

    [Fact]
    public async Task Paper_says_where_it_came_from_and_asks_nobody_to_sign_in()
    {
        var window = await OpenAsync();
        await window.GoAsync(Procedure);
        await window.Page.EmulateMediaAsync(new() { Media = Microsoft.Playwright.Media.Print });

        var source = window.Page.Locator(".gp-source");
        Assert.Contains("/thu-tuc/1.001193", await source.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("In ngày 01/12/2026", await source.InnerTextAsync(), StringComparison.Ordinal);
        Assert.True(await source.Locator("svg").IsVisibleAsync());
        Assert.True(await window.Page.Locator("#dossier input[type=checkbox]").First.IsVisibleAsync());
        Assert.False(await window.Page.Locator(".gp-footer a[href$='/dang-nhap']").IsVisibleAsync());
        Assert.False(await window.Page.Locator(".gp-useful").IsVisibleAsync());
    }

    [Fact]
    public async Task Papers_are_ticked_and_stay_ticked_on_the_device()
    {
        var window = await OpenAsync(DemoPortal.Phone);
        await window.GoAsync(Procedure);
        await window.Page.EvaluateAsync("document.querySelectorAll('details.gp-topic').forEach(topic => topic.open = true)");
        await window.Page.Locator("#dossier input[type=checkbox]").First.CheckAsync();

        await window.Page.ReloadAsync();

        Assert.True(await window.Page.EvaluateAsync<bool>("document.querySelector('#dossier input[type=checkbox]').checked"));
        await window.GoAsync("/so-tu-phap/thu-tuc/1.004873");
        Assert.Equal(0, await window.Page.EvaluateAsync<int>("document.querySelectorAll('#dossier input:checked').length"));
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task The_commune_is_chosen_once(bool javaScript)
    {
        var window = await OpenAsync(DemoPortal.Phone, javaScript);
        await window.GoAsync(Procedure);
        await window.Page.Locator("a[data-gp-commune]").First.ClickAsync();
        await window.Page.SelectOptionAsync("select[name=xa]", "xa-bao-dai");
        await window.Page.Locator("form.gp-handing button").ClickAsync();
        await window.Page.WaitForURLAsync("**xa=xa-bao-dai**");
        Assert.True(await window.Page.Locator("[data-office='xa-bao-dai']").IsVisibleAsync());
        if (javaScript)
        {
            // What looks at pages is a script itself.
            await window.SeeAsync();
        }

        await window.GoAsync("/so-tu-phap/thu-tuc/1.004873");
        Assert.Equal(javaScript, (await window.Page.Locator("a[data-gp-commune]").First.GetAttributeAsync("href"))!.EndsWith("?xa=xa-bao-dai", StringComparison.Ordinal));
    }
}
