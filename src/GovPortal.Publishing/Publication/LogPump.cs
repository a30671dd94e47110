using System.Collections.Concurrent;
using GovPortal.Core.Publication;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace GovPortal.Publishing.Publication;

/// <summary>Carries the log to every follower, each at its own pace: at once after a publication here, within a second after one elsewhere.</summary>
public sealed class LogPump(PublicationLog log, IEnumerable<ILogFollower> followers, TimeProvider clock, ILogger<LogPump> logger)
    : BackgroundService, IHealthCheck
{
    private const int BatchSize = 500;

    // For what a follower looks at besides the log.
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);

    // One small question to the database, for all followers.
    private static readonly TimeSpan Watch = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    // Catching up with an import takes seconds; what takes longer is worth somebody's look.
    private static readonly TimeSpan LongBehind = TimeSpan.FromMinutes(1);

    private readonly Dictionary<string, string> broken = [];
    private readonly ConcurrentDictionary<string, long> behindSince = [];

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        lock (broken)
        {
            var late = behindSince.Where(f => clock.GetElapsedTime(f.Value) > LongBehind && !broken.ContainsKey(f.Key)).Select(f => $"{f.Key} has been behind the publication log for {clock.GetElapsedTime(f.Value).TotalMinutes:0} min");
            string[] told = [.. broken.Select(b => $"{b.Key} has stopped and will be tried again: {b.Value}"), .. late];
            return Task.FromResult(told.Length == 0 ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded(string.Join("; ", told)));
        }
    }

    /// <summary>Brings every follower up to the end of the log; for commands that end before a server would have followed.</summary>
    public async Task CatchUpAsync(CancellationToken ct)
    {
        foreach (var follower in followers)
        {
            while (await StepAsync(follower, ct))
            {
            }
        }
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(followers.Select(follower => FollowAsync(follower, stoppingToken)).Append(WatchAsync(stoppingToken)));

    /// <summary>Looks whether another process has published.</summary>
    private async Task WatchAsync(CancellationToken ct)
    {
        var known = 0L;
        while (!ct.IsCancellationRequested)
        {
            try
            {
                if (await log.LastPositionAsync(ct) is var last && last > known)
                {
                    known = last;
                    log.Wake();
                }

                await Task.Delay(Watch, clock, ct);
            }
            catch (OperationCanceledException) when (ct.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault)
            {
                logger.LogWarning(new EventId(3, "LogNotWatched"), fault, "The publication log cannot be read; it is tried again in {Seconds} s", LongestPause.TotalSeconds);
                await Task.WhenAny(Task.Delay(LongestPause, clock, ct));
            }
        }
    }

    private async Task FollowAsync(ILogFollower follower, CancellationToken ct)
    {
        var pause = Poll;
        while (!ct.IsCancellationRequested)
        {
            var published = log.Published;
            try
            {
                while (await StepAsync(follower, ct))
                {
                    behindSince.TryAdd(follower.Name, clock.GetTimestamp());
                }

                behindSince.TryRemove(follower.Name, out _);
                Mend(follower);
                pause = Poll;
            }
            catch (OperationCanceledException) when (ct.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault)
            {
                // Whatever a follower met, the publication stands and the other followers go on.
                Break(follower, fault);
                pause = TimeSpan.FromTicks(Math.Min(pause.Ticks * 2, LongestPause.Ticks));
                published = Task.Delay(Timeout.InfiniteTimeSpan, clock, ct);
            }

            await Task.WhenAny(published, Task.Delay(pause, clock, ct));
        }
    }

    private async Task<bool> StepAsync(ILogFollower follower, CancellationToken ct)
    {
        var entries = await log.ReadAfterAsync(await follower.PositionAsync(ct), BatchSize, ct);
        if (entries.Count == 0)
        {
            return false;
        }

        await follower.FollowAsync(entries, ct);
        return true;
    }

    private void Break(ILogFollower follower, Exception fault)
    {
        logger.LogError(new EventId(1, "FollowerBroke"), fault, "{Follower} stopped following the publication log", follower.Name);
        lock (broken)
        {
            broken[follower.Name] = fault.Message;
        }
    }

    private void Mend(ILogFollower follower)
    {
        lock (broken)
        {
            if (broken.Remove(follower.Name))
            {
                logger.LogInformation(new EventId(2, "FollowerRecovered"), "{Follower} follows the publication log again", follower.Name);
            }
        }
    }
}
