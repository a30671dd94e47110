using System.Diagnostics;
using System.Text.Json.Nodes;

namespace GovPortal.Benchmarks.Measuring;

/// <summary>Many durations of the same thing, in milliseconds.</summary>
internal sealed class Timings
{
    private readonly List<double> sorted = [];
    private bool isSorted;

    public int Count => sorted.Count;

    public double Median => Percentile(50);

    public void Add(double milliseconds)
    {
        sorted.Add(milliseconds);
        isSorted = false;
    }

    public void AddAll(Timings others) => others.sorted.ForEach(Add);

    public T Time<T>(Func<T> work)
    {
        var start = Stopwatch.GetTimestamp();
        var result = work();
        Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        return result;
    }

    public async Task<T> TimeAsync<T>(Func<Task<T>> work)
    {
        var start = Stopwatch.GetTimestamp();
        var result = await work();
        Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        return result;
    }

    /// <summary>Nearest rank: a duration that was measured, never one in between.</summary>
    public double Percentile(double percent)
    {
        if (!isSorted)
        {
            sorted.Sort();
            isSorted = true;
        }

        return sorted.Count == 0 ? double.NaN : sorted[Math.Clamp((int)Math.Ceiling(percent / 100 * sorted.Count) - 1, 0, sorted.Count - 1)];
    }

    public JsonObject ToJson() => new() { ["medianMs"] = Round(Median), ["p99Ms"] = Round(Percentile(99)), ["maxMs"] = Round(Percentile(100)), ["count"] = Count };

    public override string ToString() => $"median {Median:0.00} ms, p99 {Percentile(99):0.00} ms, longest {Percentile(100):0.0} ms of {Count}";

    /// <summary>Three significant digits: more would be noise.</summary>
    public static double Round(double value) =>
        value == 0 || !double.IsFinite(value) ? 0 : Math.Round(value, Math.Clamp(2 - (int)Math.Floor(Math.Log10(Math.Abs(value))), 0, 6));

    public static double MedianOf(IEnumerable<double> values)
    {
        var timings = new Timings();
        foreach (var value in values)
        {
            timings.Add(value);
        }

        return timings.Median;
    }
}
