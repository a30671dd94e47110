using System.Text.Json.Nodes;
using GovPortal.Benchmarks.Measuring;
using GovPortal.Benchmarks.Running;

namespace GovPortal.Benchmarks.Pages;

/// <summary>A request to the host and the same to the plain server that sends the same answer: medians of alternating rounds.</summary>
/// <param name="Page">home, list, item or search.</param>
/// <param name="Asked">br, identity or 304.</param>
internal sealed record Comparison(string Page, string Asked, RecordedAnswer Answer, IReadOnlyList<Round> Rounds)
{
    public double Ratio => Median(r => r.Host.PerSecond / r.Plain.PerSecond);

    public double P99Ratio => Median(r => r.Host.P99Ms / r.Plain.P99Ms);

    public double PerSecond => Median(r => r.Host.PerSecond);

    public double PlainPerSecond => Median(r => r.Plain.PerSecond);

    public double P50Ms => Median(r => r.Host.MedianMs);

    public double P99Ms => Median(r => r.Host.P99Ms);

    public double PlainP99Ms => Median(r => r.Plain.P99Ms);

    public double CpuMs => Median(r => r.HostCpuMs);

    public double PlainCpuMs => Median(r => r.PlainCpuMs);

    /// <summary>How much of a core the load generator took beside the host, and beside the plain server.</summary>
    public (double Host, double Plain) GeneratorShare => (Median(r => r.Host.GeneratorShare), Median(r => r.Plain.GeneratorShare));

    public string Encoding => Answer.Status == 304 ? "304" : Answer.Find("Content-Encoding") ?? "plain";

    public override string ToString() =>
        $"{Page} {Asked} ({Answer.Status}, {Encoding}, {Answer.Body.Length / 1024.0:0.0} KiB): {PerSecond:0} a second, plain {PlainPerSecond:0}, ratio {Ratio:0.000}; p50 {P50Ms:0.00} ms, p99 {P99Ms:0.00} ms, {P99Ratio:0.00} times plain; "
        + $"processor {CpuMs:0.000} ms, plain {PlainCpuMs:0.000} ms; generator {GeneratorShare.Host:0.00} and {GeneratorShare.Plain:0.00} of a core";

    public JsonObject ToJson() => new()
    {
        ["status"] = Answer.Status,
        ["encoding"] = Encoding,
        ["bytes"] = Answer.Body.Length,
        ["perSecond"] = Timings.Round(PerSecond),
        ["p50Ms"] = Timings.Round(P50Ms),
        ["p99Ms"] = Timings.Round(P99Ms),
        ["processorMsPerPage"] = Timings.Round(CpuMs),
        ["generatorShareOfACore"] = Timings.Round(GeneratorShare.Host),
        ["baseline"] = new JsonObject
        {
            ["is"] = "Kestrel sending the same head and the same bytes from memory",
            ["perSecond"] = Timings.Round(PlainPerSecond),
            ["p99Ms"] = Timings.Round(PlainP99Ms),
            ["processorMsPerPage"] = Timings.Round(PlainCpuMs),
            ["generatorShareOfACore"] = Timings.Round(GeneratorShare.Plain),
        },
        ["ratioToBaseline"] = Timings.Round(Ratio),
        ["ratioLowest"] = Timings.Round(Rounds.Min(r => r.Host.PerSecond / r.Plain.PerSecond)),
        ["ratioHighest"] = Timings.Round(Rounds.Max(r => r.Host.PerSecond / r.Plain.PerSecond)),
        ["p99RatioToBaseline"] = Timings.Round(P99Ratio),
    };

    private double Median(Func<Round, double> of) => Timings.MedianOf(Rounds.Select(of));
}

/// <summary>Both loads, one right after the other, and what each server took of the processor for a page.</summary>
internal sealed record Round(LoadResult Host, double HostCpuMs, LoadResult Plain, double PlainCpuMs);
