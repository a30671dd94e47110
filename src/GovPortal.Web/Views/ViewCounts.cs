using System.Collections.Concurrent;
using GovPortal.Core.Tenancy;
using GovPortal.Core.Work;
using GovPortal.Storage;
using Microsoft.Extensions.Logging;

namespace GovPortal.Web.Views;

/// <summary>How often an item was read on a day. Nothing is known of who read it.</summary>
public sealed class ViewsOfDay : ISiteRow
{
    public int TenantId { get; set; }
    public long ItemId { get; set; }
    public DateOnly Day { get; set; }
    public long Views { get; set; }
}

/// <summary>Counts readings of one item's page since they were last written down.</summary>
internal sealed class ViewCounter(ViewCounts counts, int tenantId, long itemId)
{
    private long pending;

    public int TenantId => tenantId;

    public long ItemId => itemId;

    public void Add(long views)
    {
        if (Interlocked.Add(ref pending, views) == views)
        {
            counts.Expect(this);
        }
    }

    public long Take() => Interlocked.Exchange(ref pending, 0);
}

/// <summary>Writes down, twice a minute, how often items were read. Kept pages count by themselves: a reading costs one addition.</summary>
public sealed class ViewCounts(PortalDbFactory databases, TimeProvider clock, ILogger<ViewCounts> logger) : PollingWorker(clock, Pause)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    private readonly ConcurrentQueue<ViewCounter> waiting = new();

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        try
        {
            await SaveAsync(cancellationToken);
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            logger.LogWarning(new EventId(2, "ViewsLost"), fault, "The readings of the last seconds could not be written down");
        }
    }

    /// <summary>Writes down what was counted until now.</summary>
    public async Task SaveAsync(CancellationToken ct)
    {
        var taken = new List<(ViewCounter Counter, long Views)>();
        for (var left = waiting.Count; left > 0 && waiting.TryDequeue(out var counter); left--)
        {
            taken.Add((counter, counter.Take()));
        }

        if (taken.Count == 0)
        {
            return;
        }

        try
        {
            await WriteAsync([.. taken.GroupBy(t => (t.Counter.TenantId, t.Counter.ItemId)).Select(g => (g.Key.TenantId, g.Key.ItemId, g.Sum(t => t.Views)))], ct);
        }
        catch
        {
            foreach (var (counter, views) in taken)
            {
                counter.Add(views);
            }

            throw;
        }
    }

    internal ViewCounter Of(int tenantId, long itemId) => new(this, tenantId, itemId);

    internal void Expect(ViewCounter counter) => waiting.Enqueue(counter);

    protected override TimeSpan FirstPause => Pause;

    protected override Task RunAsync(CancellationToken ct) => SaveAsync(ct);

    // What was counted is counted still.
    protected override void LogFault(Exception fault) =>
        logger.LogWarning(new EventId(1, "ViewsNotSaved"), fault, "Readings could not be written down; it is tried again in {Seconds} s", PauseAfterFault.TotalSeconds);

    private async Task WriteAsync(IReadOnlyList<(int TenantId, long ItemId, long Views)> read, CancellationToken ct)
    {
        var day = DateOnly.FromDateTime(Clock.GetUtcNow().UtcDateTime);
        await using var db = databases.OpenInstallation();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        foreach (var (tenant, item, views) in read)
        {
            await ViewsTable.AddAsync(db, tenant, item, day, views, ct);
        }

        await transaction.CommitAsync(ct);
    }
}
