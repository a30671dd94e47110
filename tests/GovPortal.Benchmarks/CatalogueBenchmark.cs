using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using GovPortal.Benchmarks.Data;
using GovPortal.Benchmarks.Measuring;
using GovPortal.Benchmarks.Running;
using GovPortal.Core.Tenancy;
using GovPortal.Core.Text;
using Microsoft.Playwright;

namespace GovPortal.Benchmarks;

/// <summary>How long every procedure of the catalogue is on a phone and on paper, and what it weighs on the way.</summary>
internal sealed partial class CatalogueBenchmark : IBenchmark
{
    private const int PhoneWidth = 360;
    private const int Screen = 780;

    // Every so many of the catalogue where only some are measured.
    private const int StepOfSmall = 60;

    public string Name => "catalogue";

    public string Describes => "height at 360 px, pages of A4 and weight of every procedure of the catalogue";

    public async Task RunAsync(Workbench bench)
    {
        var data = bench.FolderOf("data");
        await using (var installation = await Installation.OpenAsync(data))
        {
            await installation.OpenPortalAsync("portal");
            await installation.ImportAsync("procedures", Source.Write(bench.Folder, "procedures.jsonl", Source.Procedures()), installation.Sites.FindByName(Tenant.PortalName));
        }

        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium", Args = ["--no-sandbox", "--disable-gpu"] });
        await using var host = ChildProcess.StartHost(data);
        await host.FirstPageAsync();
        string[] codes = [.. Source.Procedures().Select(line => JsonDocument.Parse(line).RootElement.GetProperty("code").GetString()!).Where(code => ProcedureCode.TryParse(code, out var canonical) && canonical == code)
            .Distinct().Where((_, place) => place % bench.Choose(StepOfSmall, 1) == 0)];
        var pages = await MeasureAsync(bench, browser, host, codes);
        Publish(bench, pages);
    }

    private static async Task<IReadOnlyCollection<MeasuredPage>> MeasureAsync(Workbench bench, IBrowser browser, ChildProcess host, string[] codes)
    {
        var (found, waiting) = (new ConcurrentBag<MeasuredPage>(), new ConcurrentQueue<string>(codes));
        await Task.WhenAll(Enumerable.Range(0, Environment.ProcessorCount).Select(async _ =>
        {
            await using var window = await browser.NewContextAsync(new() { ViewportSize = new() { Width = PhoneWidth, Height = Screen }, Locale = "vi-VN" });
            var page = await window.NewPageAsync();
            while (waiting.TryDequeue(out var code))
            {
                await page.GotoAsync(new Uri(host.Address, $"/thu-tuc/{code}").ToString(), new() { WaitUntil = WaitUntilState.Load });
                var height = await page.EvaluateAsync<int>("document.documentElement.scrollHeight");
                var sheets = SheetOfPaper().Count(Encoding.Latin1.GetString(await page.PdfAsync(new() { Format = "A4" })));
                found.Add(new MeasuredPage(code, height / (double)Screen, sheets, await WeightAsync(host, code)));
                if (found.Count % 500 == 0)
                {
                    bench.Say($"{found.Count} of {codes.Length}");
                }
            }
        }));
        return found;
    }

    private static async Task<long> WeightAsync(ChildProcess host, string code)
    {
        using var asked = new HttpRequestMessage(HttpMethod.Get, $"/thu-tuc/{code}");
        asked.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("br"));
        using var answer = await host.Http.SendAsync(asked);
        return (await answer.Content.ReadAsByteArrayAsync()).LongLength;
    }

    private static void Publish(Workbench bench, IReadOnlyCollection<MeasuredPage> pages)
    {
        var rows = new List<IReadOnlyList<string>>
        {
            Row("screens of 360 × 780, sections folded", "median under 6, none over 20", page => page.Screens),
            Row("pages of A4, everything open", "under 10 for 99 of 100", page => page.Sheets),
            Row("bytes on the way, packed", "under 60,000", page => page.Bytes),
        };
        bench.Figures["procedures"] = pages.Count;
        bench.Figures["longest"] = new JsonArray([.. pages.OrderByDescending(page => page.Screens).Take(10).Select(page => (JsonNode)$"{page.Code} {page.Screens:0.0}")]);
        bench.Figures["mostPaper"] = new JsonArray([.. pages.OrderByDescending(page => page.Sheets).Take(10).Select(page => (JsonNode)$"{page.Code} {page.Sheets}")]);
        bench.Publish("catalogue", Markdown.Table([$"of {pages.Count.ToString("#,0", CultureInfo.InvariantCulture)} procedures", "median", "99 of 100 at most", "the most", "asked"], rows));

        IReadOnlyList<string> Row(string what, string asked, Func<MeasuredPage, double> of)
        {
            double[] sorted = [.. pages.Select(of).Order()];
            var (median, most, far) = (sorted[sorted.Length / 2], sorted[^1], sorted[(int)Math.Ceiling(sorted.Length * .99) - 1]);
            bench.Say($"{what}: median {median:0.0}, 99 of 100 {far:0.0}, most {most:0.0}");
            return [what, Markdown.Of(median), Markdown.Of(far), Markdown.Of(most), asked];
        }
    }

    private sealed record MeasuredPage(string Code, double Screens, int Sheets, long Bytes);

    [GeneratedRegex(@"/Type\s*/Page\b")]
    private static partial Regex SheetOfPaper();
}
