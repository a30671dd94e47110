using System.Globalization;
using System.Text.Json.Nodes;
using GovPortal.Benchmarks.Data;
using GovPortal.Benchmarks.Measuring;
using GovPortal.Benchmarks.Running;
using GovPortal.Core.Tenancy;

namespace GovPortal.Benchmarks;

/// <summary>Whether many sites, or many items of one site, make anything slower for those who visit one page.</summary>
internal sealed class ScaleBenchmark : IBenchmark
{
    public string Name => "scale";

    public string Describes => "10, 1,000 and 10,000 sites; a site of 10,000 items and more";

    public async Task RunAsync(Workbench bench)
    {
        var data = bench.FolderOf("data");
        await ManySitesAsync(bench, data);
        await ManyItemsAsync(bench, bench.FolderOf("items"));
    }

    private static async Task ManySitesAsync(Workbench bench, string data)
    {
        var found = new JsonObject();
        var sites = 0;
        foreach (var size in bench.IsSmall ? new[] { 10, 1_000 } : [10, 1_000, 10_000])
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
            found[size.ToString(CultureInfo.InvariantCulture)] = await VisitAsync(bench, data, size);
        }

        bench.Figures["sites"] = found;
        var (few, many) = (found.First().Value!, found.Last().Value!);
        double Ratio(string figure) => Timings.Round(many[figure]!.GetValue<double>() / few[figure]!.GetValue<double>());
        bench.Figures["sitesRatios"] = new JsonObject { ["start"] = Ratio("startMs"), ["memory"] = Ratio("memoryMiB"), ["sitePage"] = Ratio("sitePageMs"), ["portalHome"] = Ratio("portalHomeMs") };
        bench.Say($"{sites} sites to 10: start {Ratio("startMs")}, memory {Ratio("memoryMiB")}, a site's page {Ratio("sitePageMs")}, the portal's home {Ratio("portalHomeMs")}");
    }

    private static async Task<JsonObject> VisitAsync(Workbench bench, string data, int sites)
    {
        var words = new Words(sites);
        var start = new Timings();
        for (var round = 0; round < bench.Choose(1, 5); round++)
        {
            await using var once = ChildProcess.StartHost(data);
            start.Add((await once.FirstPageAsync($"/so-{words.Number(0, sites - 1)}/")).FirstPage);
        }

        await using var host = ChildProcess.StartHost(data);
        start.Add((await host.FirstPageAsync($"/so-{words.Number(0, sites - 1)}/")).FirstPage);
        var idle = host.MemoryMiB;
        var sitePage = await PageAsync(host, () => $"/so-{words.Number(0, sites - 1)}/");
        var portal = await PageAsync(host, () => "/");
        bench.Say($"{sites} sites: start to the first page of some site {start.Median:0} ms, {idle:0} MiB; page of a random site {sitePage.Median:0.00} ms; portal home {portal.Median:0.00} ms");
        return new JsonObject
        {
            ["startMs"] = Timings.Round(start.Median),
            ["memoryMiB"] = Math.Round(idle),
            ["sitePageMs"] = Timings.Round(sitePage.Median),
            ["sitePageP99Ms"] = Timings.Round(sitePage.Percentile(99)),
            ["portalHomeMs"] = Timings.Round(portal.Median),
        };
    }

    private static async Task ManyItemsAsync(Workbench bench, string data)
    {
        var found = new JsonObject();
        var items = 0;
        foreach (var size in bench.IsSmall ? new[] { 300, 2_000 } : [1_000, 10_000, 50_000])
        {
            await using (var installation = await Installation.OpenAsync(data))
            {
                if (items == 0)
                {
                    await installation.OpenPortalAsync("portal");
                }

                var articles = Source.Write(bench.Folder, "articles.jsonl", Source.Articles().Skip(items).Take(size - items));
                await installation.ImportAsync("articles", articles, installation.Sites.Portal);
                await installation.FollowAsync();
            }

            items = size;
            await using var host = ChildProcess.StartHost(data);
            await host.FirstPageAsync();
            var words = new Words(size);
            var (list, item, deep) = (await PageAsync(host, () => "/tin-tuc"), await PageAsync(host, () => $"/tin-tuc/tin-{words.Number(1, size)}"), await PageAsync(host, () => $"/tin-tuc?trang={size / 12}"));
            bench.Say($"{size} items: newest list {list.Median:0.00} ms, an item {item.Median:0.00} ms, the last page of the list {deep.Median:0.00} ms");
            found[size.ToString(CultureInfo.InvariantCulture)] = new JsonObject { ["listMs"] = Timings.Round(list.Median), ["itemMs"] = Timings.Round(item.Median), ["lastPageMs"] = Timings.Round(deep.Median) };
        }

        bench.Figures["items"] = found;
        var (few, many) = (found.First().Value!, found.Last().Value!);
        double Ratio(string figure) => Timings.Round(many[figure]!.GetValue<double>() / few[figure]!.GetValue<double>());
        bench.Figures["itemsRatios"] = new JsonObject { ["list"] = Ratio("listMs"), ["item"] = Ratio("itemMs"), ["lastPage"] = Ratio("lastPageMs") };
    }

    /// <summary>One page after another, after some to warm up.</summary>
    private static async Task<Timings> PageAsync(ChildProcess host, Func<string> address)
    {
        var timings = new Timings();
        for (var i = 0; i < 150; i++)
        {
            var path = address();
            if (i < 50)
            {
                await host.Http.GetByteArrayAsync(path);
            }
            else
            {
                await timings.TimeAsync(() => host.Http.GetByteArrayAsync(path));
            }
        }

        return timings;
    }
}
