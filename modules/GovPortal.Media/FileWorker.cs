using GovPortal.Core.Storage;
using GovPortal.Core.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace GovPortal.Media;

/// <summary>Does what is to be done with files behind the scenes, the oldest first; what it does not finish, it or another process takes up again.</summary>
internal sealed class FileWorker(PortalDbFactory databases, TenantDirectory directory, FileQueue queue, FileTasks tasks, TimeProvider clock, ILogger<FileWorker> logger) : BackgroundService
{
    private const int MostAttempts = 3;

    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan PauseAfterFault = TimeSpan.FromSeconds(30);

    // Longer than the largest picture takes; after it somebody else may try.
    private static readonly TimeSpan Turn = TimeSpan.FromMinutes(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var added = queue.Added;
            var pause = Poll;
            try
            {
                while (await DoNextAsync(stoppingToken))
                {
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault)
            {
                // The database is away; the work stands in it.
                logger.LogWarning(new EventId(1, "FileWorkStopped"), fault, "The queue of files cannot be read; it is tried again in {Seconds} s", PauseAfterFault.TotalSeconds);
                pause = PauseAfterFault;
            }

            await Task.WhenAny(added, Task.Delay(pause, clock, stoppingToken));
        }
    }

    private async Task<bool> DoNextAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using var db = databases.OpenInstallation();
        if (await db.FileWorks.AsNoTracking().Where(w => w.DueAt <= now).OrderBy(w => w.DueAt).ThenBy(w => w.Id).FirstOrDefaultAsync(ct) is not { } work)
        {
            return false;
        }

        if (await db.FileWorks.Where(w => w.Id == work.Id && w.DueAt == work.DueAt).ExecuteUpdateAsync(s => s.SetProperty(w => w.DueAt, now + Turn).SetProperty(w => w.Attempts, work.Attempts + 1), ct) == 0)
        {
            // Another process was quicker.
            return true;
        }

        if (await IsDoneAsync(work, ct))
        {
            await db.FileWorks.Where(w => w.Id == work.Id).ExecuteDeleteAsync(ct);
        }

        return true;
    }

    private async Task<bool> IsDoneAsync(FileWork work, CancellationToken ct)
    {
        if (directory.FindById(work.TenantId) is not { } tenant)
        {
            return true;
        }

        try
        {
            await tasks.DoAsync(tenant, work, ct);
            return true;
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            logger.LogWarning(new EventId(2, "FileWorkFailed"), fault, "{Task} failed for the file {File} of {Tenant}, attempt {Attempt}", work.Task, work.FileId, tenant.Name, work.Attempts + 1);
            if (work.Attempts + 1 < MostAttempts)
            {
                return false;
            }

            await tasks.GiveUpAsync(tenant, work, ct);
            return true;
        }
    }
}
