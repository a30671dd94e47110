using GovPortal.Storage.Publication;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace GovPortal.Storage;

/// <summary>
/// Whether the database answers and is sound. Each question reads a row; pages that nobody has read for long are looked through at the
/// start and again and again, by SQLite's own check. PostgreSQL looks after its pages by itself.
/// </summary>
public sealed class DatabaseCheck(PortalDbFactory databases, TimeProvider clock, ILogger<DatabaseCheck> logger) : BackgroundService, IHealthCheck
{
    // How many faults are named; there may be thousands.
    private const int MostFaults = 3;

    // What looking through the database may take of one core: a two-hundredth.
    private const int PauseForEach = 200;

    private static readonly TimeSpan ShortestPause = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan LongestPause = TimeSpan.FromDays(1);

    private volatile string? fault;

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await using var db = databases.OpenInstallation();
        try
        {
            await db.Log.OrderByDescending(entry => entry.Position).Select(entry => entry.Position).FirstOrDefaultAsync(cancellationToken);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            return HealthCheckResult.Unhealthy($"The database does not answer: {failure.GetBaseException().Message}");
        }

        return fault is { } known ? HealthCheckResult.Unhealthy($"The database is damaged; restore it from a backup: {known}") : HealthCheckResult.Healthy();
    }

    /// <summary>Looks through the whole database now.</summary>
    /// <returns>What is damaged; null when nothing is.</returns>
    public async Task<string?> LookThroughAsync(CancellationToken ct)
    {
        await using var db = databases.OpenInstallation();
        if (db.Kind != DatabaseKind.Sqlite)
        {
            return null;
        }

        var faults = new List<string>();
        try
        {
            await db.Database.OpenConnectionAsync(ct);
            await using var command = db.Database.GetDbConnection().CreateCommand();
            (command.CommandText, command.CommandTimeout) = ($"PRAGMA quick_check({MostFaults})", 0);
            await using var rows = await command.ExecuteReaderAsync(ct);
            while (await rows.ReadAsync(ct))
            {
                faults.Add(rows.GetString(0));
            }
        }
        catch (SqliteException failure)
        {
            faults.Add(failure.Message);
        }

        return faults is ["ok"] ? null : string.Join("; ", faults);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var started = clock.GetTimestamp();

            // SQLite does not give its thread back while it reads.
            var found = await Task.Run(() => LookThroughAsync(stoppingToken), stoppingToken);
            if (found is not null && fault is null)
            {
                logger.LogError(new EventId(1, "DatabaseDamaged"), "The database is damaged; restore it from a backup: {Fault}", found);
            }

            fault = found;
            var pause = clock.GetElapsedTime(started) * PauseForEach;
            await Task.WhenAny(Task.Delay(pause < ShortestPause ? ShortestPause : pause > LongestPause ? LongestPause : pause, clock, stoppingToken));
        }
    }
}
