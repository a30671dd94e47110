using System.Text.Json.Nodes;
using GovPortal.Benchmarks.Data;
using GovPortal.Benchmarks.Measuring;
using GovPortal.Benchmarks.Running;
using GovPortal.Core.Content;
using GovPortal.Core.Tenancy;

namespace GovPortal.Benchmarks;

/// <summary>How many pages a second a visitor crowd gets, beside a server that only sends the same bytes from memory.</summary>
internal sealed class PageBenchmark : IBenchmark
{
    private const int Connections = 64;

    // Each way of serving is measured for itself: a line here for every setting that changes the path a page takes.
    private static readonly string[] ways = ["uncached"];

    public string Name => "page";

    public string Describes => "home, list, item and search page at 64 connections";

    public async Task RunAsync(Workbench bench)
    {
        var data = bench.FolderOf("data");
        var pages = await FillAsync(bench, data);
        bench.Figures["tool"] = Load.Tool;
        bench.Figures["connections"] = Connections;
        foreach (var way in ways)
        {
            await using var host = ChildProcess.StartHost(data);
            await host.FirstPageAsync();
            bench.Figures[way] = await MeasureAsync(bench, host, way, pages);
        }
    }

    private static async Task<(string Name, string Path)[]> FillAsync(Workbench bench, string data)
    {
        await using var installation = await Installation.OpenAsync(data);
        await installation.OpenPortalAsync("demo");
        var site = installation.Sites.FindByName("so-tu-phap")!;
        var articles = Source.Write(bench.Folder, "articles.jsonl", Source.Articles().Take(bench.Choose(200, 3_000)));
        await installation.ImportAsync("articles", articles, site);
        var procedures = Source.Write(bench.Folder, "procedures.jsonl", Source.Procedures().Take(bench.Choose(200, 3_000)));
        await installation.ImportAsync("procedures", procedures, installation.Sites.Portal);
        await installation.FollowAsync();
        var item = (await installation.PublishedOn(site).ListAsync(new ListQuery("procedure", Size: 1), CancellationToken.None)).Items[0];
        bench.Say($"the demo province with more news and procedures is set up: {installation.Sites.All.Count} sites");
        return [("home", "/"), ("list", $"/{site.Name}/tin-tuc"), ("item", $"/{site.Name}/thu-tuc/{item.Slug}"), ("search", "/tim-kiem?q=dang+ky+khai+sinh")];
    }

    private static async Task<JsonObject> MeasureAsync(Workbench bench, ChildProcess host, string way, (string Name, string Path)[] pages)
    {
        var files = new List<string>();
        foreach (var (name, path) in pages)
        {
            files.Add(Path.Combine(bench.Folder, $"{way}-{name}.html"));
            await File.WriteAllBytesAsync(files[^1], await host.Http.GetByteArrayAsync(path));
        }

        await using var baseline = ChildProcess.StartBaseline(files);
        await baseline.FirstPageAsync();
        var seconds = bench.Choose(2.0, 8.0);
        var found = new JsonObject();
        for (var i = 0; i < pages.Length; i++)
        {
            var own = new Uri(host.Address, pages[i].Path);
            await Load.RunAsync(own, Connections, bench.Choose(1.0, 20.0), bench.Folder);
            await Load.RunAsync(new Uri(baseline.Address, $"/{i}"), Connections, 1, bench.Folder);
            var rounds = new List<(LoadResult Page, LoadResult Plain, double CpuMs)>();
            for (var round = 0; round < bench.Choose(1, 5); round++)
            {
                var plain = await Load.RunAsync(new Uri(baseline.Address, $"/{i}"), Connections, bench.Choose(1.0, 4.0), bench.Folder);
                var before = host.ProcessorTime;
                var page = await Load.RunAsync(own, Connections, seconds, bench.Folder);
                rounds.Add((page, plain, (host.ProcessorTime - before).TotalMilliseconds / page.Requests));
            }

            found[pages[i].Name] = Tell(bench, $"{way} {pages[i].Name}", rounds, new FileInfo(files[i]).Length);
        }

        found["memoryMiB"] = Math.Round(host.MemoryMiB);
        bench.Say($"{way}: {host.MemoryMiB:0} MiB at the end");
        return found;
    }

    private static JsonObject Tell(Workbench bench, string name, List<(LoadResult Page, LoadResult Plain, double CpuMs)> rounds, long bytes)
    {
        if (rounds.Sum(r => r.Page.Failures + r.Plain.Failures) is > 0 and var failures)
        {
            throw new InvalidOperationException($"{name}: {failures} requests failed.");
        }

        double Median(Func<(LoadResult Page, LoadResult Plain, double CpuMs), double> of) => Timings.MedianOf(rounds.Select(of));
        var (rate, plain, ratio) = (Median(r => r.Page.PerSecond), Median(r => r.Plain.PerSecond), Median(r => r.Page.PerSecond / r.Plain.PerSecond));
        var (p50, p99, cpu) = (Median(r => r.Page.MedianMs), Median(r => r.Page.P99Ms), Median(r => r.CpuMs));
        bench.Say($"{name}: {rate:0} pages a second of {bytes / 1024.0:0.0} KiB, p50 {p50:0.0} ms, p99 {p99:0.0} ms, {cpu:0.00} ms of processor; plain bytes {plain:0} a second; ratio {ratio:0.000}");
        return new JsonObject
        {
            ["bytes"] = bytes,
            ["perSecond"] = Timings.Round(rate),
            ["p50Ms"] = Timings.Round(p50),
            ["p99Ms"] = Timings.Round(p99),
            ["processorMsPerPage"] = Timings.Round(cpu),
            ["baseline"] = new JsonObject { ["is"] = "Kestrel sending the same bytes from memory", ["perSecond"] = Timings.Round(plain), ["p50Ms"] = Timings.Round(Median(r => r.Plain.MedianMs)), ["p99Ms"] = Timings.Round(Median(r => r.Plain.P99Ms)) },
            ["ratioToBaseline"] = Timings.Round(ratio),
        };
    }
}
