using GovPortal.Core.Files;
using GovPortal.Core.Tenancy;
using GovPortal.Core.Work;
using GovPortal.Storage;
using GovPortal.Storage.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace GovPortal.OneStop.Legs;

/// <summary>Carries requests and answers between sites: each at least once, and taken once. What cannot be taken now is tried again, later each time.</summary>
public sealed class LegCourier(PortalDbFactory databases, TenantDirectory directory, Func<Tenant, DossierDesk> deskOf, TimeProvider clock, ILogger<LegCourier> logger)
    : PollingWorker(clock, TimeSpan.FromSeconds(5))
{
    private const int BatchSize = 50;

    private static readonly TimeSpan ShortestPause = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);

    private volatile TaskCompletionSource posted = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Carries what was saved now rather than at the next look.</summary>
    public void Wake() => Interlocked.Exchange(ref posted, new(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();

    /// <summary>Carries everything that is due.</summary>
    public async Task DeliverAsync(CancellationToken ct)
    {
        var now = Clock.GetUtcNow();
        await using var db = databases.OpenInstallation();
        foreach (var message in await db.LegMessages.AsNoTracking().Where(m => m.NextTryAt <= now).OrderBy(m => m.CreatedAt).Take(BatchSize).ToListAsync(ct))
        {
            if (await TryTakeAsync(message, ct))
            {
                await db.LegMessages.Where(m => m.Id == message.Id).ExecuteDeleteAsync(ct);
            }
            else
            {
                var pause = TimeSpan.FromTicks(Math.Min(LongestPause.Ticks, ShortestPause.Ticks << Math.Min(message.Tries, 10)));
                await db.LegMessages.Where(m => m.Id == message.Id).ExecuteUpdateAsync(set => set.SetProperty(m => m.Tries, message.Tries + 1).SetProperty(m => m.NextTryAt, now + pause), ct);
            }
        }
    }

    protected override Task Woken => posted.Task;

    protected override Task RunAsync(CancellationToken ct) => DeliverAsync(ct);

    // The database is away; the messages stand in it.
    protected override void LogFault(Exception fault) =>
        logger.LogWarning(new EventId(1, "LegsStopped"), fault, "Questions between agencies stand still; they are carried again in {Seconds} s", PauseAfterFault.TotalSeconds);

    /// <returns>False while the site it is for is closed.</returns>
    private async Task<bool> TryTakeAsync(LegMessage message, CancellationToken ct)
    {
        if (directory.FindById(message.ToTenantId) is not { IsEnabled: true } site)
        {
            logger.LogInformation(new EventId(2, "LegWaits"), "A question between agencies waits: site {Site} is closed", message.ToTenantId);
            return false;
        }

        if (message.IsAnswer)
        {
            await deskOf(site).TakeLegAnswerAsync(BodyJson.Read<LegAnswer>(message.Body), ct);
        }
        else
        {
            await TakeRequestAsync(site, message, BodyJson.Read<LegRequest>(message.Body), ct);
        }

        return true;
    }

    private async Task TakeRequestAsync(Tenant site, LegMessage message, LegRequest request, CancellationToken ct)
    {
        await using var db = databases.OpenFor(site);
        if (await db.LegTasks.AnyAsync(t => t.Id == request.LegId, ct))
        {
            return;
        }

        db.LegTasks.Add(new LegTask { Id = request.LegId, TenantId = site.Id, FromTenantId = message.TenantId, FromName = request.FromName, DossierCode = request.DossierCode, ServiceName = request.ServiceName, Question = request.Question, DueAt = request.DueAt, ReceivedAt = Clock.GetUtcNow() });
        await db.SaveChangesAsync(ct);
    }
}
