using Microsoft.Extensions.Hosting;

namespace GovPortal.Core.Work;

/// <summary>
/// Looks again and again for what is due: at once when woken, else after a pause that differs a little each time, so that servers
/// started together do not ask together. Whatever a round meets is logged, and the next one tries again: what is due stands in the database.
/// </summary>
/// <param name="pause">Between two rounds.</param>
public abstract class PollingWorker(TimeProvider clock, TimeSpan pause) : BackgroundService
{
    // Of a pause, to either side.
    private const double Jitter = 0.1;

    protected TimeProvider Clock => clock;

    /// <summary>How long it waits before it looks for the first time.</summary>
    protected virtual TimeSpan FirstPause => TimeSpan.Zero;

    /// <summary>After a round that failed.</summary>
    protected virtual TimeSpan PauseAfterFault => TimeSpan.FromSeconds(30);

    /// <summary>Asked before each round: a task that ends as soon as there may be something to do.</summary>
    protected virtual Task Woken => Task.Delay(Timeout.InfiniteTimeSpan, CancellationToken.None);

    /// <summary>One round: does all that is due.</summary>
    protected abstract Task RunAsync(CancellationToken ct);

    /// <summary>Says in the log what a round met.</summary>
    protected abstract void LogFault(Exception fault);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await WaitAsync(FirstPause, stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            var (woken, next) = (Woken, pause);
            try
            {
                await RunAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault)
            {
                LogFault(fault);
                (woken, next) = (Task.Delay(Timeout.InfiniteTimeSpan, CancellationToken.None), PauseAfterFault);
            }

            await Task.WhenAny(woken, WaitAsync(next, stoppingToken));
        }
    }

    /// <summary>Ends early, and without an exception, when the server stops.</summary>
    private Task<Task> WaitAsync(TimeSpan about, CancellationToken ct) =>
        Task.WhenAny(Task.Delay(about * (1 - Jitter + (2 * Jitter * Random.Shared.NextDouble())), clock, ct));
}
