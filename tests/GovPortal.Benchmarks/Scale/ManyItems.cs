using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using GovPortal.Benchmarks.Data;
using GovPortal.Benchmarks.Measuring;
using GovPortal.Benchmarks.Running;
using GovPortal.Web.Pages;

namespace GovPortal.Benchmarks.Scale;

/// <summary>Whether a site's many items make its pages slower: two installations beside each other, asked in turns, every page rendered.</summary>
internal sealed class ManyItems(Workbench bench)
{
    private const int ListSize = 12;

    public async Task RunAsync()
    {
        var made = bench.Choose(100, 500);
        var few = new ItemsResult(bench.Choose(300, 10_000));
        var many = new ItemsResult(bench.Choose(2_000, 1_000_000));
        var (fewData, manyData) = (bench.FolderOf("items-few"), bench.FolderOf("items-many"));
        foreach (var (result, data) in new[] { (few, fewData), (many, manyData) })
        {
            await FillAsync(data, made, result.Items);
            bench.Say($"{result.Items} items on one site: {new FileInfo(Path.Combine(data, "govportal.db")).Length / 1048576.0:0} MiB");
        }

        await using var fewHost = ChildProcess.StartHost(fewData, settings: ChildProcess.WithoutPageCache);
        await fewHost.FirstPageAsync();
        await using var manyHost = ChildProcess.StartHost(manyData, settings: ChildProcess.WithoutPageCache);
        await manyHost.FirstPageAsync();
        var deep = few.Items / ListSize;
        var kinds = new[] { (few, fewHost), (many, manyHost) }.SelectMany(pair => Kinds(pair.Item1, pair.Item2, deep)).ToArray();
        var clock = Stopwatch.StartNew();
        await InTurn.MeasureAsync(bench.Choose(20, 60), bench.Choose(60, 300), kinds);
        (few.MemoryMiB, many.MemoryMiB) = (fewHost.MemoryMiB, manyHost.MemoryMiB);
        bench.Say($"{few}; {many}; {clock.Elapsed.TotalSeconds:0} s");

        bench.Figures["items"] = new JsonObject(new[] { few, many }.Select(r => KeyValuePair.Create<string, JsonNode?>(r.Items.ToString(CultureInfo.InvariantCulture), r.ToJson())));
        bench.Figures["itemsRatios"] = new JsonObject(few.Pages.Zip(many.Pages).Select(p => KeyValuePair.Create<string, JsonNode?>(p.First.Name, Timings.Round(p.Second.Timings.Median / p.First.Timings.Median))));
        Publish(few, many, deep);
    }

    private async Task FillAsync(string data, int made, int wanted)
    {
        await using (var installation = await Installation.OpenAsync(data))
        {
            await installation.OpenPortalAsync("portal");
            await installation.ImportAsync("articles", Source.Write(bench.Folder, "articles.jsonl", Source.Articles().Take(made)), installation.Sites.Portal);
            await installation.FollowAsync();
        }

        Multiplier.Fill(data, made, wanted);
    }

    private static IEnumerable<(Func<Task<byte[]>> ParsedQuery, Timings Into)> Kinds(ItemsResult result, ChildProcess host, int deep)
    {
        var words = new Words(result.Items);
        var deepest = Math.Min(result.Items / ListSize, PageOf.Deepest);
        return
        [
            (() => host.Http.GetByteArrayAsync("/tin-tuc"), result.List),
            (() => host.Http.GetByteArrayAsync($"/tin-tuc/tin-{words.Number(1, result.Items)}"), result.Item),
            (() => host.Http.GetByteArrayAsync($"/tin-tuc?trang={deep}"), result.Deep),
            (() => host.Http.GetByteArrayAsync($"/tin-tuc?trang={deepest}"), result.Deepest),
            (() => host.Http.GetByteArrayAsync("/"), result.Home),
        ];
    }

    private void Publish(ItemsResult few, ItemsResult many, int deep)
    {
        var table = Markdown.Table(
            ["page, rendered anew", $"{Markdown.Of(few.Items)} items: median, p99", $"{Markdown.Of(many.Items)} items: median, p99", "ratio", "target"],
            few.Pages.Zip(many.Pages).Select(p => (IReadOnlyList<string>)
            [
                p.First.Name switch { "list" => "newest list", "item" => "an item", "deep" => $"page {Markdown.Of(deep)} of the list", "deepest" => "deepest page of the list", _ => "home of the site" },
                $"{Markdown.Of(p.First.Timings.Median)}, {Markdown.Of(p.First.Timings.Percentile(99))} ms", $"{Markdown.Of(p.Second.Timings.Median)}, {Markdown.Of(p.Second.Timings.Percentile(99))} ms",
                $"**{p.Second.Timings.Median / p.First.Timings.Median:0.00}**", p.First.Name is "list" or "item" ? "1.3" : "",
            ]));
        bench.Publish("scale-items", $"Medians of {many.List.Count} requests of each kind.\n\n{table}\n\nMemory of the servers: {few.MemoryMiB:0} MiB and {many.MemoryMiB:0} MiB.",
            new Chart("scale-items", $"{Markdown.Of(many.Items)} items to {Markdown.Of(few.Items)}, times of pages rendered anew", "ratio", [.. few.Pages.Select(p => p.Name)], new Series("ratio", [.. few.Pages.Zip(many.Pages, (f, m) => m.Timings.Median / f.Timings.Median)])) { Target = 1.3 });
    }
}

/// <summary>What one number of items gave.</summary>
internal sealed record ItemsResult(int Items)
{
    public Timings List { get; } = new();

    public Timings Item { get; } = new();

    /// <summary>A page of the list as far down as the smaller site goes.</summary>
    public Timings Deep { get; } = new();

    /// <summary>The last page of the list that may be asked for.</summary>
    public Timings Deepest { get; } = new();

    public Timings Home { get; } = new();

    public double MemoryMiB { get; set; }

    public IReadOnlyList<(string Name, Timings Timings)> Pages => [("list", List), ("item", Item), ("deep", Deep), ("deepest", Deepest), ("home", Home)];

    public override string ToString() => $"{Items} items: {string.Join(", ", Pages.Select(p => $"{p.Name} {p.Timings.Median:0.00} ms"))}";

    public JsonObject ToJson() => new(Pages.Select(p => KeyValuePair.Create<string, JsonNode?>(p.Name, p.Timings.ToJson()))) { ["memoryMiB"] = Math.Round(MemoryMiB) };
}
