using System.Collections.Concurrent;
using System.Text.Json;
using GovPortal.Testing;
using Microsoft.Playwright;

namespace GovPortal.Browser.Tests;

/// <summary>What a page costs on a line paid by the byte, and that pictures neither push the page about nor come before they are looked at.</summary>
public sealed class WeightTests(DemoPortal portal) : BrowserTest(portal)
{
    private const int Most = 150_000;
    private const int MostScript = 30_000;

    [Theory, InlineData("/"), InlineData("/so-y-te/"), InlineData("/xa-bao-dai/")]
    public async Task A_home_page_is_small_and_asks_its_own_site_alone(string path)
    {
        var window = await OpenAsync(DemoPortal.Phone);
        var (kinds, bytes) = await WatchAsync(window.Page);
        var hosts = new ConcurrentDictionary<string, string>();
        window.Page.Request += (_, request) => hosts[new Uri(request.Url).Authority] = request.Url;

        await window.GoAsync(path);
        await AllCameAsync(window, kinds, bytes);

        // Icons come as "Other": the browser counts what <use> names neither as picture nor as script.
        var weights = bytes.Where(b => kinds[b.Key] is not ("Image" or "Media")).GroupBy(b => kinds[b.Key]).ToDictionary(kind => kind.Key, kind => kind.Sum(b => b.Value));
        var told = string.Join(", ", weights.OrderByDescending(w => w.Value).Select(w => $"{w.Key} {w.Value}"));
        TestContext.Current.TestOutputHelper!.WriteLine($"{path}: {weights.Values.Sum()} bytes without pictures: {told}");
        Assert.Empty(new[] { "Document", "Stylesheet", "Script", "Font" }.Except(weights.Keys));
        Assert.True(weights.Values.Sum() < Most, told);
        Assert.True(weights["Script"] < MostScript, told);
        Assert.Equal([Portal.Address.Authority], hosts.Keys);
    }

    [Fact]
    public async Task The_next_page_of_a_visit_asks_for_nothing_again()
    {
        var window = await OpenAsync(DemoPortal.Phone);
        await window.GoAsync("/");
        await window.RestsAsync();
        var (kinds, bytes) = await WatchAsync(window.Page);
        var asked = new ConcurrentBag<string>();
        window.Page.RequestFinished += (_, request) => asked.Add(new Uri(request.Url).AbsolutePath);

        await window.GoAsync("/so-do");
        await AllCameAsync(window, kinds, bytes);

        Assert.Contains(asked, path => path.EndsWith("site.css", StringComparison.Ordinal));
        Assert.Single(bytes.Values, received => received > 0);
    }

    [Theory]
    [InlineData("/"), InlineData("/so-y-te/"), InlineData("/xa-bao-dai/"), InlineData("/tin-tuc"), InlineData("/so-y-te/tin-tuc")]
    [InlineData("/tin-tuc/trung-tam-phuc-vu-hanh-chinh-cong-mo-cua-sang-thu-bay"), InlineData("/so-tu-phap/thu-tuc/1.001193"), InlineData("/van-ban/ke-hoach-137-kh-ubnd")]
    public async Task Pictures_keep_their_place_and_wait_until_they_are_near(string path)
    {
        var early = new List<string[]>();
        foreach (var width in new[] { DemoPortal.Phone, DemoPortal.Desk })
        {
            var window = await OpenAsync(width);
            await window.GoAsync(path);

            Assert.Empty(await window.Page.EvaluateAsync<string[]>("[...document.images].filter(i => !(i.getAttribute('width') > 0 && i.getAttribute('height') > 0)).map(i => i.outerHTML)"));
            early.Add(await window.Page.EvaluateAsync<string[]>("[...document.images].filter(i => i.loading !== 'lazy' && i.getBoundingClientRect().top > innerHeight).map(i => i.outerHTML)"));
        }

        // What a desk shows at once may come at once, though a phone has it further down.
        Assert.Empty(early[0].Intersect(early[1]));
    }

    private static async Task AllCameAsync(Window window, ConcurrentDictionary<string, string> kinds, ConcurrentDictionary<string, double> bytes)
    {
        await window.RestsAsync();
        await Eventually.BecomesTrueAsync("everything that began to come has come", () => Task.FromResult(!kinds.IsEmpty && kinds.Keys.All(bytes.ContainsKey)));
    }

    /// <summary>Notes of each request its kind and what travelled for it, heads included.</summary>
    private static async Task<(ConcurrentDictionary<string, string> Kinds, ConcurrentDictionary<string, double> Bytes)> WatchAsync(IPage page)
    {
        var (kinds, bytes) = (new ConcurrentDictionary<string, string>(), new ConcurrentDictionary<string, double>());
        var browser = await page.Context.NewCDPSessionAsync(page);
        browser.Event("Network.responseReceived").OnEvent += (_, said) => Note(said, (id, e) => kinds[id] = e.GetProperty("type").GetString()!);
        browser.Event("Network.loadingFinished").OnEvent += (_, said) => Note(said, (id, e) => bytes[id] = e.GetProperty("encodedDataLength").GetDouble());
        await browser.SendAsync("Network.enable");
        return (kinds, bytes);

        static void Note(JsonElement? said, Action<string, JsonElement> note) => note(said!.Value.GetProperty("requestId").GetString()!, said.Value);
    }
}
