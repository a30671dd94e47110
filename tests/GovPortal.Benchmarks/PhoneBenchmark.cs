using System.Text.Json.Nodes;
using GovPortal.Benchmarks.Measuring;
using GovPortal.Benchmarks.Running;
using GovPortal.Browser.Tests;
using Microsoft.Playwright;

namespace GovPortal.Benchmarks;

/// <summary>How long a phone of middling strength on a slow line takes to show a page, each time with nothing kept from before.</summary>
internal sealed class PhoneBenchmark : IBenchmark
{
    private static readonly (string Label, string Path)[] pages =
    [
        ("home of the portal", "/"),
        ("home of a department", "/so-y-te/"),
        ("home of a commune", "/xa-bao-dai/"),
        ("news list", "/tin-tuc"),
        ("procedures of a department", "/so-tu-phap/thu-tuc"),
        ("documents", "/van-ban"),
        ("procedure", "/so-tu-phap/thu-tuc/1.001193"),
        ("article", "/tin-tuc/trung-tam-phuc-vu-hanh-chinh-cong-mo-cua-sang-thu-bay"),
        ("document", "/van-ban/ke-hoach-137-kh-ubnd"),
    ];

    public string Name => "phone";

    public string Describes => "pages of the demo province in Chromium on a simulated phone";

    public async Task RunAsync(Workbench bench)
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium",
            Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run", "--disable-component-update", "--disable-sync"],
        });
        await using var baseline = ChildProcess.StartBaseline();
        await using var host = ChildProcess.StartHost(bench.FolderOf("data"), "demo");
        await baseline.FirstPageAsync();
        await host.FirstPageAsync();

        var floor = await MeasureAsync(browser, baseline.Address, bench.Choose(3, 9));
        bench.Say($"nine bytes of text: first and largest paint after {floor.Largest:0} ms");
        var rows = new List<IReadOnlyList<string>>();
        var figures = new JsonArray();
        foreach (var (label, path) in pages)
        {
            var load = await MeasureAsync(browser, new Uri(host.Address, path), bench.Choose(3, 9));
            bench.Say($"{label}: first paint {load.First:0} ms, largest {load.Largest:0} ms ({load.Largest / floor.Largest:0.0} of the floor), blocked {load.Blocked:0} ms, moved {load.Moved:0.0000}");
            rows.Add([label, Markdown.Of(load.First / 1000, "s"), Markdown.Of(load.Largest / 1000, "s"), $"{load.Largest / floor.Largest:0.0}", $"{load.Blocked:0} ms", $"{load.Moved:0.###}"]);
            figures.Add(new JsonObject { ["page"] = label, ["firstMs"] = Timings.Round(load.First), ["largestMs"] = Timings.Round(load.Largest), ["blockedMs"] = Timings.Round(load.Blocked), ["moved"] = Timings.Round(load.Moved) });
        }

        bench.Figures["pages"] = figures;
        bench.Figures["baseline"] = new JsonObject { ["is"] = "nine bytes of plain text", ["largestMs"] = Timings.Round(floor.Largest) };
        bench.Publish("phone", Markdown.Table(["page, median of loads", "first paint", "largest paint", $"of the floor ({Markdown.Of(floor.Largest / 1000, "s")})", "blocked", "moved, at most"], rows));
    }

    private static async Task<PhoneLoad> MeasureAsync(IBrowser browser, Uri address, int times)
    {
        // The browser's own beginnings, and what the server makes once such as packed files, are not what is asked about.
        await LoadAsync(browser, address);
        var loads = new List<PhoneLoad>();
        for (var i = 0; i < times; i++)
        {
            loads.Add(await LoadAsync(browser, address));
        }

        return new PhoneLoad(Median(load => load.First), Median(load => load.Largest), loads.Max(load => load.Moved), Median(load => load.Blocked), "");

        double Median(Func<PhoneLoad, double> figure) => Timings.MedianOf(loads.Select(figure));
    }

    private static async Task<PhoneLoad> LoadAsync(IBrowser browser, Uri address)
    {
        await using var window = await browser.NewContextAsync(new() { Locale = "vi-VN", TimezoneId = "Asia/Ho_Chi_Minh" });
        return await SlowPhone.LoadAsync(await window.NewPageAsync(), address.ToString());
    }
}
