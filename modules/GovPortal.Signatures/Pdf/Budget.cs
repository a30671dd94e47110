using System.Diagnostics;

namespace GovPortal.Signatures.Pdf;

/// <summary>What checking one file may cost. A stranger's file that wants more is given up, which is an answer too.</summary>
internal sealed class Budget(TimeSpan time)
{
    /// <summary>Values, table entries and blocks that may be read of one file; the largest real file tried took a hundredth.</summary>
    public const long MostSteps = 100_000_000;

    /// <summary>Bytes of one stream that is unpacked; tables of a million objects are smaller.</summary>
    public const int MostUnpacked = 64 << 20;

    private const int BetweenLooks = 4_096;

    private readonly long started = Stopwatch.GetTimestamp();
    private long steps;
    private long looked;

    public static TimeSpan UsualTime { get; } = TimeSpan.FromSeconds(60);

    /// <exception cref="TooCostlyException">Time or steps are spent.</exception>
    public void Spend(long count = 1)
    {
        steps += count;
        if (steps > MostSteps)
        {
            throw new TooCostlyException("It holds more parts than may be read of one file.");
        }

        if (steps - looked >= BetweenLooks)
        {
            looked = steps;
            LookAtClock();
        }
    }

    /// <exception cref="TooCostlyException">The time is spent.</exception>
    public void LookAtClock()
    {
        if (Stopwatch.GetElapsedTime(started) > time)
        {
            throw new TooCostlyException($"Checking it takes longer than {time.TotalSeconds:0} s.");
        }
    }
}

/// <summary>A file asks for more time or memory than one file may have.</summary>
internal sealed class TooCostlyException(string message) : Exception(message);
