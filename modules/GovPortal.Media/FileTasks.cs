using GovPortal.Core.Caching;
using GovPortal.Core.Files;
using GovPortal.Core.Parsing;
using GovPortal.Core.Tenancy;
using GovPortal.Media.Parsing;
using GovPortal.Publishing.Files;
using GovPortal.Publishing.Publication;
using GovPortal.Storage;
using GovPortal.Storage.People;
using GovPortal.Storage.Tenancy;
using GovPortal.Web.Caching;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace GovPortal.Media;

/// <summary>The three things done with files behind the scenes. Each may be done twice without harm.</summary>
internal sealed class FileTasks(PortalDbFactory databases, TenantDirectory directory, FileStore store, Parser parser, PageCache pages, PublicationLog log, AuditTrail audit, TimeProvider clock, ILogger<FileTasks> logger)
{
    /// <returns>Why it could not be done this time; null when it is done.</returns>
    public async Task<ParserFault?> DoAsync(Tenant tenant, FileWork work, CancellationToken ct)
    {
        await using var db = databases.OpenFor(tenant);
        if (await db.Files.SingleOrDefaultAsync(f => f.Id == work.FileId, ct) is not { } file)
        {
            return null;
        }

        switch (work.Task)
        {
            case FileTask.Render:
                return await RenderAsync(db, file, ct);
            case FileTask.ReadText:
                return await ReadTextAsync(db, file, ct);
            default:
                await EraseAsync(db, tenant, file, ct);
                return null;
        }
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

    private async Task<ParserFault?> RenderAsync(PortalDb db, StoredFile file, CancellationToken ct)
    {
        if (await store.CheckAsync(file) is var state and not FileState.Sound)
        {
            throw new IOException($"The picture {file.Id} is {state}; it is taken up again when its bytes are uploaded once more.");
        }

        var made = new List<int>();
        foreach (var width in file.Width is { } known ? PictureWidths.Of(known) : [])
        {
            if (await store.HasRenditionAsync(file.Hash, width, ".webp") && await store.HasRenditionAsync(file.Hash, width, ".avif"))
            {
                made.Add(width);
            }
        }

        var result = await AskAsync(file, new ParserJob(ParserTask.Render, parser.TimeLimit.TotalSeconds) { Made = [.. made] }, ct);
        if (result is not { Answer: { } answer, Payloads: var payloads })
        {
            return result.Fault;
        }

        if (answer.Refusal is not null)
        {
            file.Renditions = "";
            await db.SaveChangesAsync(ct);
            return null;
        }

        var widths = PictureWidths.Of(answer.Width);
        foreach (var (at, width) in widths.Except(made).Index())
        {
            await store.WriteRenditionAsync(file.Hash, width, ".webp", payloads[2 * at], ct);
            await store.WriteRenditionAsync(file.Hash, width, ".avif", payloads[(2 * at) + 1], ct);
        }

        (file.Width, file.Height) = (answer.Width, answer.Height);
        file.Renditions = string.Join(' ', widths);
        await db.SaveChangesAsync(ct);
        pages.Evict(PageTag.Picture(file.TenantId, SiteFiles.PathOf(file)));
        return null;
    }

    private async Task<ParserFault?> ReadTextAsync(PortalDb db, StoredFile file, CancellationToken ct)
    {
        var result = await AskAsync(file, new ParserJob(ParserTask.ReadWords, parser.TimeLimit.TotalSeconds) { MediaType = file.MediaType }, ct);
        if (result.Answer is not { } answer)
        {
            return result.Fault;
        }

        // One that is locked with a password or damaged people may be able to read all the same.
        file.TextReading = answer.Words switch { null => TextReading.Unreadable, "" => TextReading.IsScan, _ => TextReading.HasText };
        await db.FileTexts.Where(t => t.FileId == file.Id).ExecuteDeleteAsync(ct);
        if (!string.IsNullOrEmpty(answer.Words))
        {
            db.FileTexts.Add(new FileText { FileId = file.Id, TenantId = file.TenantId, Text = answer.Words });
        }

        await log.AppendFileReadAsync(db, file, clock.GetUtcNow(), ct);
        return null;
    }

    private async Task<ParserResult<ParserAnswer>> AskAsync(StoredFile file, ParserJob job, CancellationToken ct)
    {
        await using var bytes = File.OpenRead(store.PathOf(file.Hash));
        var result = await parser.AskAsync(job, bytes, ct);
        if (result.Answer?.Detail is { } detail)
        {
            logger.LogInformation(new EventId(1, "FileUnreadable"), "{Task} could not read the file {File} of site {Tenant}: {Detail}", job.Task, file.Id, file.TenantId, detail);
        }

        return result;
    }

    private async Task EraseAsync(PortalDb db, Tenant tenant, StoredFile file, CancellationToken ct)
    {
        if (file.DeletedAt is null)
        {
            return;
        }

        db.Files.Remove(file);
        await db.FileWorks.Where(w => w.FileId == file.Id && w.Task != FileTask.Erase).ExecuteDeleteAsync(ct);
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
