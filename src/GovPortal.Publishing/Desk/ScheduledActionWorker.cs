using GovPortal.Core.Checking;
using GovPortal.Publishing.Content;
using GovPortal.Storage;
using GovPortal.Storage.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace GovPortal.Publishing.Desk;

/// <summary>
/// Keeps the appointments of all sites: one question a second finds what is due, however many sites there are. What fell due while no
/// process ran is done at once after the start.
/// </summary>
public sealed class ScheduledActionWorker(PortalDbFactory databases, TenantDirectory directory, PublishingDeskOf deskOf, TimeProvider clock, ILogger<ScheduledActionWorker> logger)
    : BackgroundService, IHealthCheck
{
    private const int AtOnce = 50;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan PauseAfterFault = TimeSpan.FromSeconds(15);

    private volatile string? fault;

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(fault is null ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded("Scheduled content is late and will be tried again: " + fault));

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var pause = Pause;
            try
            {
                fault = await KeepDueAsync(stoppingToken);
                pause = fault is null ? Pause : PauseAfterFault;
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                // Whatever it was, the appointments stand and the next round tries them again.
                logger.LogError(new EventId(1, "AppointmentsMissed"), failure, "Scheduled content could not be looked after; it is tried again in {Seconds} s", PauseAfterFault.TotalSeconds);
                fault = failure.Message;
                pause = PauseAfterFault;
            }

            await Task.WhenAny(Task.Delay(pause, stoppingToken));
        }
    }

    /// <returns>What could not be kept; null when all was.</returns>
    private async Task<string?> KeepDueAsync(CancellationToken ct)
    {
        List<ScheduledAction> due;
        await using (var db = databases.OpenInstallation())
        {
            var now = clock.GetUtcNow();
            due = await db.ScheduledActions.AsNoTracking().Where(a => a.At <= now).OrderBy(a => a.At).Take(AtOnce).ToListAsync(ct);
        }

        var faults = new List<string>();
        foreach (var appointment in due)
        {
            try
            {
                await KeepAsync(appointment, ct);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                // One that cannot be kept must not hold up the others; it stays due, and is tried again.
                logger.LogError(new EventId(3, "AppointmentMissed"), failure, "{Kind} of item {Item} was due and failed", appointment.Kind, appointment.ItemId);
                faults.Add($"{appointment.Kind} of item {appointment.ItemId}: {failure.Message}");
            }
        }

        return faults.Count == 0 ? null : string.Join("; ", faults);
    }

    private async Task KeepAsync(ScheduledAction appointment, CancellationToken ct)
    {
        if (directory.FindById(appointment.TenantId) is { } tenant && await deskOf(tenant).KeepAsync(appointment, ct) is { } refusal)
        {
            logger.LogInformation(new EventId(2, "AppointmentDropped"), "{Kind} of item {Item} on {Site} is no longer wanted: {Refusal}", appointment.Kind, appointment.ItemId, tenant.Name, refusal.Code);
        }

        // Kept or no longer wanted, it is over; one that was set anew meanwhile has another time and stays.
        await using var db = databases.OpenInstallation();
        await db.ScheduledActions.Where(a => a.ItemId == appointment.ItemId && a.Kind == appointment.Kind && a.At == appointment.At).ExecuteDeleteAsync(ct);
    }
}
