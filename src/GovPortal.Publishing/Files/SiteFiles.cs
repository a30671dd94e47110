using System.Runtime.CompilerServices;
using GovPortal.Core.Files;
using GovPortal.Core.Tenancy;
using GovPortal.Publishing.Content;
using GovPortal.Storage;
using GovPortal.Storage.People;
using Microsoft.EntityFrameworkCore;

namespace GovPortal.Publishing.Files;

/// <summary>A site's files. Bytes lie once for all sites under their SHA-256; a row says which site shows them under which name.</summary>
public sealed class SiteFiles(Tenant tenant, PortalDbFactory databases, FileStore store, FileQueue queue, AuditTrail audit, TimeProvider clock)
{
    // Settings are immutable; what they show is read out of them once.
    private static readonly ConditionalWeakTable<TenantSettings, HashSet<string>> InSettings = [];

    private static readonly HashSet<string> Rendered = ["image/jpeg", "image/png", "image/webp", "image/avif"];
    private static readonly HashSet<string> Read = ["application/pdf", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"];

    /// <summary>Address of a stored file below its site's root.</summary>
    public static string PathOf(StoredFile file) => $"/tep/{file.Hash[..StoredFile.PrintLength]}/{Uri.EscapeDataString(file.Name)}";

    /// <summary>Keeps a file as it is. What people upload goes through <see cref="IUploads"/>, which looks at it first.</summary>
    public Task<StoredFile> StoreAsync(byte[] bytes, string name, string mediaType, CancellationToken ct) =>
        StoreAsync(bytes, new StoredFile { Hash = FileStore.HashOf(bytes), Name = name, Title = Path.GetFileNameWithoutExtension(name), MediaType = mediaType }, ct);

    /// <param name="wanted">The row as it shall stand; where the site has these bytes under this name already, that row is answered, restored if it was deleted.</param>
    public async Task<StoredFile> StoreAsync(byte[] bytes, StoredFile wanted, CancellationToken ct)
    {
        await using var db = databases.OpenFor(tenant);
        if (await db.Files.SingleOrDefaultAsync(f => f.Hash == wanted.Hash && f.Name == wanted.Name, ct) is { } known)
        {
            await store.WriteOnceAsync(known.Hash, bytes, ct);
            Note(db, known.DeletedAt is null ? null : "file.restore", known, wanted.CreatedById);
            await RestoreAsync(db, known, ct);
            await TakeUpAgainAsync(db, known, ct);
            return known;
        }

        await store.WriteOnceAsync(wanted.Hash, bytes, ct);
        (wanted.TenantId, wanted.Length, wanted.CreatedAt) = (tenant.Id, bytes.Length, clock.GetUtcNow());
        wanted.FoldWords();
        var task = TaskOf(wanted);
        wanted.Renditions = task == FileTask.Render ? null : "";
        wanted.TextReading = task == FileTask.ReadText ? TextReading.Waiting : TextReading.None;
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        db.Files.Add(wanted);
        Note(db, "file.upload", wanted, wanted.CreatedById);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException)
        {
            // Sent twice at once: whoever was first has stored it.
            await using var again = databases.OpenFor(tenant);
            if (await again.Files.SingleOrDefaultAsync(f => f.Hash == wanted.Hash && f.Name == wanted.Name, ct) is { } theirs)
            {
                return theirs;
            }

            throw;
        }

        if (task is { } todo)
        {
            db.FileWorks.Add(new FileWork { TenantId = tenant.Id, FileId = wanted.Id, Task = todo, DueAt = wanted.CreatedAt });
            await db.SaveChangesAsync(ct);
        }

        await transaction.CommitAsync(ct);

        // Somebody may have erased the last other file with these bytes since they were found to be there.
        await store.WriteOnceAsync(wanted.Hash, bytes, ct);
        queue.Wake();
        return wanted;
    }

    /// <summary>Has the widths of a picture made that are missing or damaged. Nothing is done for one that none could be made of, or that waits already.</summary>
    public async Task RequestRenditionsAsync(StoredFile picture, CancellationToken ct)
    {
        if (picture.Renditions is "")
        {
            return;
        }

        await using var db = databases.OpenFor(tenant);
        if (!await db.FileWorks.AnyAsync(w => w.FileId == picture.Id && w.Task == FileTask.Render, ct))
        {
            await AddWorkAsync(db, picture, FileTask.Render, ct);
        }
    }

    /// <summary>The file at an address; null for one that the site does not have or has deleted. Whether its bytes are sound the store says.</summary>
    public async Task<AddressedFile?> FindAsync(string print, string name, CancellationToken ct)
    {
        await using var db = databases.OpenFor(tenant);
        return await Addressed(db, db.Files.Where(f => f.Print == print && f.Name == name)).FirstOrDefaultAsync(ct);
    }

    /// <summary>Takes back a deletion.</summary>
    public static async Task RestoreAsync(PortalDb db, StoredFile file, CancellationToken ct)
    {
        if (file.DeletedAt is not null)
        {
            file.DeletedAt = null;
            await db.FileWorks.Where(w => w.FileId == file.Id && w.Task == FileTask.Erase).ExecuteDeleteAsync(ct);
            await db.SaveChangesAsync(ct);
        }
    }

    /// <summary>The picture a rendition's address speaks of; null for one that the site does not have or has deleted.</summary>
    /// <param name="stem">Its name without its ending.</param>
    public async Task<AddressedFile?> FindPictureAsync(string print, string stem, CancellationToken ct)
    {
        await using var db = databases.OpenFor(tenant);
        var pictures = await Addressed(db, db.Files.Where(f => f.Print == print && f.Width != null)).ToListAsync(ct);
        return pictures.FirstOrDefault(p => Path.GetFileNameWithoutExtension(p.File.Name) == stem);
    }

    /// <summary>Whether the site itself shows a file to everybody: in its banners, its menus, its marks.</summary>
    public bool IsInSettings(StoredFile file) => InSettings.GetValue(tenant.Settings, settings => FileUses.PrintsIn(BodyJson.Write(settings))).Contains(file.Print);

    /// <summary>Whether a version of an item shows a file.</summary>
    public async Task<bool> IsShownByAsync(StoredFile file, long itemId, int version, CancellationToken ct)
    {
        await using var db = databases.OpenFor(tenant);
        return await db.FileUses.AnyAsync(use => use.FileId == file.Id && use.ItemId == itemId && use.Version == version, ct);
    }

    private static IQueryable<AddressedFile> Addressed(PortalDb db, IQueryable<StoredFile> files) =>
        files.AsNoTracking().Where(f => f.DeletedAt == null).Select(f => new AddressedFile(f, db.Set<FileUse>().Any(use => use.FileId == f.Id
            && db.Set<ContentItem>().Any(item => item.Id == use.ItemId && item.LiveVersion == use.Version && (item.State == ContentState.Published || item.State == ContentState.Archived)))));

    // What recipes and imports lay in is no act of a person.
    private void Note(PortalDb db, string? act, StoredFile file, Guid? by)
    {
        if (act is not null && by is not null)
        {
            audit.Note(db, tenant, act, file.Title, by, after: new { file.Name, file.Folder });
        }
    }

    /// <summary>What could not be done while the bytes were damaged is tried again now that they came once more.</summary>
    private async Task TakeUpAgainAsync(PortalDb db, StoredFile file, CancellationToken ct)
    {
        if (TaskOf(file) is { } task && (file.Renditions is "" || file.TextReading == TextReading.Unreadable) && !await db.FileWorks.AnyAsync(w => w.FileId == file.Id && w.Task == task, ct))
        {
            file.Renditions = task == FileTask.Render ? null : "";
            file.TextReading = task == FileTask.ReadText ? TextReading.Waiting : TextReading.None;
            await AddWorkAsync(db, file, task, ct);
        }
    }

    private async Task AddWorkAsync(PortalDb db, StoredFile file, FileTask task, CancellationToken ct)
    {
        db.FileWorks.Add(new FileWork { TenantId = tenant.Id, FileId = file.Id, Task = task, DueAt = clock.GetUtcNow() });
        await db.SaveChangesAsync(ct);
        queue.Wake();
    }

    private static FileTask? TaskOf(StoredFile file) =>
        Rendered.Contains(file.MediaType) ? FileTask.Render : Read.Contains(file.MediaType) ? FileTask.ReadText : null;
}

/// <summary>A file as its address finds it.</summary>
/// <param name="IsInPublicText">Readers see it in an item, or can follow a link of it.</param>
public sealed record AddressedFile(StoredFile File, bool IsInPublicText);

/// <summary>The files of a site, for commands and recipes.</summary>
public delegate SiteFiles SiteFilesOf(Tenant tenant);
