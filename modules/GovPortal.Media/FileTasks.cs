using GovPortal.Core.Caching;
using GovPortal.Core.Publication;
using GovPortal.Core.Security;
using GovPortal.Core.Storage;
using GovPortal.Core.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace GovPortal.Media;

/// <summary>The three things done with files behind the scenes. Each may be done twice without harm.</summary>
internal sealed class FileTasks(PortalDbFactory databases, TenantDirectory directory, FileStore store, Pictures pictures, PageCache pages, PublicationLog log, AuditTrail audit, TimeProvider clock, ILogger<FileTasks> logger)
{
    public async Task DoAsync(Tenant tenant, FileWork work, CancellationToken ct)
    {
        await using var db = databases.OpenFor(tenant);
        if (await db.Files.SingleOrDefaultAsync(f => f.Id == work.FileId, ct) is not { } file)
        {
            return;
        }

        await (work.Task switch
        {
            FileTask.Render => RenderAsync(db, file, ct),
            FileTask.ReadText => ReadTextAsync(db, file, ct),
            _ => EraseAsync(db, tenant, file, ct),
        });
    }

    /// <summary>What could not be done in several attempts: the file stays as it is.</summary>
    public async Task GiveUpAsync(Tenant tenant, FileWork work, CancellationToken ct)
    {
        await using var db = databases.OpenFor(tenant);
        if (await db.Files.SingleOrDefaultAsync(f => f.Id == work.FileId, ct) is { } file)
        {
            file.Renditions ??= "";
            file.TextReading = file.TextReading == TextReading.Waiting ? TextReading.Unreadable : file.TextReading;
            await db.SaveChangesAsync(ct);
        }
    }

    private async Task RenderAsync(PortalDb db, StoredFile file, CancellationToken ct)
    {
        var bytes = await File.ReadAllBytesAsync(store.PathOf(file.Hash), ct);
        if (Pictures.SizeOf(bytes) is not var (width, height) || (long)width * height > MediaLimits.MostPixels)
        {
            file.Renditions = "";
            await db.SaveChangesAsync(ct);
            return;
        }

        var widths = Pictures.WidthsOf(width);
        foreach (var one in widths.Where(one => !File.Exists(store.RenditionPathOf(file.Hash, one, ".avif"))))
        {
            var (webP, avif) = await pictures.RenderAsync(bytes, one, ct);
            await store.WriteRenditionAsync(file.Hash, one, ".webp", webP, ct);

            // Last, for what is asked above is whether it is there.
            await store.WriteRenditionAsync(file.Hash, one, ".avif", avif, ct);
        }

        (file.Width, file.Height) = (width, height);
        file.Renditions = string.Join(' ', widths);
        await db.SaveChangesAsync(ct);
        pages.Evict(PageTag.Picture(file.TenantId, SiteFiles.PathOf(file)));
    }

    private async Task ReadTextAsync(PortalDb db, StoredFile file, CancellationToken ct)
    {
        var text = await Task.Run(() => Words(file), ct);
        file.TextReading = text switch { null => TextReading.Unreadable, "" => TextReading.IsScan, _ => TextReading.HasText };
        await db.FileTexts.Where(t => t.FileId == file.Id).ExecuteDeleteAsync(ct);
        if (!string.IsNullOrEmpty(text))
        {
            db.FileTexts.Add(new FileText { FileId = file.Id, TenantId = file.TenantId, Text = text });
        }

        await log.AppendFileReadAsync(db, file, clock.GetUtcNow(), ct);
    }

    /// <summary>Null for a file that is locked with a password or damaged; people may be able to read it all the same.</summary>
    private string? Words(StoredFile file)
    {
        try
        {
            return WordsOfFiles.Read(store.PathOf(file.Hash), file.MediaType);
        }
        catch (Exception fault) when (File.Exists(store.PathOf(file.Hash)))
        {
            logger.LogInformation(new EventId(1, "FileTextUnreadable"), fault, "No words could be read from the file {File} of site {Tenant}", file.Id, file.TenantId);
            return null;
        }
    }

    private async Task EraseAsync(PortalDb db, Tenant tenant, StoredFile file, CancellationToken ct)
    {
        if (file.DeletedAt is null)
        {
            return;
        }

        db.Files.Remove(file);
        audit.Note(db, tenant, "file.erase", file.Title, by: null, before: new { file.Name, file.Folder });
        await db.SaveChangesAsync(ct);
        await store.EraseAsync(file.Hash, () => IsNamedAsync(file.Hash, ct));
    }

    // Nobody may look into all sites' files at once, so each is asked; a file is erased seldom.
    private async Task<bool> IsNamedAsync(string hash, CancellationToken ct)
    {
        foreach (var tenant in directory.All)
        {
            await using var db = databases.OpenFor(tenant);
            if (await db.Files.AnyAsync(f => f.Hash == hash, ct))
            {
                return true;
            }
        }

        return false;
    }
}
