using GovPortal.Core.Publication;
using GovPortal.Publishing.Content;
using GovPortal.Publishing.Files;
using GovPortal.Storage;
using GovPortal.Storage.Publication;
using Microsoft.EntityFrameworkCore;

namespace GovPortal.Publishing.Publication;

/// <summary>The ordered list of everything that went public: where entries are written, read, and readers woken.</summary>
public sealed class PublicationLog(PortalDbFactory databases) : IPublicationLog
{
    // Serialises writers on PostgreSQL from here to commit: positions then become visible in their order,
    // and a follower that has seen 7 will never find a late 6. Any constant unique in this database serves.
    private const long WritersLock = 0x676f76706f7274;

    // Numbers of items in one question.
    private const int TermsRenamedAtOnce = 500;

    private volatile TaskCompletionSource signal = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when something was published in this process after the call.</summary>
    public Task Published => signal.Task;

    /// <summary>Entries committed by this process, before whoever wrote them is answered: what must be true for the writer's next visit listens here.</summary>
    public event Action<IReadOnlyList<LogEntry>>? Appended;

    /// <summary>Wakes the followers of this process; called after the commit.</summary>
    public void Signal(IReadOnlyList<LogEntry> committed)
    {
        Appended?.Invoke(committed);
        Wake();
    }

    /// <summary>Wakes the followers of this process for what another one wrote.</summary>
    internal void Wake() =>
        Interlocked.Exchange(ref signal, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();

    public async Task<IReadOnlyList<LogEntry>> ReadAfterAsync(long position, int most, CancellationToken ct)
    {
        await using var db = databases.OpenInstallation();
        return await db.Log.AsNoTracking().Where(e => e.Position > position).OrderBy(e => e.Position).Take(most).ToListAsync(ct);
    }

    public async Task<long> LastPositionAsync(CancellationToken ct)
    {
        await using var db = databases.OpenInstallation();
        return await db.Log.MaxAsync(e => (long?)e.Position, ct) ?? 0;
    }

    /// <summary>Saves what is changed in the context together with an entry saying that the site changed, and wakes the followers.</summary>
    /// <param name="retell">Changes what items say of their categories and fields in the same transaction, and gives their numbers: each gets an entry of its own. Null where there are none.</param>
    /// <returns>Position of the site's entry.</returns>
    public async Task<long> AppendSiteChangeAsync(PortalDb db, TenantRow row, DateTimeOffset at, CancellationToken ct, Func<PortalDb, Task<IReadOnlyCollection<long>>>? retell = null)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await QueueWriterAsync(db, ct);
        await db.SaveChangesAsync(ct);
        var told = retell is null ? [] : await retell(db);
        var entry = new LogEntry { TenantId = row.Id, Type = "site", Act = PublicationAct.SiteChanged, At = at };
        db.Log.Add(entry);
        await db.SaveChangesAsync(ct);
        var items = new List<LogEntry>();
        foreach (var some in told.Chunk(TermsRenamedAtOnce))
        {
            items.AddRange(await (from item in db.Items
                                  where some.Contains(item.Id) && item.LiveVersion != null
                                  select new LogEntry { TenantId = item.TenantId, ItemId = item.Id, Type = item.Type, Act = PublicationAct.TermsRenamed, Version = item.LiveVersion!.Value, At = at }).ToListAsync(ct));
        }

        db.Log.AddRange(items);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        Signal([entry, .. items]);
        return entry.Position;
    }

    /// <summary>
    /// Saves what is changed in the context, the words of a file among it, together with an entry for each public item that links to the
    /// file. Whoever publishes at the same moment comes before, and is seen here, or after, and then the words are there to be found.
    /// </summary>
    public async Task AppendFileReadAsync(PortalDb db, StoredFile file, DateTimeOffset at, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await QueueWriterAsync(db, ct);
        await db.SaveChangesAsync(ct);
        var entries = await (from use in db.FileUses
                             where use.FileId == file.Id
                             join item in db.Items on new { Id = use.ItemId, Number = (int?)use.Version } equals new { item.Id, Number = item.LiveVersion }
                             where item.State == ContentState.Published
                             select new LogEntry { TenantId = item.TenantId, ItemId = item.Id, Type = item.Type, Act = PublicationAct.FileRead, Version = use.Version, At = at }).ToListAsync(ct);
        db.Log.AddRange(entries);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        if (entries.Count > 0)
        {
            Signal(entries);
        }
    }

    /// <summary>Must run inside the transaction of the change, before its entries are saved.</summary>
    internal static Task QueueWriterAsync(PortalDb db, CancellationToken ct) => db.QueueAsync(WritersLock, ct);
}
