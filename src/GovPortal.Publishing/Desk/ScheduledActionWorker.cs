using GovPortal.Core.Checking;
using GovPortal.Core.Work;
using GovPortal.Publishing.Content;
using GovPortal.Storage;
using GovPortal.Storage.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;

namespace GovPortal.Publishing.Desk;

/// <summary>
/// Keeps the appointments of all sites: one question a second finds what is due, however many sites there are. What fell due while no
/// process ran is done at once after the start.
/// </summary>
public sealed class ScheduledActionWorker(PortalDbFactory databases, TenantDirectory directory, PublishingDeskOf deskOf, TimeProvider clock, ILogger<ScheduledActionWorker> logger)
    : PollingWorker(clock, TimeSpan.FromSeconds(1)), IHealthCheck
{
    private const int AtOnce = 50;

    private volatile string? fault;

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(fault is null ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded("Scheduled content is late and will be tried again: " + fault));

    protected override TimeSpan PauseAfterFault => TimeSpan.FromSeconds(15);

    protected override async Task RunAsync(CancellationToken ct)
    {
        if ((fault = await KeepDueAsync(ct)) is not null)
        {
            // One that cannot be kept is not tried every second.
            await Task.Delay(PauseAfterFault, Clock, ct);
        }
    }

    protected override void LogFault(Exception fault)
    {
        // Whatever it was, the appointments stand and the next round tries them again.
        logger.LogError(new EventId(1, "AppointmentsMissed"), fault, "Scheduled content could not be looked after; it is tried again in {Seconds} s", PauseAfterFault.TotalSeconds);
        this.fault = fault.Message;
    }

    /// <returns>What could not be kept; null when all was.</returns>
    private async Task<string?> KeepDueAsync(CancellationToken ct)
    {
        List<ScheduledAction> due;
        await using (var db = databases.OpenInstallation())
        {
            var now = Clock.GetUtcNow();
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
