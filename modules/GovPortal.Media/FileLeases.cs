using GovPortal.Publishing.Files;
using GovPortal.Storage;
using Microsoft.EntityFrameworkCore;

namespace GovPortal.Media;

/// <summary>
/// Who is at which work of the queue. A server takes work for two minutes and renews that while it is at it; what a dead server had taken is free
/// after that time, or as soon as a server starts on the same data folder. Each taking counts as a try before it begins.
/// </summary>
internal sealed class FileLeases(PortalDbFactory databases, ServerInstance server, TimeProvider clock)
{
    public const int MostAttempts = 3;

    public static readonly TimeSpan Length = TimeSpan.FromMinutes(2);

    /// <summary>Takes the oldest work that is due of the site after the one that had its turn; null when nothing is due, or somebody else was quicker.</summary>
    /// <param name="after">Id of the site whose turn it was last.</param>
    /// <param name="except">Sites that this server is at already.</param>
    public async Task<(FileWork? Work, bool IsAny)> TakeAsync(int after, IReadOnlyCollection<int> except, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using var db = databases.OpenInstallation();
        var work = await db.FileWorks.AsNoTracking().Where(w => w.SetAsideAt == null && w.DueAt <= now && (w.LeasedUntil == null || w.LeasedUntil <= now) && !except.Contains(w.TenantId))
            .OrderBy(w => w.TenantId > after ? 0 : 1).ThenBy(w => w.TenantId).ThenBy(w => w.DueAt).ThenBy(w => w.Id).FirstOrDefaultAsync(ct);
        if (work is null)
        {
            return (null, false);
        }

        // Every taking changes the number of attempts, and what is set aside is not taken: of two only one finds the row as it was.
        var isOurs = await db.FileWorks.Where(w => w.Id == work.Id && w.Attempts == work.Attempts && w.SetAsideAt == null && (w.LeasedUntil == null || w.LeasedUntil <= now))
            .ExecuteUpdateAsync(set => set.SetProperty(w => w.LeasedBy, server.Name).SetProperty(w => w.LeasedUntil, now + Length).SetProperty(w => w.Attempts, work.Attempts + 1), ct) == 1;
        work.Attempts++;
        return (isOurs ? work : null, true);
    }

    public async Task RenewAsync(FileWork work, CancellationToken ct)
    {
        var until = clock.GetUtcNow() + Length;
        await using var db = databases.OpenInstallation();
        await Mine(db, work).ExecuteUpdateAsync(set => set.SetProperty(w => w.LeasedUntil, until), ct);
    }

    public async Task DoneAsync(FileWork work, CancellationToken ct)
    {
        await using var db = databases.OpenInstallation();
        await Mine(db, work).ExecuteDeleteAsync(ct);
    }

    /// <summary>Gives work back that was not the file's fault: the server stops, or cannot work.</summary>
    public async Task GiveBackAsync(FileWork work, CancellationToken ct)
    {
        await using var db = databases.OpenInstallation();
        await Mine(db, work).ExecuteUpdateAsync(set => set.SetProperty(w => w.LeasedBy, (string?)null).SetProperty(w => w.LeasedUntil, (DateTimeOffset?)null).SetProperty(w => w.Attempts, work.Attempts - 1), ct);
    }

    /// <summary>Notes why a try failed, and when the next may be.</summary>
    public async Task FailedAsync(FileWork work, string fault, TimeSpan pause, CancellationToken ct)
    {
        var next = clock.GetUtcNow() + pause;
        await using var db = databases.OpenInstallation();
        await Mine(db, work).ExecuteUpdateAsync(set => set.SetProperty(w => w.LeasedBy, (string?)null).SetProperty(w => w.LeasedUntil, (DateTimeOffset?)null)
            .SetProperty(w => w.Fault, fault).SetProperty(w => w.DueAt, next), ct);
    }

    /// <summary>Is tried no more until somebody asks for it.</summary>
    public async Task SetAsideAsync(FileWork work, string fault, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using var db = databases.OpenInstallation();
        await Mine(db, work).ExecuteUpdateAsync(set => set.SetProperty(w => w.LeasedBy, (string?)null).SetProperty(w => w.LeasedUntil, (DateTimeOffset?)null)
            .SetProperty(w => w.Fault, fault).SetProperty(w => w.SetAsideAt, now), ct);
    }

    /// <summary>Frees what servers of this data folder had taken when they died. Their tries stay counted.</summary>
    public async Task FreeThoseOfTheDeadAsync(CancellationToken ct)
    {
        if (server.TakeDead() is { Count: > 0 } dead)
        {
            await using var db = databases.OpenInstallation();
            await db.FileWorks.Where(w => w.LeasedBy != null && dead.Contains(w.LeasedBy))
                .ExecuteUpdateAsync(set => set.SetProperty(w => w.LeasedBy, (string?)null).SetProperty(w => w.LeasedUntil, (DateTimeOffset?)null), ct);
        }
    }

    // Once a lease has run out the work may be another server's.
    private IQueryable<FileWork> Mine(PortalDb db, FileWork work) => db.FileWorks.Where(w => w.Id == work.Id && w.LeasedBy == server.Name && w.Attempts == work.Attempts);
}
