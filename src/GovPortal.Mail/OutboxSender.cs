using GovPortal.Core.Work;
using GovPortal.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;

namespace GovPortal.Mail;

/// <summary>Sends what lies in the outbox, in the background: at once, then with growing pauses for three days.</summary>
public sealed class OutboxSender(PortalDbFactory databases, Outbox outbox, IMailSender postman, TimeProvider clock, ILogger<OutboxSender> logger)
    : PollingWorker(clock, TimeSpan.FromSeconds(2)), IHealthCheck
{
    private const int BatchSize = 20;

    // The first miss may be a server starting anew; the second is worth somebody's look.
    private const int StuckAfter = 2;

    // Longer than a delivery can take: until then the letter is this process's.
    private static readonly TimeSpan Claim = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(2);
    private static readonly TimeSpan Patience = TimeSpan.FromDays(3);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await using var db = databases.OpenInstallation();
        var stuck = await db.Outbox.CountAsync(l => l.Tries >= StuckAfter, cancellationToken);
        return stuck == 0 ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded($"Letters that could not be sent and will be tried again: {stuck}. The log says why.");
    }

    protected override Task Woken => outbox.Posted;

    // Whatever the outbox met, the letters lie there still.
    protected override void LogFault(Exception fault) =>
        logger.LogWarning(new EventId(1, "OutboxNotRead"), fault, "The outbox cannot be read; it is tried again in {Seconds} s", PauseAfterFault.TotalSeconds);

    protected override async Task RunAsync(CancellationToken ct)
    {
        await using var db = databases.OpenInstallation();
        while (true)
        {
            var now = Clock.GetUtcNow();
            var due = await db.Outbox.AsNoTracking().Where(l => l.NextTryAt <= now).OrderBy(l => l.NextTryAt).Take(BatchSize).ToListAsync(ct);
            foreach (var letter in due)
            {
                var isMine = await db.Outbox.Where(l => l.Id == letter.Id && l.NextTryAt == letter.NextTryAt)
                    .ExecuteUpdateAsync(set => set.SetProperty(l => l.NextTryAt, now + Claim), ct) == 1;
                if (isMine)
                {
                    await SendAsync(db, letter, ct);
                }
            }

            if (due.Count < BatchSize)
            {
                return;
            }
        }
    }

    private async Task SendAsync(PortalDb db, OutboxLetter letter, CancellationToken ct)
    {
        try
        {
            if (await postman.DeliverAsync(letter.Id, outbox.Open(letter), ct) is { } never)
            {
                logger.LogError(new EventId(2, "LetterGivenUp"), "Letter {Letter} was given up: {Reason}", letter.Id, never);
            }
        }
        catch (Exception fault) when (!ct.IsCancellationRequested)
        {
            await KeepAsync(db, letter, fault, ct);
            return;
        }

        await RemoveAsync(db, letter, ct);
    }

    private async Task KeepAsync(PortalDb db, OutboxLetter letter, Exception fault, CancellationToken ct)
    {
        var now = Clock.GetUtcNow();
        if (now - letter.CreatedAt > Patience)
        {
            logger.LogError(new EventId(2, "LetterGivenUp"), fault, "Letter {Letter} was given up after {Days} days", letter.Id, Patience.TotalDays);
            await RemoveAsync(db, letter, ct);
            return;
        }

        var pause = TimeSpan.FromMinutes(Math.Min(Math.Pow(2, letter.Tries), LongestPause.TotalMinutes));
        logger.LogWarning(new EventId(3, "LetterNotSent"), fault, "Letter {Letter} could not be sent; it is tried again in {Minutes} min", letter.Id, pause.TotalMinutes);
        await db.Outbox.Where(l => l.Id == letter.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(l => l.NextTryAt, now + pause).SetProperty(l => l.Tries, letter.Tries + 1), ct);
    }

    private static async Task RemoveAsync(PortalDb db, OutboxLetter letter, CancellationToken ct) =>
        await db.Outbox.Where(l => l.Id == letter.Id).ExecuteDeleteAsync(ct);
}
