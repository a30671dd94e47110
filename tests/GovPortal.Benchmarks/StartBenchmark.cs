using System.Text.Json.Nodes;
using GovPortal.Benchmarks.Measuring;
using GovPortal.Benchmarks.Running;

namespace GovPortal.Benchmarks;

/// <summary>How long until somebody sees a page: from an empty folder, and from a stopped installation.</summary>
internal sealed class StartBenchmark : IBenchmark
{
    public string Name => "start";

    public string Describes => "the demo province from nothing, and the start of an existing installation";

    public async Task RunAsync(Workbench bench)
    {
        var data = bench.FolderOf("data");
        double setUp;
        await using (var host = ChildProcess.StartHost(data, "demo"))
        {
            var (listening, firstPage) = await host.FirstPageAsync();
            bench.Say($"demo province from nothing: listening after {listening / 1000:0.0} s, first page after {firstPage / 1000:0.0} s, {host.MemoryMiB:0} MiB");
            setUp = firstPage / 1000;
            bench.Figures["setUpSeconds"] = Timings.Round(firstPage / 1000);
            bench.Figures["setUpMemoryMiB"] = Math.Round(host.MemoryMiB);
        }

        var (own, plain, listeningAfter) = (new Timings(), new Timings(), new Timings());
        double memory = 0;
        for (var round = 0; round < bench.Choose(5, 15); round++)
        {
            await using (var baseline = ChildProcess.StartBaseline())
            {
                plain.Add((await baseline.FirstPageAsync()).FirstPage);
            }

            await using var host = ChildProcess.StartHost(data);
            var (listening, firstPage) = await host.FirstPageAsync();
            own.Add(firstPage);
            listeningAfter.Add(listening);
            memory = host.MemoryMiB;
        }

        bench.Say($"process start to first page: {own}; it listens after {listeningAfter.Median:0} ms; {memory:0} MiB");
        bench.Say($"an empty ASP.NET Core application: {plain}; ratio {own.Median / plain.Median:0.0}");
        bench.Figures["firstPage"] = own.ToJson();
        bench.Figures["listeningMedianMs"] = Timings.Round(listeningAfter.Median);
        bench.Figures["baseline"] = new JsonObject { ["is"] = "an empty ASP.NET Core application", ["firstPage"] = plain.ToJson() };
        bench.Figures["ratioToBaseline"] = Timings.Round(own.Median / plain.Median);
        bench.Figures["memoryMiB"] = Math.Round(memory);
        bench.Publish("start", Markdown.Table(
            ["", "measured", "target"],
            [
                ["the demo province from nothing to the first page", Markdown.Of(setUp, "s"), "60 s"],
                [$"start to the first page, median of {own.Count}", Markdown.Of(own.Median / 1000, "s"), "3 s"],
                ["start until it listens", Markdown.Of(listeningAfter.Median / 1000, "s"), ""],
                ["an empty ASP.NET Core application", $"{Markdown.Of(plain.Median / 1000)} s; ratio {own.Median / plain.Median:0.0}", ""],
                ["memory after the first page", $"{memory:0} MiB", ""],
            ]));
    }
}
