using Microsoft.Playwright;

namespace GovPortal.Browser.Tests;

/// <summary>What an administrator arranges in a browser: by keys, by mouse, beside a look at the site.</summary>
public sealed class ArrangingTests(DemoPortal portal) : BrowserTest(portal)
{
    [Theory, InlineData(DemoPortal.Desk), InlineData(DemoPortal.Phone)]
    public async Task A_row_with_all_its_fields_and_the_look_beside_it_are_accessible_and_fit(int width)
    {
        var window = await OpenSignedInAsync(width);
        foreach (var path in new[] { "/quan-tri/trang-chu", "/quan-tri/trinh-don", "/quan-tri/trinh-don?phan=chan-trang", "/quan-tri/bieu-ngu", "/quan-tri/giao-dien", "/quan-tri/chuyen-muc", "/quan-tri/linh-vuc", "/quan-tri/trang-tinh", "/quan-tri/trang-tinh/moi" })
        {
            await window.GoAsync("/so-xay-dung" + path);
            if (await window.Page.Locator("[data-gp-move=add]").CountAsync() > 0)
            {
                await window.Page.Locator("[data-gp-move=add]").ClickAsync();
                await window.Page.Locator(".gp-arrange__fields input:visible").First.WaitForAsync();
            }

            if (await window.Page.Locator("[data-gp-look]:not([open]) > summary").CountAsync() > 0)
            {
                await window.Page.Locator("[data-gp-look] > summary").ClickAsync();
            }

            if (await window.Page.Locator("[data-gp-look]").CountAsync() > 0)
            {
                await window.Page.FrameLocator("[data-gp-look] iframe:not([data-gp-coming])").Locator("h1").WaitForAsync(new() { State = WaitForSelectorState.Attached });
            }

            await window.SeeAsync();
            await window.Page.EvaluateAsync("window.addEventListener('beforeunload', e => e.stopImmediatePropagation(), true)");
        }
    }

    [Fact]
    public async Task An_entry_is_moved_by_keys_and_the_look_shows_it_while_readers_see_nothing()
    {
        var window = await OpenAsync();
        var citizen = await OpenAsync();
        await window.SignInAsync("/so-noi-vu");
        await window.GoAsync("/so-noi-vu/quan-tri/trinh-don");
        var look = window.Page.FrameLocator("[data-gp-look] iframe:not([data-gp-coming])");

        await window.Page.Locator("[data-gp-row='0'] [data-gp-move=down]").FocusAsync();
        await window.Page.Keyboard.PressAsync("Enter");
        await window.Page.Locator("[data-gp-row='1'] [data-gp-move=down]:focus").WaitForAsync();
        await Assertions.Expect(look.Locator(".gp-nav__link").Nth(1)).ToHaveTextAsync("Tin tức");
        await citizen.GoAsync("/so-noi-vu/");
        var before = await citizen.Page.Locator(".gp-nav__link").Nth(1).InnerTextAsync();

        await window.Page.Keyboard.PressAsync("Alt+ArrowDown");
        await window.Page.Locator("[data-gp-row='2'] :focus").WaitForAsync();
        var said = await window.Page.Locator("[data-gp-say]").InnerTextAsync();
        await window.Page.Locator("#bo-cuc .gp-arrange__end button").First.ClickAsync();
        await window.Page.Locator(".gp-notice--ok").WaitForAsync();
        await citizen.GoAsync("/so-noi-vu/");

        Assert.Equal("Giới thiệu", before);
        Assert.Contains("vị trí 3 trên 7", said, StringComparison.Ordinal);
        Assert.Equal("Giới thiệu", await citizen.Page.Locator(".gp-nav__link").Nth(3).InnerTextAsync());
    }

    [Fact]
    public async Task A_row_dragged_by_mouse_stands_where_it_was_dropped()
    {
        var window = await OpenAsync();
        await window.SignInAsync("/so-tu-phap");
        await window.GoAsync("/so-tu-phap/quan-tri/trang-chu");
        var names = window.Page.Locator("#bo-cuc .gp-choice span");
        var last = await names.Last.InnerTextAsync();

        await window.Page.Locator("[data-gp-row]").Last.Locator(".gp-grip").DragToAsync(window.Page.Locator("[data-gp-row='0']"));

        await Assertions.Expect(names.First).ToHaveTextAsync(last);
    }

    [Fact]
    public async Task Without_a_script_rows_move_and_the_look_comes_when_it_is_asked_for()
    {
        var window = await OpenAsync(javaScript: false);
        await window.SignInAsync("/so-y-te");
        await window.GoAsync("/so-y-te/quan-tri/trinh-don");

        await window.Page.Locator("[data-gp-row='0'] [data-gp-move=down]").ClickAsync();
        await window.Page.Locator("[data-gp-look] > summary").ClickAsync();
        await window.Page.Locator("[data-gp-look-button]").ClickAsync();

        await Assertions.Expect(window.Page.FrameLocator("[data-gp-look] iframe").Locator(".gp-nav__link").Nth(1)).ToHaveTextAsync("Tin tức");
    }

    [Fact]
    public async Task Looking_leaves_the_way_back_alone()
    {
        var window = await OpenAsync();
        await window.SignInAsync("/so-y-te");
        await window.GoAsync("/so-y-te/quan-tri/trang-chu");
        var before = await window.Page.EvaluateAsync<int>("history.length");
        var look = window.Page.FrameLocator("[data-gp-look] iframe:not([data-gp-coming])");

        await look.Locator("h1").WaitForAsync();
        await window.Page.Locator("[name$='.IsShown']").First.UncheckAsync();
        await Assertions.Expect(look.Locator(".gp-tiles")).ToHaveCountAsync(0);

        Assert.Equal(before, await window.Page.EvaluateAsync<int>("history.length"));
        await window.Page.EvaluateAsync("window.addEventListener('beforeunload', e => e.stopImmediatePropagation(), true)");
    }
}
