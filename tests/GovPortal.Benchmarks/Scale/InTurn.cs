using System.Diagnostics;
using GovPortal.Benchmarks.Measuring;

namespace GovPortal.Benchmarks.Scale;

/// <summary>Several kinds of request, one person asking, each kind in its turn: what disturbs one disturbs all.</summary>
internal static class InTurn
{
    // Where a page takes seconds, a median of fewer says enough.
    private const int Least = 15;

    private static readonly TimeSpan patience = TimeSpan.FromSeconds(90);

    /// <param name="warming">Requests of each kind before any is timed.</param>
    public static async Task MeasureAsync(int warming, int count, IReadOnlyList<(Func<Task<byte[]>> ParsedQuery, Timings Into)> kinds)
    {
        await RepeatAsync(warming, [.. kinds.Select(k => (k.ParsedQuery, new Timings()))]);
        await RepeatAsync(count, kinds);
    }

    private static async Task RepeatAsync(int count, IReadOnlyList<(Func<Task<byte[]>> ParsedQuery, Timings Into)> kinds)
    {
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < count && (i < Least || Stopwatch.GetElapsedTime(start) < patience); i++)
        {
            foreach (var (ask, into) in kinds)
            {
                await into.TimeAsync(ask);
            }
        }
    }
}
