namespace GovPortal.Benchmarks.Running;

/// <summary>What a load asks for.</summary>
/// <param name="Paths">One is asked for again and again; of several, one by chance each time.</param>
/// <param name="Headers">What every request says besides its host.</param>
internal sealed record LoadOrder(Uri Server, IReadOnlyList<string> Paths, IReadOnlyDictionary<string, string> Headers, double Seconds, int Connections = LoadOrder.Usual)
{
    public const int Usual = 64;
}

/// <param name="Failures">Answers that were errors, and requests without an answer.</param>
/// <param name="BytesEach">With the head of the answer.</param>
/// <param name="ProcessorSeconds">What the load generator itself took.</param>
internal sealed record LoadResult(double Seconds, long Requests, long Failures, double MedianMs, double P99Ms, double LongestMs, double BytesEach, double ProcessorSeconds)
{
    public double PerSecond => Requests / Seconds;

    /// <summary>How much of one core the load generator took; near 1 it is the generator that is measured.</summary>
    public double GeneratorShare => ProcessorSeconds / Seconds;
}
