using System.Diagnostics;
using System.Text.Json.Nodes;
using GovPortal.Benchmarks.Measuring;
using GovPortal.Benchmarks.Running;
using GovPortal.Core.Tenancy;
using GovPortal.Sites;
using Microsoft.Data.Sqlite;

namespace GovPortal.Benchmarks;

/// <summary>How many agencies a minute get a site of their own, and what an idle site costs.</summary>
internal sealed class ProvisionBenchmark : IBenchmark
{
    public string Name => "provision";

    public string Describes => "sites opened a second from the recipe department, memory for each";

    public async Task RunAsync(Workbench bench)
    {
        var sites = bench.Choose(100, 1_000);
        await using var installation = await Installation.OpenAsync(bench.FolderOf("data"));
        await installation.OpenPortalAsync("portal");
        await OpenAsync(installation, 0, 10, new Timings());
        var before = Heap();
        var tenths = Enumerable.Range(0, 10).Select(_ => new Timings()).ToArray();
        var (first, last) = (tenths[0], tenths[^1]);
        var clock = Stopwatch.StartNew();
        var processorBefore = Environment.CpuUsage.TotalTime;
        for (var tenth = 0; tenth < tenths.Length; tenth++)
        {
            await OpenAsync(installation, 10 + (tenth * sites / 10), sites / 10, tenths[tenth]);
        }

        var seconds = clock.Elapsed.TotalSeconds;
        var processor = (Environment.CpuUsage.TotalTime - processorBefore).TotalMilliseconds / sites;
        await installation.FollowAsync();
        var heap = (Heap() - before) / 1024.0 / sites;
        var commit = CommitMs(bench.FolderOf("baseline"));

        bench.Say($"{sites} sites: {sites / seconds:0.0} a second; the first tenth {first.Median:0.0} ms each, the last {last.Median:0.0} ms; {processor:0.0} ms of processor and {heap:0.0} KiB of heap for each site");
        bench.Say($"one durable row in a bare SQLite file takes {commit:0.00} ms: a site costs {seconds / sites * 1000 / commit:0.0} times that");
        bench.Figures["sites"] = sites;
        bench.Figures["perSecond"] = Timings.Round(sites / seconds);
        bench.Figures["firstTenth"] = first.ToJson();
        bench.Figures["lastTenth"] = last.ToJson();
        bench.Figures["growth"] = Timings.Round(last.Median / first.Median);
        bench.Figures["processorMsPerSite"] = Timings.Round(processor);
        bench.Figures["heapKiBPerSite"] = Timings.Round(heap);
        bench.Figures["baseline"] = new JsonObject { ["is"] = "one row inserted and committed in a bare SQLite file", ["medianMs"] = Timings.Round(commit) };
        bench.Figures["timesBaseline"] = Timings.Round(seconds / sites * 1000 / commit);
        bench.Publish(
            "provision",
            Markdown.Table(
                [$"{Markdown.Of(sites)} sites, recipe `department`", "measured", "target"],
                [
                    ["sites a second", Markdown.Of(sites / seconds), "50"],
                    ["processor for each", Markdown.Of(processor, "ms"), ""],
                    ["the last tenth to the first", Markdown.Of(last.Median / first.Median), ""],
                    ["heap for each idle site", Markdown.Of(heap, "KiB"), ""],
                    ["times one committed row in a bare SQLite file", Markdown.Of(seconds / sites * 1000 / commit), ""],
                ]),
            new Chart("provision", "Opening a site while they grow in number", "ms", [.. tenths.Select((_, tenth) => $"{10 + ((tenth + 1) * sites / 10)}")], new Series("median of a tenth", [.. tenths.Select(t => t.Median)])));
    }

    public static async Task OpenAsync(Installation installation, int from, int count, Timings timings)
    {
        for (var number = from; number < from + count; number++)
        {
            var site = new NewSite { Name = $"so-{number}", Title = $"Sở số {number} tỉnh Bắc Ninh", Recipe = "department", AgencyCode = $"B99.{number}", Host = $"so-{number}.example.vn", Parent = Tenant.PortalName };
            await timings.TimeAsync(() => installation.OpenSiteAsync(site));
        }
    }

    private static double Heap()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return GC.GetTotalMemory(forceFullCollection: true);
    }

    private static double CommitMs(string folder)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "bare.db")}");
        connection.Open();
        Execute(connection, "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; CREATE TABLE t (id INTEGER PRIMARY KEY, text TEXT)");
        var timings = new Timings();
        for (var i = 0; i < 500; i++)
        {
            timings.Time(() => Execute(connection, "INSERT INTO t (text) VALUES ('Sở Tư pháp tỉnh Bắc Ninh')"));
        }

        return timings.Median;
    }

    private static int Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteNonQuery();
    }
}
