using System.Threading.RateLimiting;

namespace GovPortal.Events.Delegates;

/// <summary>How often somebody may register: enough for an office behind one address, too little to fill a hall by a script.</summary>
public sealed class RegistrationLimits : IDisposable
{
    private const int OfNetwork = 20;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    private readonly PartitionedRateLimiter<string> byNetwork = PartitionedRateLimiter.Create<string, string>(key =>
        RateLimitPartition.GetFixedWindowLimiter(key, _ => new FixedWindowRateLimiterOptions { PermitLimit = OfNetwork, Window = Window, QueueLimit = 0 }));

    public bool TryEnter(string? network)
    {
        using var lease = byNetwork.AttemptAcquire(network ?? "");
        return lease.IsAcquired;
    }

    public void Dispose() => byNetwork.Dispose();
}
