using System.Threading.RateLimiting;

namespace GovPortal.Users;

/// <summary>How often letters may be asked for by people who have not signed in. Each process counts for itself.</summary>
public sealed class AskingLimits : IDisposable
{
    public static readonly TimeSpan Window = TimeSpan.FromHours(1);

    // Enough for somebody who does not find the letter; too few to fill a mailbox.
    private readonly PartitionedRateLimiter<string> letters = Limiter(3);

    // An agency may stand behind one network address.
    private readonly PartitionedRateLimiter<string> places = Limiter(30);

    /// <summary>Whether a mailbox may get another letter.</summary>
    public bool MayWriteTo(string email) => IsWithin(letters, email);

    /// <summary>Whether somebody at a network address may ask again.</summary>
    public bool MayAskFrom(string address) => IsWithin(places, address);

    public void Dispose()
    {
        letters.Dispose();
        places.Dispose();
    }

    private static bool IsWithin(PartitionedRateLimiter<string> limiter, string key)
    {
        using var lease = limiter.AttemptAcquire(key);
        return lease.IsAcquired;
    }

    private static PartitionedRateLimiter<string> Limiter(int most) => PartitionedRateLimiter.Create<string, string>(
        key => RateLimitPartition.GetFixedWindowLimiter(key, _ => new FixedWindowRateLimiterOptions { PermitLimit = most, Window = Window, QueueLimit = 0 }), StringComparer.OrdinalIgnoreCase);
}
