using GovPortal.Core.Files;
using GovPortal.Core.Tenancy;
using GovPortal.Publishing.Files;
using GovPortal.Storage;
using GovPortal.Storage.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace GovPortal.Media;

/// <summary>
/// Knows which stored files are no longer what was stored. What readers, uploads and the check of the installation meet is known at once; lengths
/// and times are looked at all the time, some files after others; and once a day every file is read, for a disk may rot without a word.
/// </summary>
public sealed class MediaCheck(PortalDbFactory databases, TenantDirectory directory, FileStore store, Suspects suspects, TimeProvider clock, ILogger<MediaCheck> logger) : BackgroundService, IHealthCheck
{
    /// <summary>What <c>check</c> calls this part.</summary>
    private const string Part = "media";

    private const int Batch = 200;

    // Of what the disk gives, readers get four fifths.
    private const int PauseForEach = 4;

    // A round looks at so many files and sites, and reads so many bytes of files that nobody has read since they were written.
    private const int FilesOfRound = 500;
    private const int SitesOfRound = 50;
    private const long BytesOfRound = 16 << 20;

    private static readonly TimeSpan AfterStart = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Between = TimeSpan.FromDays(1);
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(10);

    private (int Site, long File) lookedAt;

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        // What was uploaded again since counts no more.
        var unsound = store.UnsoundHashes.Count;
        return Task.FromResult(unsound == 0 ? HealthCheckResult.Healthy()
            : HealthCheckResult.Degraded($"{unsound} stored files are missing or damaged and are not sent; the library of their site, or check, names them. Upload them again or restore them from a backup."));
    }

    /// <summary>Reads every file of every site, those that can still be restored too.</summary>
    /// <param name="isSlow">True lets readers go first, and takes five times as long.</param>
    /// <returns>What is missing or damaged, by site.</returns>
    public async Task<IReadOnlyList<UnsoundFile>> FindUnsoundAsync(bool isSlow, CancellationToken ct)
    {
        var (before, unsound) = (store.UnsoundHashes, new List<UnsoundFile>());
        foreach (var tenant in directory.All)
        {
            var files = await ReadAsync(tenant, 0, ct);
            for (; files.Count > 0; files = await ReadAsync(tenant, files[^1].Id, ct))
            {
                foreach (var file in files)
                {
                    var started = clock.GetTimestamp();
                    if (await store.ReadAsync(file) is var state and not FileState.Sound)
                    {
                        unsound.Add(new UnsoundFile(tenant, file, state));
                    }

                    if (isSlow)
                    {
                        await Task.Delay(clock.GetElapsedTime(started) * PauseForEach, clock, ct);
                    }
                }
            }
        }

        // What no site names any more, as after another process removed one, is missed by nobody.
        foreach (var forgotten in before.Except(unsound.Select(one => one.File.Hash)))
        {
            store.Forget(forgotten);
        }

        return unsound;
    }

    /// <summary>
    /// Reads what a command found unsound; then looks whether the next files are there and as long as they were, and reads those that nobody has read since they were written. Begins again at the end.
    /// </summary>
    public async Task LookOnAsync(CancellationToken ct)
    {
        await LookAtToldAsync(ct);
        var (files, bytes) = (FilesOfRound, BytesOfRound);
        Tenant[] sites = [.. directory.All.OrderBy(site => site.Id).SkipWhile(site => site.Id < lookedAt.Site).Take(SitesOfRound)];
        foreach (var site in sites)
        {
            var after = site.Id == lookedAt.Site ? lookedAt.File : 0;
            while (files > 0 && await ReadAsync(site, after, ct) is { Count: > 0 } next)
            {
                foreach (var file in next)
                {
                    bytes -= await LookAsync(file, mayRead: bytes > 0);
                }

                (after, files) = (next[^1].Id, files - next.Count);
            }

            lookedAt = (site.Id, after);
            if (files <= 0)
            {
                return;
            }
        }

        lookedAt = sites.Length < SitesOfRound ? default : (sites[^1].Id + 1, 0);
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(RepeatAsync(AfterStart, Between, ct => FindUnsoundAsync(isSlow: true, ct), stoppingToken), RepeatAsync(Round, Round, LookOnAsync, stoppingToken));

    private async Task LookAtToldAsync(CancellationToken ct)
    {
        if (suspects.Take(Part) is not { Count: > 0 } told)
        {
            return;
        }

        foreach (var site in directory.All)
        {
            await using var db = databases.OpenFor(site);
            foreach (var file in await db.Files.AsNoTracking().Where(f => told.Contains(f.Hash)).ToListAsync(ct))
            {
                await store.ReadAsync(file);
            }
        }
    }

    /// <returns>How many bytes were read.</returns>
    private async Task<long> LookAsync(StoredFile file, bool mayRead)
    {
        if (store.Look(file) != FileState.Sound || !mayRead || store.IsKnown(file.Hash))
        {
            return 0;
        }

        await store.CheckAsync(file);
        return file.Length;
    }

    private async Task RepeatAsync(TimeSpan first, TimeSpan between, Func<CancellationToken, Task> look, CancellationToken stoppingToken)
    {
        for (var pause = first; ; pause = between)
        {
            await Task.Delay(pause, clock, stoppingToken);
            try
            {
                await look(stoppingToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                // The database is away, which health says by itself.
                logger.LogInformation(new EventId(1, "MediaNotChecked"), fault, "The stored files could not be looked at; they are again in {Pause}", between);
            }
        }
    }

    private async Task<List<StoredFile>> ReadAsync(Tenant tenant, long after, CancellationToken ct)
    {
        await using var db = databases.OpenFor(tenant);
        return await db.Files.AsNoTracking().Where(f => f.Id > after).OrderBy(f => f.Id).Take(Batch).ToListAsync(ct);
    }
}

/// <summary>A file whose bytes are not what was stored.</summary>
public sealed record UnsoundFile(Tenant Tenant, StoredFile File, FileState State);
