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

/// <summary>Compares the stored files of all sites with their lengths and hashes, slowly and again and again: a disk may rot without a word.</summary>
public sealed class MediaCheck(PortalDbFactory databases, TenantDirectory directory, FileStore store, TimeProvider clock, ILogger<MediaCheck> logger) : BackgroundService, IHealthCheck
{
    private const int Batch = 200;

    // Of what the disk gives, readers get four fifths.
    private const int PauseForEach = 4;

    private static readonly TimeSpan AfterStart = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Between = TimeSpan.FromDays(1);

    private volatile IReadOnlyList<UnsoundFile> found = [];

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        // What was uploaded again since counts no more.
        var unsound = found.Where(one => store.Look(one.File) != FileState.Sound).ToArray();
        return Task.FromResult(unsound.Length == 0 ? HealthCheckResult.Healthy()
            : HealthCheckResult.Degraded($"{unsound.Length} stored files are missing or damaged and are not sent; upload them again or restore them from a backup. The first is of {unsound[0].Tenant.Name}; the library there names it."));
    }

    /// <summary>Reads every file of every site, those that can still be restored too.</summary>
    /// <param name="isSlow">True lets readers go first, and takes five times as long.</param>
    /// <returns>What is missing or damaged, by site.</returns>
    public async Task<IReadOnlyList<UnsoundFile>> FindUnsoundAsync(bool isSlow, CancellationToken ct)
    {
        var unsound = new List<UnsoundFile>();
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

        return found = unsound;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var pause = AfterStart; ; pause = Between)
        {
            await Task.Delay(pause, clock, stoppingToken);
            try
            {
                await FindUnsoundAsync(isSlow: true, stoppingToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                // The database is away; everything is looked at again tomorrow.
                logger.LogWarning(new EventId(1, "MediaNotChecked"), fault, "The stored files could not be checked; they are checked again in {Hours} h", Between.TotalHours);
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
