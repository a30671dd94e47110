using GovPortal.Core.Tenancy;
using GovPortal.Publishing.Content;
using GovPortal.Publishing.Files;
using GovPortal.Storage;
using Microsoft.EntityFrameworkCore;

namespace GovPortal.Publishing.Transfer;

/// <summary>What is to be done for a site that was taken in: its pictures made in the widths pages ask for, its addresses outside looked after.</summary>
/// <param name="db">Opened for the site.</param>
internal sealed class ImportedWork(PortalDb db, Tenant tenant, IEnumerable<ILiveTextObserver> observers, TimeProvider clock)
{
    /// <param name="added">Hashes of files whose bytes were not here before.</param>
    public async Task AddAsync(IReadOnlyCollection<string> added, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var isNew = added.ToHashSet(StringComparer.Ordinal);
        var files = await db.Files.AsNoTracking().Where(file => file.Renditions != "" || file.TextReading == TextReading.Waiting || file.DeletedAt != null)
            .Select(file => new { file.Id, file.Hash, file.Renditions, file.TextReading, file.DeletedAt }).ToListAsync(ct);
        foreach (var file in files)
        {
            if (file.Renditions != "" && (file.Renditions is null || isNew.Contains(file.Hash)))
            {
                Add(file.Id, FileTask.Render, now);
            }

            if (file.TextReading == TextReading.Waiting)
            {
                Add(file.Id, FileTask.ReadText, now);
            }

            if (file.DeletedAt is { } deletedAt)
            {
                Add(file.Id, FileTask.Erase, deletedAt + EditorialStatus.KeptAfterDeletion);
            }
        }

        foreach (var observer in observers)
        {
            await observer.TakenInAsync(db, now, ct);
        }
    }

    private void Add(long file, FileTask task, DateTimeOffset dueAt) => db.FileWorks.Add(new FileWork { TenantId = tenant.Id, FileId = file, Task = task, DueAt = dueAt });
}
