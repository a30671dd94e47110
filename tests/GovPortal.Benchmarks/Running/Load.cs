using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace GovPortal.Benchmarks.Running;

/// <summary>Asks for pages over many connections at once, from a process of its own: <c>wrk</c> where it is installed, else a loop of HttpClients.</summary>
internal static class Load
{
    // wrk tells times in microseconds; its script says them in a form that needs no guessing. os.clock is the processor time of all its threads.
    private const string Done = """
        done = function(summary, latency, requests)
          local e = summary.errors
          io.write(string.format('{"requests":%d,"microseconds":%d,"failures":%d,"median":%f,"p99":%f,"longest":%f,"bytes":%.0f,"processor":%f}\n',
            summary.requests, summary.duration, e.connect + e.read + e.write + e.status + e.timeout,
            latency:percentile(50), latency:percentile(99), latency.max, summary.bytes, os.clock()))
        end

        """;

    // Requests are put together before the load begins, so that choosing one costs next to nothing.
    private const string Random = """
        local all = {}
        init = function(args)
          math.randomseed(20260701)
          for path in io.lines("PATHS") do all[#all + 1] = wrk.format("GET", path) end
        end
        request = function() return all[math.random(#all)] end

        """;

    // Slow answers are to be measured, not given up.
    private const string Patience = "30s";

    private static readonly Lazy<bool> hasWrk = new(FindWrk);

    public static string Tool => hasWrk.Value ? "wrk" : "HttpClient loop (apt-get install wrk measures more sharply)";

    public static async Task<LoadResult> RunAsync(LoadOrder order, string folder)
    {
        var line = hasWrk.Value ? await LastLineAsync("wrk", await WrkAsync(order, folder)) : await LastLineAsync("dotnet", [typeof(Load).Assembly.Location, HttpLoop.Verb, JsonSerializer.Serialize(order)]);
        using var json = JsonDocument.Parse(line);
        double Of(string name) => json.RootElement.GetProperty(name).GetDouble();
        return new LoadResult(Of("microseconds") / 1e6, (long)Of("requests"), (long)Of("failures"), Of("median") / 1000, Of("p99") / 1000, Of("longest") / 1000, Of("bytes") / Of("requests"), Of("processor"));
    }

    private static async Task<string[]> WrkAsync(LoadOrder order, string folder)
    {
        var script = Done;
        if (order.Paths.Count > 1)
        {
            var paths = Path.Combine(folder, "paths.txt");
            await File.WriteAllLinesAsync(paths, order.Paths);
            script += Random.Replace("PATHS", paths, StringComparison.Ordinal);
        }

        var file = Path.Combine(folder, "load.lua");
        await File.WriteAllTextAsync(file, script);
        var length = Math.Max(1, (int)Math.Round(order.Seconds)).ToString(CultureInfo.InvariantCulture);
        var address = order.Paths.Count > 1 ? order.Server : new Uri(order.Server, order.Paths[0]);
        return [$"-t{Threads}", $"-c{order.Connections}", $"-d{length}s", "--timeout", Patience, .. order.Headers.SelectMany(h => new[] { "-H", $"{h.Key}: {h.Value}" }), "-s", file, address.AbsoluteUri];
    }

    // One thread asks faster than a server on the remaining core answers; GOVPORTAL_WRK_THREADS for machines where it does not.
    private static string Threads => Environment.GetEnvironmentVariable("GOVPORTAL_WRK_THREADS") is { Length: > 0 } given ? given : "1";

    private static async Task<string> LastLineAsync(string program, string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return output.TrimEnd().Split('\n')[^1];
    }

    private static bool FindWrk()
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("wrk", ["-v"]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            process.WaitForExit();
            return true;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
