using GovPortal.Core.Parsing;
using GovPortal.Core.Tenancy;
using GovPortal.Media.Parsing;
using GovPortal.Publishing.Files;
using GovPortal.Storage.Tenancy;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace GovPortal.Media;

/// <summary>
/// Does what is to be done with files behind the scenes: the sites in turn, of each the oldest first, two sites at a time and never two files of one,
/// so that a thousand files of one site, or a slow one, hold up no other. What it does not finish, it or another process takes up again.
/// </summary>
internal sealed class FileWorker(FileLeases leases, TenantDirectory directory, FileQueue queue, FileTasks tasks, TimeProvider clock, ILogger<FileWorker> logger) : BackgroundService
{
    private const int SitesAtATime = 2;

    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan PauseAfterFault = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan PatienceAtStop = TimeSpan.FromSeconds(2);

    // What is short now, such as memory, may be there again later.
    private static readonly TimeSpan[] Pauses = [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(10)];

    private readonly SemaphoreSlim gate = new(1);
    private readonly HashSet<int> busy = [];
    private int lastSite;

    public override void Dispose()
    {
        gate.Dispose();
        base.Dispose();
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Enumerable.Range(0, SitesAtATime).Select(_ => WorkAsync(stoppingToken)));

    private async Task WorkAsync(CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            var added = queue.Added;
            var pause = Poll;
            try
            {
                await leases.FreeThoseOfTheDeadAsync(ct);
                while (await DoNextAsync(ct))
                {
                }
            }
            catch (OperationCanceledException) when (ct.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault)
            {
                // The database is away, or nothing can be parsed; the work stands in the database.
                logger.LogWarning(new EventId(1, "FileWorkStopped"), fault, "The queue of files stands still; it is tried again in {Seconds} s", PauseAfterFault.TotalSeconds);
                pause = PauseAfterFault;
            }

            await Task.WhenAny(added, Task.Delay(pause, clock, ct));
        }
    }

    private async Task<bool> DoNextAsync(CancellationToken ct)
    {
        var (work, isAny) = await TakeAsync(ct);
        if (work is null)
        {
            return isAny;
        }

        using var done = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var renewing = RenewAsync(work, done.Token);
        try
        {
            await DoAsync(work, ct);
        }
        finally
        {
            await done.CancelAsync();
            await renewing;
            lock (busy)
            {
                busy.Remove(work.TenantId);
            }
        }

        return true;
    }

    private async Task<(FileWork? Work, bool IsAny)> TakeAsync(CancellationToken ct)
    {
        await gate.WaitAsync(ct);
        try
        {
            int[] others;
            lock (busy)
            {
                others = [.. busy];
            }

            var taken = await leases.TakeAsync(lastSite, others, ct);
            if (taken.Work is { } work)
            {
                lastSite = work.TenantId;
                lock (busy)
                {
                    busy.Add(work.TenantId);
                }
            }

            return taken;
        }
        finally
        {
            gate.Release();
        }
    }

    private async Task DoAsync(FileWork work, CancellationToken ct)
    {
        if (directory.FindById(work.TenantId) is not { } tenant)
        {
            await leases.DoneAsync(work, ct);
            return;
        }

        if (work.Attempts > FileLeases.MostAttempts)
        {
            // The process died of it as often as it was tried.
            await SetAsideAsync(tenant, work, work.Fault ?? FileWork.Died, ct);
            return;
        }

        if (await TryAsync(tenant, work, ct) is not { } fault)
        {
            await leases.DoneAsync(work, ct);
        }
        else if (work.Attempts < FileLeases.MostAttempts)
        {
            await leases.FailedAsync(work, fault, Pauses[work.Attempts - 1], ct);
        }
        else
        {
            await SetAsideAsync(tenant, work, fault, ct);
        }
    }

    /// <returns>Why it failed; null when it is done.</returns>
    private async Task<string?> TryAsync(Tenant tenant, FileWork work, CancellationToken ct)
    {
        try
        {
            return (await tasks.DoAsync(tenant, work, ct))?.ToString();
        }
        catch (Exception fault) when (fault is OperationCanceledException or ParserUnavailableException)
        {
            using var late = new CancellationTokenSource(PatienceAtStop, clock);
            await leases.GiveBackAsync(work, late.Token);
            throw;
        }
        catch (Exception fault)
        {
            logger.LogWarning(new EventId(2, "FileWorkFailed"), fault, "{Task} failed for the file {File} of {Tenant}, attempt {Attempt}", work.Task, work.FileId, tenant.Name, work.Attempts);
            return FileWork.Failed;
        }
    }

    private async Task SetAsideAsync(Tenant tenant, FileWork work, string fault, CancellationToken ct)
    {
        logger.LogInformation(new EventId(3, "FileSetAside"), "{Task} is set aside for the file {File} of {Tenant}: {Fault}", work.Task, work.FileId, tenant.Name, fault);
        await tasks.GiveUpAsync(tenant, work, ct);
        await leases.SetAsideAsync(work, fault, ct);
    }

    private async Task RenewAsync(FileWork work, CancellationToken done)
    {
        using var timer = new PeriodicTimer(FileLeases.Length / 4, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(done))
            {
                await leases.RenewAsync(work, done);
            }
        }
        catch (OperationCanceledException)
        {
            // The work is done.
        }
        catch (Exception fault)
        {
            // Whoever takes it up meanwhile does it twice, without harm.
            logger.LogInformation(new EventId(4, "LeaseNotRenewed"), fault, "The lease of {Task} for the file {File} could not be renewed", work.Task, work.FileId);
        }
    }
}
