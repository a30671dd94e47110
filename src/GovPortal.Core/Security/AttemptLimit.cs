using System.Threading.RateLimiting;

namespace GovPortal.Core.Security;

/// <summary>How often something may be tried within a time, for each key. Each process counts for itself.</summary>
public sealed class AttemptLimit(int tries, TimeSpan window) : IDisposable
{
    private readonly PartitionedRateLimiter<string> limiter = PartitionedRateLimiter.Create<string, string>(key =>
        RateLimitPartition.GetFixedWindowLimiter(key, _ => new FixedWindowRateLimiterOptions { PermitLimit = tries, Window = window, QueueLimit = 0 }));

    /// <summary>Counts a try; false when there were too many.</summary>
    public bool TryEnter(string key)
    {
        using var lease = limiter.AttemptAcquire(key);
        return lease.IsAcquired;
    }

    public void Dispose() => limiter.Dispose();
}
