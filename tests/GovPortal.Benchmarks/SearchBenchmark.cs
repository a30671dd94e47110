using System.Diagnostics;
using System.Text.Json.Nodes;
using GovPortal.Benchmarks.Data;
using GovPortal.Benchmarks.Measuring;
using GovPortal.Benchmarks.Running;
using GovPortal.Core.Text;
using GovPortal.Publishing.Search;

namespace GovPortal.Benchmarks;

/// <summary>How long a question takes over everything all sites have published, asked in the process and over HTTP.</summary>
internal sealed class SearchBenchmark : IBenchmark
{
    public string Name => "search";

    public string Describes => "citizens' questions, codes and numbers over the whole province";

    public async Task RunAsync(Workbench bench)
    {
        bench.Figures["data"] = Source.Named;
        var questions = Questions(bench);
        var data = bench.FolderOf("data");
        List<(string What, Timings Timings)> found;
        await using (var installation = await Installation.OpenAsync(data))
        {
            await FillAsync(bench, installation);
            found = AskInProcess(bench, installation, questions);
        }

        found.AddRange(await AskOverHttpAsync(bench, data, questions));
        Publish(bench, found, questions.Count);
    }

    private static List<(string Kind, string Text)> Questions(Workbench bench)
    {
        var asked = Source.Questions().Take(bench.Choose(90, int.MaxValue)).ToList();
        var most = bench.Choose(20, 200);
        return
        [
            .. asked.Select(q => ("withDiacritics", q)),
            .. asked.Select(q => ("withoutDiacritics", VietnameseText.Fold(q))),
            .. asked.Select(q => ("fewWords", string.Join(' ', q.Split(' ').TakeLast(3)))),
            .. Source.Codes(most).Select(code => ("code", code)),
            .. Source.Numbers(most).Select(number => ("number", number)),
        ];
    }

    /// <summary>Spreads the records over all sites of the demo, a file for each.</summary>
    private static async Task FillAsync(Workbench bench, Installation installation)
    {
        await installation.OpenPortalAsync("demo");
        var sites = installation.Sites.All.Take(bench.Choose(20, int.MaxValue)).ToList();
        foreach (var (what, lines) in new[] { ("procedures", Source.Procedures()), ("documents", Source.Documents()) })
        {
            foreach (var part in lines.Take(Most(bench)).Select((line, number) => (line, number)).GroupBy(l => l.number % sites.Count, l => l.line))
            {
                await installation.ImportAsync(what, Source.Write(bench.Folder, "part.jsonl", part), sites[part.Key]);
            }
        }

        await installation.FollowAsync();
        var items = installation.Get<IFinder>().Find(new SearchQuery("", null)).Total;
        bench.Figures["items"] = items;
        bench.Say($"{items} items of {sites.Count} sites are in the index");
    }

    private static List<(string What, Timings Timings)> AskInProcess(Workbench bench, Installation installation, List<(string Kind, string Text)> questions)
    {
        var finder = installation.Get<IFinder>();
        var plain = new PlainIndex(bench.FolderOf("baseline"), Source.Procedures().Take(Most(bench)), Source.Documents().Take(Most(bench)));
        var (all, baseline, byKind) = (new Timings(), new Timings(), questions.Select(q => q.Kind).Distinct().ToDictionary(kind => kind, _ => new Timings()));
        var answered = 0;
        var seconds = bench.Choose(4.0, 40.0);
        var clock = Stopwatch.StartNew();
        for (var pass = 0; pass < 2 || clock.Elapsed.TotalSeconds < seconds; pass++)
        {
            // The first pass warms both.
            var (own, theirs) = pass == 0 ? (new Timings(), new Timings()) : (all, baseline);
            foreach (var (kind, text) in questions)
            {
                theirs.Time(() => plain.Find(text));
                var start = Stopwatch.GetTimestamp();
                var results = finder.Find(new SearchQuery(text, null));
                var took = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
                own.Add(took);
                if (pass > 0)
                {
                    byKind[kind].Add(took);
                }

                answered += pass == 0 && results.Total > 0 ? 1 : 0;
            }
        }

        bench.Say($"in the process: {all}; {answered} of {questions.Count} questions were answered");
        foreach (var (kind, timings) in byKind)
        {
            bench.Say($"  {kind}: {timings}");
        }

        bench.Say($"plain Lucene, any of the words, twenty titles: {baseline}; ratio {all.Median / baseline.Median:0.00}");
        bench.Figures["inProcess"] = all.ToJson();
        bench.Figures["byKind"] = new JsonObject(byKind.Select(k => KeyValuePair.Create<string, JsonNode?>(k.Key, k.Value.ToJson())));
        bench.Figures["answeredShare"] = Timings.Round((double)answered / questions.Count);
        bench.Figures["baseline"] = new JsonObject { ["is"] = "plain Lucene: any of the words in one folded field, twenty stored titles, no snippets or counts", ["inProcess"] = baseline.ToJson() };
        bench.Figures["ratioToBaseline"] = Timings.Round(all.Median / baseline.Median);
        return [("all questions", all), .. byKind.Select(k => (Named(k.Key), k.Value)), ("plain Lucene", baseline)];
    }

    private static async Task<(string What, Timings Timings)[]> AskOverHttpAsync(Workbench bench, string data, List<(string Kind, string Text)> questions)
    {
        await using var host = ChildProcess.StartHost(data);
        await host.FirstPageAsync();
        var (alone, together) = (new Timings(), new Timings());
        foreach (var (_, text) in questions)
        {
            await host.Http.GetByteArrayAsync(AddressOf(text));
        }

        foreach (var (_, text) in questions)
        {
            await alone.TimeAsync(() => host.Http.GetByteArrayAsync(AddressOf(text)));
        }

        const int People = 8;
        var each = await Task.WhenAll(Enumerable.Range(0, People).Select(async person =>
        {
            var timings = new Timings();
            foreach (var (_, text) in questions.Where((_, number) => number % People == person))
            {
                await timings.TimeAsync(() => host.Http.GetByteArrayAsync(AddressOf(text)));
            }

            return timings;
        }));
        Array.ForEach(each, together.AddAll);
        bench.Say($"over HTTP, one person: {alone}; {People} people at once: {together}; {host.MemoryMiB:0} MiB");
        bench.Figures["http"] = alone.ToJson();
        bench.Figures[$"http{People}People"] = together.ToJson();
        bench.Figures["memoryMiB"] = Math.Round(host.MemoryMiB);
        return [("over HTTP, one person", alone), ($"over HTTP, {People} people", together)];
    }

    private static void Publish(Workbench bench, List<(string What, Timings Timings)> found, int questions)
    {
        var table = Markdown.Table(
            ["", "median", "p99", "target"],
            found.Select(f => (IReadOnlyList<string>)[f.What, Markdown.Of(f.Timings.Median, "ms"), Markdown.Of(f.Timings.Percentile(99), "ms"), f.What is "all questions" or "over HTTP, one person" ? "10 ms, 50 ms" : ""]));
        bench.Publish(
            "search",
            $"{Markdown.Of(bench.Figures["items"]!.GetValue<int>())} items, data: {Source.Named}; {questions} questions, of which {bench.Figures["answeredShare"]!.GetValue<double>():0.0%} were answered. {bench.Figures["memoryMiB"]} MiB at the end.\n\n{table}",
            new Chart("search", "Time of an answer", "ms", [.. found.Select(f => f.What.Replace(", ", ",\n", StringComparison.Ordinal).Replace(" diacritics", "\ndiacritics", StringComparison.Ordinal))], new Series("median", [.. found.Select(f => f.Timings.Median)]), new Series("p99", [.. found.Select(f => f.Timings.Percentile(99))])));
    }

    private static string Named(string kind) => kind switch
    {
        "withDiacritics" => "with diacritics",
        "withoutDiacritics" => "without diacritics",
        "fewWords" => "three words",
        _ => $"a {kind}",
    };

    private static int Most(Workbench bench) => bench.Choose(800, int.MaxValue);

    private static string AddressOf(string text) => "/api/v1/search?q=" + Uri.EscapeDataString(text);
}
