using GovPortal.Core.Files;
using GovPortal.Mail;
using GovPortal.Publishing.Desk;
using GovPortal.Publishing.Publication;
using GovPortal.Storage;
using GovPortal.Storage.Publication;
using GovPortal.Storage.Sqlite;
using GovPortal.Web.Pages;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace GovPortal.Host;

/// <summary>Whether the process lives, and whether everything it needs is sound, part by part.</summary>
internal static class Health
{
    // A part that does not answer by then counts as broken.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <exception cref="InvalidOperationException">A setting is out of its range.</exception>
    public static void AddHealth(this IServiceCollection services, IConfiguration settings)
    {
        services.AddSingleton(LeastFreeSpace.From(settings)).AddSingleton<KeysHealth>().AddSingleton<WarmUp>();
        services.AddHealthChecks()
            .AddCheck<LogPump>("followers", timeout: Patience)
            .AddCheck<ScheduledActionWorker>("appointments", timeout: Patience)
            .AddCheck<DatabaseCheck>("database", timeout: Patience)
            .AddCheck<OutboxSender>("mail", timeout: Patience)
            .AddCheck<DataFolderHealth>("data", timeout: Patience)
            .AddCheck<KeysHealth>("keys", timeout: Patience)
            .AddCheck<WarmUp>("start", timeout: Patience);
        var checking = services.Last(service => service.ServiceType == typeof(HealthCheckService)).ImplementationType!;
        services.AddSingleton<HealthCheckService>(s => new RememberedHealth((HealthCheckService)ActivatorUtilities.CreateInstance(s, checking), s.GetRequiredService<TimeProvider>(), s.GetRequiredService<ILogger<RememberedHealth>>()));
    }

    public static void UseHealth(this WebApplication app)
    {
        var data = app.Services.GetRequiredService<DataFolder>();
        app.Use((http, next) => IsHealth(http.Request.Path) && ReadOnlyAddress.Refuses(http) ? Task.CompletedTask : next(http));
        app.UseHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false });
        app.UseHealthChecks("/health/ready", new HealthCheckOptions
        {
            ResponseWriter = (http, report) => http.Response.WriteAsJsonAsync(new
            {
                status = report.Status.ToString(),
                parts = report.Entries.ToDictionary(e => e.Key, e => new { status = e.Value.Status.ToString(), description = PathsOutOfHealth.Of(e.Value.Description ?? e.Value.Exception?.Message, data) }),
            }),
        });
    }

    private static bool IsHealth(PathString path) => path == "/health/live" || path == "/health/ready";
}

/// <summary>Answers for a moment what was found last, so that asking often costs nothing. The log has each word that strangers are not told, once.</summary>
internal sealed class RememberedHealth(HealthCheckService inner, TimeProvider clock, ILogger<RememberedHealth> logger) : HealthCheckService, IDisposable
{
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(2);

    private readonly SemaphoreSlim gate = new(1);
    private HealthReport? found;
    private long foundAt;

    public override async Task<HealthReport> CheckHealthAsync(Func<HealthCheckRegistration, bool>? predicate, CancellationToken cancellationToken = default)
    {
        if (predicate is not null)
        {
            return await inner.CheckHealthAsync(predicate, cancellationToken);
        }

        await gate.WaitAsync(cancellationToken);
        try
        {
            if (found is null || clock.GetElapsedTime(foundAt) > Moment)
            {
                // Whoever asked may go away; others wait for the same answer.
                var before = found;
                found = await inner.CheckHealthAsync(predicate, CancellationToken.None);
                Tell(before, found);
                foundAt = clock.GetTimestamp();
            }

            return found;
        }
        finally
        {
            gate.Release();
        }
    }

    public void Dispose() => gate.Dispose();

    private void Tell(HealthReport? before, HealthReport now)
    {
        foreach (var (part, entry) in now.Entries.Where(one => one.Value.Status != HealthStatus.Healthy && (before is null || before.Entries[one.Key].Status != one.Value.Status)))
        {
            logger.Log(entry.Status == HealthStatus.Unhealthy ? LogLevel.Warning : LogLevel.Information, new EventId(1, "PartUnsound"), entry.Exception, "{Part} is {Status}: {Description}", part, entry.Status, entry.Description);
        }
    }
}
