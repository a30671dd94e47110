using System.Threading.RateLimiting;
using GovPortal.Core.Security;

namespace GovPortal.Users;

/// <summary>
/// How often a password may be guessed. Strangers are slowed by their network, by account and network together, and by account over all
/// networks; a device that has signed in to the account before counts for itself alone, so nobody can lock its owner out. Each process counts
/// for itself, and alike for names that exist and names that do not.
/// </summary>
public sealed class SignInLimits(TimeProvider clock) : IDisposable
{
    // An agency stands behind one network address: its people may all mistype on the same morning.
    private readonly PartitionedRateLimiter<string> networks = Limiter(new(20, TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(1)), clock);

    private readonly PartitionedRateLimiter<string> pairs = Limiter(new(5, TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(15), TimeSpan.FromMinutes(15)), clock);

    // Guesses from everywhere at once come to one in two minutes.
    private readonly PartitionedRateLimiter<string> accounts = Limiter(new(50, TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(5)), clock);

    private readonly PartitionedRateLimiter<string> devices = Limiter(new(10, TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(15), TimeSpan.FromMinutes(15)), clock);

    /// <param name="name">What somebody signs in with, known or not.</param>
    /// <param name="network">See <see cref="ClientNetwork"/>.</param>
    /// <param name="device">The device or session that is known to be the account's; null for a stranger.</param>
    public SignInTry Begin(string name, string network, Guid? device)
    {
        ArgumentNullException.ThrowIfNull(name);
        var account = name.Trim().ToUpperInvariant();
        account = account.Length > EmailAddress.Longest ? account[..EmailAddress.Longest] : account;
        return device is { } known ? new SignInTry([(devices, $"{known} {account}", false)])
            : new SignInTry([(networks, network, true), (pairs, $"{network} {account}", false), (accounts, account, false)]);
    }

    public void Dispose()
    {
        networks.Dispose();
        pairs.Dispose();
        accounts.Dispose();
        devices.Dispose();
    }

    private static PartitionedRateLimiter<string> Limiter(FailureRule rule, TimeProvider clock) =>
        PartitionedRateLimiter.Create<string, string>(key => RateLimitPartition.Get(key, _ => new FailureLimiter(rule, clock)), StringComparer.Ordinal);
}

/// <summary>One try of a password. It counts as failed until <see cref="Succeeded"/> is called.</summary>
public sealed class SignInTry
{
    private readonly List<(TryLease Lease, bool IsNetwork)> leases = [];

    internal SignInTry(IEnumerable<(PartitionedRateLimiter<string> Limiter, string Key, bool IsNetwork)> asked)
    {
        foreach (var (limiter, key, isNetwork) in asked)
        {
            var lease = (TryLease)limiter.AttemptAcquire(key);
            if (!lease.IsAcquired)
            {
                // What was not tried does not count.
                leases.ForEach(taken => taken.Lease.GiveBack());
                Wait = lease.Wait;
                return;
            }

            leases.Add((lease, isNetwork));
        }
    }

    /// <summary>How long there is no try; null when this is one.</summary>
    public TimeSpan? Wait { get; }

    /// <summary>The password was right. The network's other failures stay: whoever guesses may have an account of their own.</summary>
    public void Succeeded()
    {
        foreach (var (lease, isNetwork) in leases)
        {
            if (isNetwork)
            {
                lease.GiveBack();
            }
            else
            {
                lease.Clear();
            }
        }
    }
}
