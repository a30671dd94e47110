using System.Diagnostics;
using System.Text.Json.Nodes;
using GovPortal.Benchmarks.Data;
using GovPortal.Benchmarks.Measuring;
using GovPortal.Core.Text;
using GovPortal.Publishing.Content;
using GovPortal.Publishing.Search;
using GovPortal.Search;
using GovPortal.Search.Indexing;
using Microsoft.Extensions.Logging.Abstractions;

namespace GovPortal.Benchmarks;

/// <summary>The search index alone with a million entries of ten thousand sites: filling it, asking it, suggestions while typing.</summary>
internal sealed class IndexBenchmark : IBenchmark
{
    private const int Batch = 1_000;
    private const int Searchers = 8;
    private const int LongWords = 25;
    private const int ShortWords = 6;

    public string Name => "index";

    public string Describes => "the index alone, 1,000,000 entries of 10,000 sites: entries a second, questions, suggestions";

    public Task RunAsync(Workbench bench)
    {
        var (entries, sites) = (bench.Choose(20_000, 1_000_000), bench.Choose(200, 10_000));
        using var index = SearchIndex.Open(bench.FolderOf("index"), NullLogger<SearchIndex>.Instance);
        var perSecond = Fill(bench, index, entries, sites);
        var finder = new LuceneFinder(index, _ => true, NullLogger<LuceneFinder>.Instance);
        List<(string What, Timings Timings, string Target)> found = [.. Ask(bench, finder, sites)];
        foreach (var (what, timings, _) in found)
        {
            bench.Say($"{what}: {timings}");
        }

        bench.Figures["entries"] = entries;
        bench.Figures["entriesPerSecond"] = Math.Round(perSecond);
        bench.Figures["asked"] = new JsonObject(found.Select(each => KeyValuePair.Create<string, JsonNode?>(each.What, each.Timings.ToJson())));
        bench.Publish("index", $"{Markdown.Of(entries)} entries of {Markdown.Of(sites)} sites, made of the catalogue's titles; {Markdown.Of((int)perSecond)} entries a second were taken in, to the commit (target 2,000).\n\n"
            + Markdown.Table(["", "median", "p99", "target"], found.Select(each => (IReadOnlyList<string>)[each.What, Markdown.Of(each.Timings.Median, "ms"), Markdown.Of(each.Timings.Percentile(99), "ms"), each.Target])));
        return Task.CompletedTask;
    }

    private static double Fill(Workbench bench, SearchIndex index, int entries, int sites)
    {
        var titles = Source.Procedures().Select(line => JsonNode.Parse(line)!["name"]!.GetValue<string>()).ToArray();
        var words = new Words(entries);
        var clock = Stopwatch.StartNew();
        for (var first = 0; first < entries; first += Batch)
        {
            index.Apply(Enumerable.Range(first + 1, Math.Min(Batch, entries - first)).Select(number => new IndexChange.Put(EntryOf(number, sites, titles, words))));
        }

        index.Commit(entries);
        index.Refresh();
        bench.Say($"{entries} entries after {clock.Elapsed.TotalSeconds:0} s");
        return entries / clock.Elapsed.TotalSeconds;
    }

    private static SearchEntry EntryOf(int number, int sites, string[] titles, Words words)
    {
        var site = number % sites + 1;
        var year = 2005 + number % 20;
        return new SearchEntry(number, site, number % 3 == 0 ? "article" : "document", $"{number}/{year}/QĐ-UBND", $"{titles[number % titles.Length]} {words.Title()}", $"/van-ban/{number}", new DateTimeOffset(year, 1 + number % 12, 1, 0, 0, 0, TimeSpan.Zero),
            new SearchText { Summary = words.Sentence(), Body = words.Text(600) }, [new ContentTerm("agency", $"site-{site}", $"Xã số {site}"), new ContentTerm("year", $"{year}", $"{year}")]);
    }

    private static IEnumerable<(string What, Timings Timings, string Target)> Ask(Workbench bench, LuceneFinder finder, int sites)
    {
        var asked = Source.Questions().Take(bench.Choose(30, 185)).ToList();
        asked.AddRange(asked.Select(VietnameseText.Fold).ToList());
        var all = string.Join(' ', asked).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var (briefs, longs) = (Cut(all, ShortWords), Cut(all, LongWords));
        var prefixes = asked.SelectMany(question => new[] { question[..Math.Min(4, question.Length)], question[..Math.Min(9, question.Length)] }).ToList();
        asked.ForEach(question => finder.Find(new SearchQuery(question, null)));
        yield return ("citizens' questions, one searcher", Each(asked, question => finder.Find(new SearchQuery(question, null))), "10 ms");
        yield return ($"citizens' questions, {Searchers} searchers", Together(asked, question => finder.Find(new SearchQuery(question, null))), "p99 60 ms");
        yield return ("citizens' questions on one site", Each(asked, question => finder.Find(new SearchQuery(question, 1 + question.Length % sites))), "");
        yield return ($"{ShortWords} words", Each(briefs, question => finder.Find(new SearchQuery(question, null))), "");
        yield return ($"{LongWords} words", Each(longs, question => finder.Find(new SearchQuery(question, null))), $"twice {ShortWords} words");
        yield return ("suggestions", Each(prefixes, typed => finder.Suggest(typed, null)), "5 ms");
    }

    private static List<string> Cut(string[] words, int length) => [.. Enumerable.Range(0, Math.Min(100, words.Length / length)).Select(part => string.Join(' ', words.Skip(part * length).Take(length)))];

    private static Timings Each<T>(List<string> texts, Func<string, T> ask)
    {
        var timings = new Timings();
        texts.ForEach(text => timings.Time(() => ask(text)));
        return timings;
    }

    private static Timings Together<T>(List<string> texts, Func<string, T> ask)
    {
        var parts = new Timings[Searchers];
        var threads = Enumerable.Range(0, Searchers).Select(number => new Thread(() => parts[number] = Each([.. texts.Where((_, place) => place % 2 == number % 2)], ask))).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        var together = new Timings();
        Array.ForEach(parts, together.AddAll);
        return together;
    }
}
