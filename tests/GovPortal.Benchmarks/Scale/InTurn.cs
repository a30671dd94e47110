using GovPortal.Benchmarks.Measuring;

namespace GovPortal.Benchmarks.Scale;

/// <summary>Several kinds of request, one person asking, each kind in its turn: what disturbs one disturbs all.</summary>
internal static class InTurn
{
    /// <param name="warming">Requests of each kind before any is timed.</param>
    public static async Task MeasureAsync(int warming, int count, IReadOnlyList<(Func<Task<byte[]>> Ask, Timings Into)> kinds)
    {
        for (var i = 0; i < warming + count; i++)
        {
            foreach (var (ask, into) in kinds)
            {
                await (i < warming ? new Timings() : into).TimeAsync(ask);
            }
        }
    }
}
