using System.Threading.RateLimiting;

namespace GovPortal.Users;

/// <summary>How many tries may fail, and how long the next one waits then.</summary>
/// <param name="Free">Failures before anybody waits.</param>
/// <param name="First">The wait after them; each further failure doubles it.</param>
/// <param name="Longest">No wait is longer.</param>
/// <param name="Forgets">After as much time without a failure one is forgotten, after twice as much two, and so on.</param>
internal sealed record FailureRule(int Free, TimeSpan First, TimeSpan Longest, TimeSpan Forgets);

/// <summary>Makes the next try wait longer after each failure. A try counts as failed until its <see cref="TryLease"/> says otherwise, so that many at once gain nothing.</summary>
internal sealed class FailureLimiter(FailureRule rule, TimeProvider clock) : RateLimiter
{
    private readonly Lock gate = new();
    private int failures;
    private DateTimeOffset last = clock.GetUtcNow();
    private DateTimeOffset waitsUntil = DateTimeOffset.MinValue;

    public override TimeSpan? IdleDuration
    {
        get
        {
            lock (gate)
            {
                Forget();
                return failures == 0 ? clock.GetUtcNow() - last : null;
            }
        }
    }

    public override RateLimiterStatistics? GetStatistics() => null;

    /// <summary>The try succeeded: it counts no more.</summary>
    internal void GiveBack()
    {
        lock (gate)
        {
            (failures, waitsUntil) = (Math.Max(0, failures - 1), DateTimeOffset.MinValue);
        }
    }

    /// <summary>Whoever failed before has shown who they are.</summary>
    internal void Clear()
    {
        lock (gate)
        {
            (failures, waitsUntil) = (0, DateTimeOffset.MinValue);
        }
    }

    protected override RateLimitLease AttemptAcquireCore(int permitCount)
    {
        lock (gate)
        {
            var now = clock.GetUtcNow();
            if (waitsUntil > now)
            {
                return new TryLease(null, waitsUntil - now);
            }

            Forget();
            (failures, last) = (failures + 1, now);
            waitsUntil = failures >= rule.Free ? now + WaitAfter(failures - rule.Free) : DateTimeOffset.MinValue;
            return new TryLease(this, null);
        }
    }

    protected override ValueTask<RateLimitLease> AcquireAsyncCore(int permitCount, CancellationToken cancellationToken) => new(AttemptAcquireCore(permitCount));

    private TimeSpan WaitAfter(int beyond) => beyond > 20 || rule.First * Math.Pow(2, beyond) > rule.Longest ? rule.Longest : rule.First * Math.Pow(2, beyond);

    private void Forget()
    {
        var forgotten = (int)Math.Min(failures, Math.Floor((clock.GetUtcNow() - last) / rule.Forgets));
        (failures, last) = (failures - forgotten, last + forgotten * rule.Forgets);
    }
}

/// <summary>One try, or for how long there is none.</summary>
internal sealed class TryLease(FailureLimiter? limiter, TimeSpan? wait) : RateLimitLease
{
    public override bool IsAcquired => limiter is not null;

    public override IEnumerable<string> MetadataNames => wait is null ? [] : [MetadataName.RetryAfter.Name];

    public TimeSpan Wait => wait ?? TimeSpan.Zero;

    public void GiveBack() => limiter?.GiveBack();

    public void Clear() => limiter?.Clear();

    public override bool TryGetMetadata(string metadataName, out object? metadata)
    {
        metadata = metadataName == MetadataName.RetryAfter.Name ? wait : null;
        return metadata is not null;
    }
}
