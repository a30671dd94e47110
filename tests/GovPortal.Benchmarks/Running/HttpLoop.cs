using System.Diagnostics;
using System.Net;
using System.Text.Json;
using GovPortal.Benchmarks.Measuring;

namespace GovPortal.Benchmarks.Running;

/// <summary>What asks for pages where <c>wrk</c> is missing. It takes more of the processor itself, so rates come out lower.</summary>
internal static class HttpLoop
{
    public const string Verb = "load";

    public static async Task<int> RunAsync(string order)
    {
        var asked = JsonSerializer.Deserialize<LoadOrder>(order)!;
        using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = asked.Connections, AutomaticDecompression = DecompressionMethods.None }) { BaseAddress = asked.Server };
        foreach (var (name, value) in asked.Headers)
        {
            http.DefaultRequestHeaders.TryAddWithoutValidation(name, value);
        }

        var start = Stopwatch.GetTimestamp();
        var loops = await Task.WhenAll(Enumerable.Range(0, asked.Connections).Select(number => LoopAsync(http, asked, number, start)));
        var took = Stopwatch.GetElapsedTime(start);
        var all = new Timings();
        foreach (var (timings, _, _) in loops)
        {
            all.AddAll(timings);
        }

        Console.WriteLine(JsonSerializer.Serialize(new
        {
            requests = all.Count,
            microseconds = took.TotalMicroseconds,
            failures = loops.Sum(l => l.Failures),
            median = all.Median * 1000,
            p99 = all.Percentile(99) * 1000,
            longest = all.Percentile(100) * 1000,
            bytes = loops.Sum(l => l.Bytes),
            processor = Environment.CpuUsage.TotalTime.TotalSeconds,
        }));
        return 0;
    }

    private static async Task<(Timings Timings, long Bytes, int Failures)> LoopAsync(HttpClient http, LoadOrder order, int number, long start)
    {
        var (timings, bytes, failures) = (new Timings(), 0L, 0);
        var words = new Data.Words(number);
        while (Stopwatch.GetElapsedTime(start).TotalSeconds < order.Seconds)
        {
            var length = await timings.TimeAsync(() => LengthAsync(http, words.One(order.Paths)));
            (bytes, failures) = (bytes + (length ?? 0), failures + (length is null ? 1 : 0));
        }

        return (timings, bytes, failures);
    }

    /// <summary>Null when it failed.</summary>
    private static async Task<long?> LengthAsync(HttpClient http, string path)
    {
        try
        {
            using var answer = await http.GetAsync(path);
            var body = await answer.Content.ReadAsByteArrayAsync();
            return (int)answer.StatusCode < 400 ? body.Length : null;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }
}
