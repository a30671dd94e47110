using System.Threading.RateLimiting;
using GovPortal.Core.Configuration;
using Microsoft.Extensions.Configuration;

namespace GovPortal.Signatures;

/// <summary>How much strangers may have checked. Each process counts for itself.</summary>
public sealed class CheckLimits : IDisposable
{
    public const string LargestSetting = "GovPortal:Signatures:LargestMiB";
    public const string PerMinuteSetting = "GovPortal:Signatures:ChecksPerMinute";

    /// <summary>More than this may not be set.</summary>
    public const int MostMiB = 100;

    // Files at a time; who comes then waits, and is sent away where too many wait.
    private const int AtATime = 2;
    private const int Waiting = 8;

    private readonly PartitionedRateLimiter<string> places;
    private readonly ConcurrencyLimiter desks = new(new ConcurrencyLimiterOptions { PermitLimit = AtATime, QueueLimit = Waiting, QueueProcessingOrder = QueueProcessingOrder.OldestFirst });

    /// <exception cref="InvalidOperationException">A setting is out of its range.</exception>
    public CheckLimits(IConfiguration settings)
    {
        LargestMiB = settings.Number(LargestSetting, 30, 1, MostMiB);
        var perMinute = settings.Number(PerMinuteSetting, 10, 1, 10_000);
        places = PartitionedRateLimiter.Create<string, string>(place => RateLimitPartition.GetFixedWindowLimiter(place, _ => new FixedWindowRateLimiterOptions { PermitLimit = perMinute, Window = TimeSpan.FromMinutes(1), QueueLimit = 0 }));
    }

    public int LargestMiB { get; }

    public long Largest => (long)LargestMiB << 20;

    /// <summary>Whether somebody at a network address may ask again.</summary>
    public bool MayAskFrom(string address)
    {
        using var lease = places.AttemptAcquire(address);
        return lease.IsAcquired;
    }

    /// <summary>Waits for one's turn; not acquired where too many wait.</summary>
    public ValueTask<RateLimitLease> TurnAsync(CancellationToken ct) => desks.AcquireAsync(1, ct);

    public void Dispose()
    {
        places.Dispose();
        desks.Dispose();
    }
}
