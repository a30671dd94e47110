using System.Threading.RateLimiting;

namespace GovPortal.OneStop;

/// <summary>How often somebody may ask for a dossier: enough for a citizen, far too little to guess a secret.</summary>
public sealed class TrackingLimits : IDisposable
{
    // 31⁶ secrets against thirty tries an hour for a code, whoever asks.
    private const int TriesOfCode = 30;
    private static readonly TimeSpan WindowOfCode = TimeSpan.FromHours(1);

    // A family, or an office behind one address.
    private const int TriesOfNetwork = 20;
    private static readonly TimeSpan WindowOfNetwork = TimeSpan.FromMinutes(5);

    private readonly PartitionedRateLimiter<string> byCode = Limiter(TriesOfCode, WindowOfCode);
    private readonly PartitionedRateLimiter<string> byNetwork = Limiter(TriesOfNetwork, WindowOfNetwork);

    /// <summary>False when it has been tried too often from this network, or for this code.</summary>
    public bool TryEnter(string? network, string? code)
    {
        using var ofNetwork = byNetwork.AttemptAcquire(network ?? "");
        using var ofCode = byCode.AttemptAcquire(DossierCode.Parse(code)?.ToString() ?? "");
        return ofNetwork.IsAcquired && (ofCode.IsAcquired || DossierCode.Parse(code) is null);
    }

    public void Dispose()
    {
        byCode.Dispose();
        byNetwork.Dispose();
    }

    private static PartitionedRateLimiter<string> Limiter(int tries, TimeSpan window) => PartitionedRateLimiter.Create<string, string>(key =>
        RateLimitPartition.GetFixedWindowLimiter(key, _ => new FixedWindowRateLimiterOptions { PermitLimit = tries, Window = window, QueueLimit = 0 }));
}
