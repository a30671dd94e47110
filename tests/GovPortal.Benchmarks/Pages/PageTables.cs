using GovPortal.Benchmarks.Measuring;

namespace GovPortal.Benchmarks.Pages;

/// <summary>The sections of docs/performance.md about pages.</summary>
internal static class PageTables
{
    public static void Publish(Workbench bench, string way, IReadOnlyList<Comparison> found, double memoryMiB)
    {
        var table = Markdown.Table(
            ["page", "asked as", "KiB", "a second", "plain Kestrel", "ratio", "target", "p99", "p99 to plain's", "processor a page", "plain", "generator, of a core"],
            found.Select(c => (IReadOnlyList<string>)
            [
                c.Page, Asked(c), Markdown.Of(c.Answer.Body.Length / 1024.0), Markdown.Of(c.PerSecond), Markdown.Of(c.PlainPerSecond), $"**{c.Ratio:0.000}**", Target(way, c),
                Markdown.Of(c.P99Ms, "ms"), Markdown.Of(c.P99Ratio), Markdown.Of(c.CpuMs, "ms"), Markdown.Of(c.PlainCpuMs, "ms"), $"{c.GeneratorShare.Host:0.00}; {c.GeneratorShare.Plain:0.00}",
            ]));
        var chart = new Chart($"page-{way}", $"Pages a second, {way}, to plain Kestrel's with the same bytes", "ratio", [.. found.Select(c => $"{c.Page}\n{c.Asked}")], new Series("host to plain Kestrel", [.. found.Select(c => c.Ratio)]))
        {
            Target = way == "cached" ? 0.90 : null,
        };
        bench.Publish($"page-{way}", $"{table}\n\nMemory of the host at the end: {memoryMiB:0} MiB.", chart);
    }

    public static void Publish(Workbench bench, IReadOnlyList<PublicationResult> found)
    {
        var table = Markdown.Table(
            ["published", "seen on the home page after (median, longest)", "target", "slowest request: without a publication", "with one", "target", "p99 without", "with", "a second without", "with"],
            found.Select(r => (IReadOnlyList<string>)
            [
                r.Way, $"{Markdown.Of(r.Seen.Median)} ms, {Markdown.Of(r.Seen.Percentile(100))} ms", "1,000 ms", $"{Markdown.Of(r.Quiet(l => l.LongestMs))} ms", $"{Markdown.Of(r.Busy(l => l.LongestMs))} ms, at worst {Markdown.Of(r.Worst)} ms", "200 ms",
                Markdown.Of(r.Quiet(l => l.P99Ms), "ms"), Markdown.Of(r.Busy(l => l.P99Ms), "ms"), Markdown.Of(r.Quiet(l => l.PerSecond)), Markdown.Of(r.Busy(l => l.PerSecond)),
            ]));
        bench.Publish("page-publication", table);
    }

    private static string Asked(Comparison c) => c.Asked == "br" && c.Encoding != "br" ? $"br (came {c.Encoding})" : c.Asked;

    private static string Target(string way, Comparison c) => (way, c.Asked, c.Page) switch
    {
        ("cached", "304", _) => "0.95",
        ("cached", _, _) => "0.90; p99 2 times",
        (_, _, "item") => "0.35; 0.1 ms",
        (_, _, "list") => "0.3 ms",
        (_, _, "home") => "15 ms",
        _ => "",
    };
}
