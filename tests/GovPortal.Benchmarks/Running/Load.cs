using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace GovPortal.Benchmarks.Running;

/// <param name="Failures">Answers that were not 200, and requests without an answer.</param>
internal sealed record LoadResult(double PerSecond, double MedianMs, double P99Ms, long Requests, long Failures);

/// <summary>Asks for one address over many connections at once, from a process of its own: <c>wrk</c> where it is installed, else a loop of HttpClients.</summary>
internal static class Load
{
    // wrk tells times in microseconds; its script says them in a form that needs no guessing.
    private const string Script = """
        done = function(summary, latency, requests)
          local e = summary.errors
          io.write(string.format('{"requests":%d,"microseconds":%d,"failures":%d,"median":%f,"p99":%f}\n',
            summary.requests, summary.duration, e.connect + e.read + e.write + e.status + e.timeout, latency:percentile(50), latency:percentile(99)))
        end
        """;

    private static readonly Lazy<bool> hasWrk = new(FindWrk);

    public static string Tool => hasWrk.Value ? "wrk" : "HttpClient loop (apt-get install wrk measures more sharply)";

    public static async Task<LoadResult> RunAsync(Uri address, int connections, double seconds, string folder)
    {
        var script = Path.Combine(folder, "done.lua");
        await File.WriteAllTextAsync(script, Script);
        var time = seconds.ToString(CultureInfo.InvariantCulture);
        var line = hasWrk.Value
            ? await LastLineAsync("wrk", ["-t1", $"-c{connections}", $"-d{Math.Max(1, (int)seconds)}s", "-H", "Accept-Encoding: gzip", "-s", script, address.ToString()])
            : await LastLineAsync("dotnet", [typeof(Load).Assembly.Location, HttpLoop.Verb, address.ToString(), $"{connections}", time]);
        using var json = JsonDocument.Parse(line);
        double Of(string name) => json.RootElement.GetProperty(name).GetDouble();
        return new LoadResult(Of("requests") / (Of("microseconds") / 1e6), Of("median") / 1000, Of("p99") / 1000, (long)Of("requests"), (long)Of("failures"));
    }

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
