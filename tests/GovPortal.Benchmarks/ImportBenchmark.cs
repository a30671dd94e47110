using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using GovPortal.Benchmarks.Data;
using GovPortal.Benchmarks.Measuring;
using GovPortal.Benchmarks.Running;
using GovPortal.Core.Tenancy;
using GovPortal.Sites;

namespace GovPortal.Benchmarks;

/// <summary>How fast a catalogue comes in, to the last word in the search index.</summary>
internal sealed class ImportBenchmark : IBenchmark
{
    private const int Sites = 50;

    public string Name => "import";

    public string Describes => "procedures and documents a second, with the search index followed to its end";

    public async Task RunAsync(Workbench bench)
    {
        bench.Figures["data"] = Source.Named;
        var most = bench.Choose(1_500, int.MaxValue);
        var procedures = Source.Write(bench.Folder, "procedures.jsonl", Source.Procedures().Take(most));
        var found = new List<Found>
        {
            await MeasureAsync(bench, "procedures", procedures, Tenant.PortalName),
            await MeasureAsync(bench, "documents", Source.Write(bench.Folder, "documents.jsonl", Source.Documents().Take(most)), Tenant.PortalName),
        };

        // The national catalogue names hundreds of agencies: neighbouring lines belong to different sites.
        var spread = Source.Write(bench.Folder, "spread.jsonl", Source.Procedures().Take(bench.Choose(700, int.MaxValue)).Select(GiveToSite));
        found.Add(await MeasureAsync(bench, "procedures", spread, target: null));
        Publish(bench, found);
    }

    private static async Task<Found> MeasureAsync(Workbench bench, string what, string path, string? target)
    {
        var name = target is null ? $"{what}Over{Sites}Sites" : what;
        await using var installation = await OpenAsync(bench.FolderOf(name));
        var records = File.ReadLines(path).Count();
        var parsing = Enumerable.Range(0, 3).Select(_ => SecondsToParse(path)).Min();
        var before = Environment.CpuUsage.TotalTime;
        var (first, firstIndex, taken) = await RunAsync(installation, what, path, target);
        var processor = (Environment.CpuUsage.TotalTime - before).TotalMilliseconds / records;
        var (again, _, _) = await RunAsync(installation, what, path, target);
        bench.Say($"{name}: {records} records, {new FileInfo(path).Length / 1048576.0:0.0} MiB; {taken / (first + firstIndex):0} a second ({first:0.0} s storing, {firstIndex:0.0} s indexing; {processor:0.00} ms of processor each)");
        bench.Say($"  the same again, unchanged: {records / again:0} a second; reading and parsing alone: {records / parsing:0} a second; ratio {(first + firstIndex) / parsing:0.0}");
        bench.Figures[name] = new JsonObject
        {
            ["records"] = records,
            ["taken"] = taken,
            ["perSecond"] = Timings.Round(taken / (first + firstIndex)),
            ["storingSeconds"] = Timings.Round(first),
            ["indexingSeconds"] = Timings.Round(firstIndex),
            ["processorMsPerRecord"] = Timings.Round(processor),
            ["unchangedPerSecond"] = Timings.Round(records / again),
            ["baseline"] = new JsonObject { ["is"] = "reading and parsing the same file with System.Text.Json", ["perSecond"] = Timings.Round(records / parsing) },
            ["timesBaseline"] = Timings.Round((first + firstIndex) / parsing),
        };
        return new Found($"{Markdown.Of(records)} {what} {(target is null ? $"over {Sites} sites" : "onto one site")}", taken / (first + firstIndex), processor, records / again, (first + firstIndex) / parsing);
    }

    private static void Publish(Workbench bench, List<Found> found)
    {
        var table = Markdown.Table(
            [$"data: {Source.Named}", "a second, with the index", "target", "processor for each", "unchanged, a second", "times reading and parsing alone"],
            found.Select(f => (IReadOnlyList<string>)[f.What, Markdown.Of(f.PerSecond), "300", Markdown.Of(f.CpuMs, "ms"), Markdown.Of(f.UnchangedPerSecond), Markdown.Of(f.TimesParsing)]));
        bench.Publish("import", table, new Chart("import", "Records taken in, to the last word in the index", "a second", [.. found.Select(f => f.What)], new Series("first time", [.. found.Select(f => f.PerSecond)]), new Series("unchanged", [.. found.Select(f => f.UnchangedPerSecond)])) { Target = 300 });
    }

    private static async Task<Installation> OpenAsync(string data)
    {
        var installation = await Installation.OpenAsync(data);
        await installation.OpenPortalAsync("portal");
        for (var number = 0; number < Sites; number++)
        {
            await installation.OpenSiteAsync(new NewSite { Name = $"co-quan-{number}", Title = $"Cơ quan {number}", Recipe = "department", AgencyCode = $"B99.{number}", Parent = Tenant.PortalName });
        }

        await installation.FollowAsync();
        return installation;
    }

    private static async Task<(double Storing, double Indexing, int Taken)> RunAsync(Installation installation, string what, string path, string? target)
    {
        var clock = Stopwatch.StartNew();
        var report = await installation.ImportAsync(what, path, target is null ? null : installation.Sites.FindByName(target));
        var storing = clock.Elapsed.TotalSeconds;
        await installation.FollowAsync();
        return (storing, clock.Elapsed.TotalSeconds - storing, report.Added + report.Changed + report.Unchanged);
    }

    private static double SecondsToParse(string path)
    {
        var clock = Stopwatch.StartNew();
        foreach (var line in File.ReadLines(path))
        {
            using var json = JsonDocument.Parse(line);
        }

        return clock.Elapsed.TotalSeconds;
    }

    private static string GiveToSite(string line, int number)
    {
        var record = JsonNode.Parse(line)!.AsObject();
        record["executing_agencies"] = new JsonArray(new JsonObject { ["code"] = $"B99.{number % Sites}", ["name"] = $"Cơ quan {number % Sites}" });
        return record.ToJsonString();
    }

    private sealed record Found(string What, double PerSecond, double CpuMs, double UnchangedPerSecond, double TimesParsing);
}
