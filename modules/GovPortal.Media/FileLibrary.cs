using GovPortal.Core.Caching;
using GovPortal.Core.Checking;
using GovPortal.Core.Files;
using GovPortal.Core.Tenancy;
using GovPortal.Core.Text;
using GovPortal.Publishing.Content;
using GovPortal.Publishing.Files;
using GovPortal.Storage;
using GovPortal.Storage.People;
using GovPortal.Web.Caching;
using Microsoft.EntityFrameworkCore;

namespace GovPortal.Media;

/// <summary>The files of the visited site as its editors find, describe, delete and restore them.</summary>
public sealed class FileLibrary(Tenant tenant, SiteFiles siteFiles, PortalDbFactory databases, FileStore store, FileQueue queue, PageCache pages, AuditTrail audit, TimeProvider clock)
{
    public const int PageSize = 48;

    /// <summary>How long a deleted file can be restored.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromDays(30);

    public async Task<(int Total, IReadOnlyList<StoredFile> Files)> ListAsync(FileQuery query, CancellationToken ct)
    {
        await using var db = databases.OpenFor(tenant);
        var files = db.Files.AsNoTracking().Where(f => (f.DeletedAt != null) == query.IsDeleted);
        files = query.ArePictures switch { true => files.Where(f => f.MediaType.StartsWith("image/")), false => files.Where(f => !f.MediaType.StartsWith("image/")), null => files };
        files = string.IsNullOrEmpty(query.Folder) ? files : files.Where(f => f.Folder == query.Folder);
        files = query.LacksWords ? files.Where(f => f.MediaType.StartsWith("image/") && f.Alt == null) : files;
        foreach (var word in VietnameseText.Fold(VietnameseText.NormalizeLine(query.Words ?? "")).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            files = files.Where(f => f.Words.Contains(word));
        }

        var ordered = query.Order switch
        {
            FileOrder.Oldest => files.OrderBy(f => f.CreatedAt).ThenBy(f => f.Id),
            FileOrder.Name => files.OrderBy(f => f.Words).ThenBy(f => f.Id),
            FileOrder.Largest => files.OrderByDescending(f => f.Length).ThenBy(f => f.Id),
            _ => files.OrderByDescending(f => f.CreatedAt).ThenByDescending(f => f.Id),
        };
        var shown = await ordered.Skip((query.Page - 1) * query.Size).Take(query.Size).ToListAsync(ct);
        return (await files.CountAsync(ct), shown);
    }

    public async Task<IReadOnlyList<string>> FoldersAsync(CancellationToken ct)
    {
        await using var db = databases.OpenFor(tenant);
        var folders = await db.Files.Where(f => f.Folder != null && f.DeletedAt == null).Select(f => f.Folder!).Distinct().ToListAsync(ct);
        return [.. folders.Order(VietnameseText.Comparer)];
    }

    /// <summary>Bytes of all files, those that can still be restored too.</summary>
    public async Task<long> UsedAsync(CancellationToken ct)
    {
        await using var db = databases.OpenFor(tenant);
        return await db.Files.SumAsync(f => f.Length, ct);
    }

    /// <summary>What is known of a file's bytes without reading them.</summary>
    public FileState StateOf(StoredFile file) => store.Look(file);

    /// <summary>A file with what is known of it; null when the site has no such file.</summary>
    public async Task<FileCard?> FindAsync(long id, CancellationToken ct)
    {
        await using var db = databases.OpenFor(tenant);
        if (await db.Files.AsNoTracking().SingleOrDefaultAsync(f => f.Id == id, ct) is not { } file)
        {
            return null;
        }

        var by = file.CreatedById is { } person ? await db.Users.Where(p => p.Id == person).Select(p => p.Name).SingleOrDefaultAsync(ct) : null;
        var aside = await db.FileWorks.AsNoTracking().OrderBy(w => w.Id).FirstOrDefaultAsync(w => w.FileId == id && w.SetAsideAt != null, ct);
        return new FileCard(file, by, await UsesAsync(db, file, ct), siteFiles.IsInSettings(file))
        {
            State = await store.CheckAsync(file),
            SetAside = aside,
            IsInBanners = tenant.Settings.HomeBanners.Any(banner => banner.Picture.StartsWith($"/tep/{file.Print}/", StringComparison.Ordinal)),
        };
    }

    /// <param name="seen">Print of what was said of the file when the notes were begun; others may have written meanwhile.</param>
    /// <returns>Why not; null when it was done.</returns>
    public async Task<Refusal?> DescribeAsync(long id, FileNotes notes, string? seen, Guid? by, CancellationToken ct)
    {
        if (notes.Check() is { } refusal)
        {
            return refusal;
        }

        await using var db = databases.OpenFor(tenant);
        var file = await db.Files.SingleAsync(f => f.Id == id, ct);
        var before = FileNotes.Of(file);
        if (notes == before)
        {
            return null;
        }

        if (before.Print != seen)
        {
            return new Refusal("media.save.stale");
        }

        (file.Title, file.Alt, file.Caption, file.Credit, file.Folder, file.FocusX, file.FocusY) = (notes.Title, notes.Alt, notes.Caption, notes.Credit, notes.Folder, notes.FocusX, notes.FocusY);
        file.FoldWords();
        audit.Note(db, tenant, "file.describe", file.Title, by, before, notes);
        await db.SaveChangesAsync(ct);
        if ((before.FocusX, before.FocusY, before.Caption, before.Credit) != (notes.FocusX, notes.FocusY, notes.Caption, notes.Credit))
        {
            pages.Evict(PageTag.Picture(tenant.Id, SiteFiles.PathOf(file)));
        }

        return null;
    }

    /// <summary>Takes a file out of the library and off its address; refused while something shows it.</summary>
    public async Task<Refusal?> DeleteAsync(long id, Guid? by, CancellationToken ct)
    {
        await using var db = databases.OpenFor(tenant);
        var file = await db.Files.SingleAsync(f => f.Id == id, ct);
        if (file.DeletedAt is not null)
        {
            return null;
        }

        var uses = await UsesAsync(db, file, ct);
        if (uses.Any(use => use.Hinders) || siteFiles.IsInSettings(file))
        {
            return new Refusal("media.delete.used", null, file.Title);
        }

        file.DeletedAt = clock.GetUtcNow();
        audit.Note(db, tenant, "file.delete", file.Title, by, before: new { file.Name, file.Folder });
        db.FileWorks.Add(new FileWork { TenantId = tenant.Id, FileId = id, Task = FileTask.Erase, DueAt = file.DeletedAt.Value + Grace });
        await db.SaveChangesAsync(ct);
        queue.Wake();
        return null;
    }

    public async Task RestoreAsync(long id, Guid? by, CancellationToken ct)
    {
        await using var db = databases.OpenFor(tenant);
        var file = await db.Files.SingleAsync(f => f.Id == id, ct);
        if (file.DeletedAt is not null)
        {
            audit.Note(db, tenant, "file.restore", file.Title, by, after: new { file.Name, file.Folder });
            await SiteFiles.RestoreAsync(db, file, ct);
        }
    }

    /// <summary>Which of the files could not be processed and wait for somebody to look at them.</summary>
    public async Task<IReadOnlySet<long>> SetAsideAsync(IEnumerable<StoredFile> files, CancellationToken ct)
    {
        var ids = files.Select(f => f.Id).ToArray();
        await using var db = databases.OpenFor(tenant);
        return await db.FileWorks.Where(w => w.SetAsideAt != null && ids.Contains(w.FileId)).Select(w => w.FileId).ToHashSetAsync(ct);
    }

    /// <summary>Has what was set aside tried anew, as if it never had been.</summary>
    public async Task RetryAsync(long id, Guid? by, CancellationToken ct)
    {
        await using var db = databases.OpenFor(tenant);
        var file = await db.Files.SingleAsync(f => f.Id == id, ct);
        foreach (var work in await db.FileWorks.Where(w => w.FileId == id && w.SetAsideAt != null).ToListAsync(ct))
        {
            (work.SetAsideAt, work.Fault, work.Attempts, work.DueAt) = (null, null, 0, clock.GetUtcNow());
            file.TextReading = work.Task == FileTask.ReadText ? TextReading.Waiting : file.TextReading;
            file.Renditions = work.Task == FileTask.Render ? null : file.Renditions;
            audit.Note(db, tenant, "file.retry", file.Title, by, after: new { file.Name, file.Folder });
        }

        await db.SaveChangesAsync(ct);
        queue.Wake();
    }

    private static async Task<IReadOnlyList<UseOfFile>> UsesAsync(PortalDb db, StoredFile file, CancellationToken ct)
    {
        // The same bytes under another name answer at an address of their own, and are told apart by name only.
        var rows = await (from use in db.FileUses
                          where use.FileId == file.Id
                          join item in db.Items.AsNoTracking() on use.ItemId equals item.Id
                          select new { item.Id, item.Type, item.Title, item.State, item.LiveVersion, item.LatestVersion, use.Version }).ToListAsync(ct);
        return [.. rows.GroupBy(r => r.Id).Select(item => new UseOfFile(item.Key, item.First().Type, item.First().Title,
            item.Any(r => r.Version == r.LiveVersion), item.First().State is ContentState.Published or ContentState.Archived, item.Any(r => r.Version == r.LatestVersion)))
            .OrderByDescending(use => use.Hinders).ThenBy(use => use.Title, VietnameseText.Comparer)];
    }
}

/// <summary>A file as its page shows it.</summary>
/// <param name="By">Name of who uploaded it.</param>
/// <param name="IsInSettings">The site itself shows it, for example as its banner.</param>
public sealed record FileCard(StoredFile File, string? By, IReadOnlyList<UseOfFile> Uses, bool IsInSettings)
{
    /// <summary>What could not be done with it in several tries.</summary>
    public FileWork? SetAside { get; init; }

    /// <summary>Whether its bytes are what was stored.</summary>
    public FileState State { get; init; }

    /// <summary>One of the banners of the home page does.</summary>
    public bool IsInBanners { get; init; }

    public bool IsUsed => IsInSettings || Uses.Any(use => use.Hinders);
}

/// <summary>An item that shows a file or links to it.</summary>
/// <param name="IsInLive">The version that is or was last public does.</param>
/// <param name="IsPublic">The item is public now.</param>
/// <param name="IsInNewest">The newest version does.</param>
public sealed record UseOfFile(long ItemId, string Type, string Title, bool IsInLive, bool IsPublic, bool IsInNewest)
{
    /// <summary>The file must stay. Earlier versions alone do not hold it.</summary>
    public bool Hinders => IsInLive || IsInNewest;

    /// <summary>Key of the word for it.</summary>
    public string Standing => IsInLive && IsPublic ? "media.use.public" : Hinders ? "media.use.draft" : "media.use.earlier";
}
