using System.Text.Json;
using Microsoft.Playwright;

namespace GovPortal.Browser.Tests;

/// <summary>What came of loading a page: times in milliseconds since it was asked for.</summary>
/// <param name="First">When something was to be seen (FCP).</param>
/// <param name="Largest">When the largest text or picture of the first screen was there (LCP).</param>
/// <param name="Moved">How much of the screen moved (CLS).</param>
/// <param name="Blocked">How long the phone did not answer its user (TBT).</param>
/// <param name="Movers">Markup of what moved.</param>
internal sealed record PhoneLoad(double First, double Largest, double Moved, double Blocked, string Movers);

/// <summary>Loads pages as a phone of middling strength on a slow line does: 360 px wide, a quarter of the computing, 150 ms to the server and back, 1.6 Mbit/s.</summary>
internal static class SlowPhone
{
    private const int Slowdown = 4;
    private const double BytesPerSecond = 1.6 * 1024 * 1024 / 8;

    // Milliseconds after something was seen: longer than browsers hold text back for its font.
    private const int Late = 3_500;

    // What the browser itself measures (web.dev/vitals). Blocking is what tasks take beyond 50 ms after the first paint.
    private const string Watch = """
        window.seen = { largest: 0, moved: 0, movers: [], first: 0, tasks: [] };
        const watch = (type, note) => new PerformanceObserver(list => list.getEntries().forEach(note)).observe({ type, buffered: true });
        watch('largest-contentful-paint', e => { seen.largest = e.startTime; });
        watch('layout-shift', e => { seen.moved += e.value; e.sources.forEach(s => seen.movers.push((s.node?.outerHTML ?? s.node?.nodeName ?? '').slice(0, 120))); });
        watch('paint', e => { if (e.name === 'first-contentful-paint') seen.first = e.startTime; });
        watch('longtask', e => seen.tasks.push([e.startTime, e.duration]));
        """;

    private const string Sum = """
        () => ({ ...seen, blocked: seen.tasks.reduce((sum, [start, time]) => sum + Math.max(0, Math.min(time - 50, start + time - Math.max(start + 50, seen.first))), 0) })
        """;

    /// <summary>Loads a page with nothing kept from before and waits until nothing more arrives.</summary>
    /// <param name="fontsAreLate">Whether fonts come when people already read: the worst they can do, which chance alone seldom brings about.</param>
    public static async Task<PhoneLoad> LoadAsync(IPage page, string address, bool fontsAreLate = false)
    {
        await page.SetViewportSizeAsync(360, 780);
        var browser = await page.Context.NewCDPSessionAsync(page);
        await browser.SendAsync("Network.enable");
        await browser.SendAsync("Network.emulateNetworkConditions", new() { ["offline"] = false, ["latency"] = 150, ["downloadThroughput"] = BytesPerSecond, ["uploadThroughput"] = BytesPerSecond / 2 });
        await browser.SendAsync("Emulation.setCPUThrottlingRate", new() { ["rate"] = Slowdown });
        await page.AddInitScriptAsync(Watch);
        var arrivals = new Arrivals(page);
        var readers = new TaskCompletionSource();
        if (fontsAreLate)
        {
            await page.RouteAsync("**/*.woff2*", async route =>
            {
                await readers.Task;
                await route.ContinueAsync();
            });
        }

        var load = page.GotoAsync(address, new() { WaitUntil = WaitUntilState.Load });
        if (fontsAreLate)
        {
            await page.WaitForFunctionAsync($"() => window.seen?.first > 0 && performance.now() > seen.first + {Late}");
            readers.SetResult();
        }

        await load;
        await arrivals.AllCameAsync();
        var seen = await page.EvaluateAsync<JsonElement>(Sum);
        return new PhoneLoad(Number("first"), Number("largest"), Number("moved"), Number("blocked"), string.Join('\n', seen.GetProperty("movers").EnumerateArray().Select(m => m.GetString())));

        double Number(string name) => seen.GetProperty(name).GetDouble();
    }
}
