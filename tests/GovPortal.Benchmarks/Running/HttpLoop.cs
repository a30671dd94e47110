using System.Diagnostics;
using System.Net;
using System.Text.Json;
using GovPortal.Benchmarks.Measuring;

namespace GovPortal.Benchmarks.Running;

/// <summary>What asks for pages where <c>wrk</c> is missing. It takes more of the processor itself, so rates come out lower.</summary>
internal static class HttpLoop
{
    public const string Verb = "load";

    public static async Task<int> RunAsync(string address, int connections, double seconds)
    {
        using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = connections, AutomaticDecompression = DecompressionMethods.None });
        http.DefaultRequestHeaders.Add("Accept-Encoding", "gzip");
        var start = Stopwatch.GetTimestamp();
        var loops = await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => LoopAsync(http, address, start, TimeSpan.FromSeconds(seconds))));
        var took = Stopwatch.GetElapsedTime(start);
        var all = new Timings();
        foreach (var (timings, _) in loops)
        {
            all.AddAll(timings);
        }

        Console.WriteLine(JsonSerializer.Serialize(new { requests = all.Count, microseconds = took.TotalMicroseconds, failures = loops.Sum(l => l.Failures), median = all.Median * 1000, p99 = all.Percentile(99) * 1000 }));
        return 0;
    }

    private static async Task<(Timings Timings, int Failures)> LoopAsync(HttpClient http, string address, long start, TimeSpan length)
    {
        var (timings, failures) = (new Timings(), 0);
        while (Stopwatch.GetElapsedTime(start) < length)
        {
            failures += await timings.TimeAsync(() => IsFailureAsync(http, address)) ? 1 : 0;
        }

        return (timings, failures);
    }

    private static async Task<bool> IsFailureAsync(HttpClient http, string address)
    {
        try
        {
            using var answer = await http.GetAsync(address);
            await answer.Content.ReadAsByteArrayAsync();
            return !answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return true;
        }
    }
}
