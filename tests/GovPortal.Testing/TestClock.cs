namespace GovPortal.Testing;

/// <summary>A clock that stands still until a test moves it. Timers run on the machine's own time.</summary>
public sealed class TestClock : TimeProvider
{
    /// <summary>Monday 2 March 2026, 8:00 in Hà Nội.</summary>
    public static readonly DateTimeOffset Start = new(2026, 3, 2, 1, 0, 0, TimeSpan.Zero);

    /// <summary>A day after all real data and the demo's: before it, what bears a later day waits for it.</summary>
    public static readonly DateTimeOffset AfterRealData = new(2026, 12, 1, 1, 0, 0, TimeSpan.Zero);

    private long ticks = Start.UtcTicks;

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref ticks), TimeSpan.Zero);

    public void Set(DateTimeOffset instant) => Interlocked.Exchange(ref ticks, instant.UtcTicks);

    public void Advance(TimeSpan by) => Interlocked.Add(ref ticks, by.Ticks);
}
