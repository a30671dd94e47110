using System.Globalization;
using System.Text.Json.Nodes;
using GovPortal.Benchmarks.Data;
using GovPortal.Benchmarks.Measuring;
using GovPortal.Benchmarks.Running;

namespace GovPortal.Benchmarks.Scale;

/// <summary>Whether many sites make anything slower for who visits one of them.</summary>
internal sealed class ManySites(Workbench bench)
{
    private readonly string data = bench.FolderOf("sites");

    public async Task RunAsync()
    {
        var found = new List<SitesResult>();
        var sites = 0;
        foreach (var size in bench.IsSmall ? new[] { 10, 200 } : [10, 1_000, 10_000])
        {
            await using (var installation = await Installation.OpenAsync(data))
            {
                if (sites == 0)
                {
                    await installation.OpenPortalAsync("portal");
                }

                await ProvisionBenchmark.OpenAsync(installation, sites, size - sites, new Timings());
                await installation.FollowAsync();
            }

            sites = size;
            bench.Say($"{size} sites are open");
            var result = await VisitAsync(size);
            bench.Say(result.ToString());
            found.Add(result);
        }

        bench.Figures["sites"] = new JsonObject(found.Select(r => KeyValuePair.Create<string, JsonNode?>(r.Sites.ToString(CultureInfo.InvariantCulture), r.ToJson())));
        var (few, many) = (found[0], found[^1]);
        bench.Figures["sitesRatios"] = new JsonObject
        {
            ["start"] = Timings.Round(many.Start.Median / few.Start.Median),
            ["memory"] = Timings.Round(many.IdleMiB / few.IdleMiB),
            ["sitePage"] = Timings.Round(many.SitePage.Median / few.SitePage.Median),
            ["portalHome"] = Timings.Round(many.PortalHome.Median / few.PortalHome.Median),
        };
        Publish(found);
    }

    private async Task<SitesResult> VisitAsync(int sites)
    {
        var result = new SitesResult(sites);
        var words = new Words(sites);
        string Site(int number) => $"/so-{number}/";
        string AnySite() => Site(words.Number(0, sites - 1));
        for (var round = 0; round < bench.Choose(0, 5); round++)
        {
            await using var once = ChildProcess.StartHost(data);
            result.Start.Add((await once.FirstPageAsync(AnySite())).FirstPage);
        }

        await using (var host = ChildProcess.StartHost(data))
        {
            result.Start.Add((await host.FirstPageAsync(AnySite())).FirstPage);
            result.IdleMiB = host.MemoryMiB;

            // Half of few sites, some of many, warm the server; the others were never visited.
            var order = words.Shuffle(Enumerable.Range(0, sites));
            var warming = Math.Min(sites / 2, bench.Choose(30, 100));
            foreach (var number in order.Take(warming))
            {
                await host.Http.GetByteArrayAsync(Site(number));
            }

            foreach (var number in order.Skip(warming).Take(bench.Choose(100, 300)))
            {
                await result.FirstVisit.TimeAsync(() => host.Http.GetByteArrayAsync(Site(number)));
            }

            // Every site's page once, so that all have been made; whether all fit into the cache is part of what is measured.
            await Parallel.ForEachAsync(Enumerable.Range(0, sites), new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (number, ct) => await host.Http.GetByteArrayAsync(Site(number), ct));
            result.Cached = await SpreadAsync(host, sites, Site);
            result.VisitedMiB = host.MemoryMiB;
        }

        await using var rendering = ChildProcess.StartHost(data, settings: ChildProcess.WithoutPageCache);
        await rendering.FirstPageAsync(AnySite());
        await InTurn.MeasureAsync(bench.Choose(50, 100), bench.Choose(100, 300), [(() => rendering.Http.GetByteArrayAsync(AnySite()), result.SitePage), (() => rendering.Http.GetByteArrayAsync("/"), result.PortalHome)]);
        result.Uncached = await SpreadAsync(rendering, sites, Site);
        return result;
    }

    /// <summary>One site's page again and again beside any site's page, both through the same script, in turns.</summary>
    private async Task<Spread> SpreadAsync(ChildProcess host, int sites, Func<int, string> site)
    {
        string[] all = [.. Enumerable.Range(0, sites).Select(site)];
        var one = Enumerable.Repeat(site(sites / 2), sites).ToArray();
        async Task<LoadResult> AskAsync(string[] paths)
        {
            var load = await Load.RunAsync(new LoadOrder(host.Address, paths, Reader.Headers, bench.Choose(0.5, 4.0)), bench.Folder);
            await host.SettleAsync();
            return load;
        }

        await AskAsync(all);
        var rounds = new List<(LoadResult One, LoadResult All)>();
        for (var round = 0; round < bench.Choose(1, 5); round++)
        {
            rounds.Add((await AskAsync(one), await AskAsync(all)));
        }

        return rounds.Sum(r => r.One.Failures + r.All.Failures) is > 0 and var failures
            ? throw new InvalidOperationException($"{failures} requests failed.")
            : new Spread(Timings.MedianOf(rounds.Select(r => r.One.PerSecond)), Timings.MedianOf(rounds.Select(r => r.All.PerSecond)), Timings.MedianOf(rounds.Select(r => r.All.PerSecond / r.One.PerSecond)));
    }

    private void Publish(List<SitesResult> found)
    {
        var table = Markdown.Table(
            ["sites", "start to the first page", "memory idle", "after all were visited", "first visit of a site: median, p99, longest", "rendered: a site's page", "portal's home", "cached: all sites to one", "rendered: all sites to one"],
            [
                .. found.Select(r => (IReadOnlyList<string>)
                [
                    Markdown.Of(r.Sites), Markdown.Of(r.Start.Median / 1000, "s"), $"{r.IdleMiB:0} MiB", $"{r.VisitedMiB:0} MiB", $"{Markdown.Of(r.FirstVisit.Median)}, {Markdown.Of(r.FirstVisit.Percentile(99))}, {Markdown.Of(r.FirstVisit.Percentile(100))} ms",
                    Markdown.Of(r.SitePage.Median, "ms"), Markdown.Of(r.PortalHome.Median, "ms"), $"{Markdown.Of(r.Cached.All)} to {Markdown.Of(r.Cached.One)}: **{r.Cached.Ratio:0.00}**", $"{Markdown.Of(r.Uncached.All)} to {Markdown.Of(r.Uncached.One)}: **{r.Uncached.Ratio:0.00}**",
                ]),
                ["target", "4 s", "500 MiB", "", "50 ms", "", "15 ms", "0.9", ""],
            ]);
        string[] over = [.. found.Select(r => $"{Markdown.Of(r.Sites)} sites")];
        bench.Publish("scale-sites", table,
            new Chart("scale-sites-memory", "Memory of the server", "MiB", over, new Series("idle", [.. found.Select(r => r.IdleMiB)]), new Series("after all sites were visited", [.. found.Select(r => r.VisitedMiB)])) { Target = 500 },
            new Chart("scale-sites-time", "First visit of a site, and pages rendered anew", "ms", over, new Series("first visit, median", [.. found.Select(r => r.FirstVisit.Median)]), new Series("first visit, p99", [.. found.Select(r => r.FirstVisit.Percentile(99))]), new Series("a site's page", [.. found.Select(r => r.SitePage.Median)]), new Series("portal's home", [.. found.Select(r => r.PortalHome.Median)])) { Target = 50 });
    }
}
