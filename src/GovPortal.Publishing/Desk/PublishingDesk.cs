using GovPortal.Core.Checking;
using GovPortal.Core.Configuration;
using GovPortal.Core.Files;
using GovPortal.Core.Tenancy;
using GovPortal.Publishing.Content;
using GovPortal.Publishing.Files;
using GovPortal.Publishing.Publication;
using GovPortal.Storage;
using GovPortal.Storage.People;
using Microsoft.EntityFrameworkCore;

namespace GovPortal.Publishing.Desk;

/// <summary>The one life of a site's content, used by forms, commands and recipes alike. Here: writing drafts. What becomes of them stands in the parts beside.</summary>
public sealed partial class PublishingDesk(Tenant tenant, PortalDbFactory databases, ContentTypes types, PublicationLog log, AuditTrail audit, DeskLetters letters, IEnumerable<ILiveTextObserver> liveTexts, IEnumerable<IFirstSaveObserver> firstSaves, TimeProvider clock)
{
    /// <summary>Writes a new version; the public sees nothing of it until it is published.</summary>
    /// <param name="id">Null for a new item.</param>
    /// <param name="revision">The revision the editor started from; null for a new item.</param>
    /// <param name="slug">A wish for the address; null keeps the present one, or takes the type's own for a new item.</param>
    /// <param name="note">What readers are to be told of the correction; may be null.</param>
    /// <param name="form">Name of the form a new item was written in: in the same transaction it learns which item it became, so that after a crash it becomes no second one. Null for none.</param>
    public async Task<SaveResult> SaveDraftAsync(long? id, object body, int? revision, string? slug, Guid? by, CancellationToken ct, string? note = null, string? form = null)
    {
        var type = types.Of(body.GetType());
        if (type.Check(body) is { Count: > 0 } refusals)
        {
            return SaveResult.Refused(refusals);
        }

        await using var db = databases.OpenFor(tenant);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var item = id is null ? await NewItemAsync(db, type, body, slug, by, ct) : await db.Items.SingleOrDefaultAsync(i => i.Id == id, ct);
        if (item is null || item.Type != type.Name)
        {
            return SaveResult.Refused([new Refusal("content.save.gone")]);
        }

        if (id is not null && item.Revision != revision)
        {
            return SaveResult.Refused([new Refusal("content.save.stale")]);
        }

        if (Workflow.Refuses(WorkflowAction.Save, item, card: null) is { } refusal)
        {
            return SaveResult.Refused([refusal]);
        }

        var before = id is null ? null : new { item.Title, State = item.State.ToString(), Version = item.LatestVersion };
        AddVersion(db, item, type, body, slug, by, ReasonIn(note));
        await FileUses.NoteAsync(db, ct);
        if (item.State == ContentState.Draft)
        {
            ItemColumns.Fill(item, type.FactsOf(body), clock.GetUtcNow());
            await FollowTitleAsync(db, item, type.FactsOf(body), slug, ct);
        }

        await CancelScheduleAsync(db, item.Id, ct);
        if (by is not null)
        {
            audit.Note(db, tenant, AuditNameOf(WorkflowAction.Save), item.Title, by, before, new { type.FactsOf(body).Title, State = item.State.ToString(), Version = item.LatestVersion }, item.Id);
        }

        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            return SaveResult.Refused([new Refusal("content.save.stale")]);
        }

        if (id is null && form is not null)
        {
            foreach (var observer in firstSaves)
            {
                await observer.NoteAsync(db, form, by, item.Id, ct);
            }
        }

        await transaction.CommitAsync(ct);
        return new SaveResult(item.Id, item.Revision, []);
    }

    /// <summary>Makes an earlier version the newest draft. Nothing is lost: what it replaces stays a version too, and the public sees nothing of it yet.</summary>
    public async Task<SaveResult> RestoreAsync(long id, int number, int revision, Guid? by, CancellationToken ct)
    {
        object body;
        string? slug;
        await using (var db = databases.OpenFor(tenant))
        {
            if (await db.Items.AsNoTracking().SingleOrDefaultAsync(i => i.Id == id, ct) is not { } item
                || await db.Versions.AsNoTracking().SingleOrDefaultAsync(v => v.ItemId == id && v.Number == number, ct) is not { } version)
            {
                return SaveResult.Refused([new Refusal("content.save.gone")]);
            }

            if (number == item.LatestVersion)
            {
                return SaveResult.Refused([new Refusal("content.restore.newest")]);
            }

            (body, slug) = (BodyJson.Read(version.Body, types.Of(item.Type).BodyType), version.Slug);
        }

        return await SaveDraftAsync(id, body, revision, slug, by, ct);
    }

    /// <summary>Until readers know the address it follows the title, unless somebody wished for one.</summary>
    private static async Task FollowTitleAsync(PortalDb db, ContentItem item, ContentFacts facts, string? wish, CancellationToken ct)
    {
        if (item.LiveVersion is null && wish is null && !await db.Versions.AnyAsync(v => v.ItemId == item.Id && v.Slug != null, ct))
        {
            item.Slug = await Addresses.FreeSlugAsync(db, item.Type, facts.Slug, item.Id, ct);
        }
    }

    /// <summary>What was approved is no longer what would go public.</summary>
    private static async Task CancelScheduleAsync(PortalDb db, long id, CancellationToken ct)
    {
        if (await db.Cards.SingleOrDefaultAsync(c => c.ItemId == id && c.Stage == DraftStage.Scheduled, ct) is { } card)
        {
            Forget(card);
            await DropAsync(db, id, ScheduledActionKind.GoLive, ct);
        }
    }

    private async Task<ContentItem> NewItemAsync(PortalDb db, IContentType type, object body, string? slug, Guid? by, CancellationToken ct)
    {
        var facts = type.FactsOf(body);
        var item = new ContentItem
        {
            TenantId = tenant.Id,
            Type = type.Name,
            Slug = await Addresses.FreeSlugAsync(db, type.Name, slug ?? facts.Slug, 0, ct),
            Title = facts.Title,
            CreatedAt = clock.GetUtcNow(),
            OwnerId = by,
        };
        ItemColumns.Fill(item, facts, item.CreatedAt);
        db.Items.Add(item);
        await db.SaveChangesAsync(ct);
        return item;
    }

    private void AddVersion(PortalDb db, ContentItem item, IContentType type, object body, string? slug, Guid? by, string? note)
    {
        item.LatestVersion++;
        item.Revision++;
        item.UpdatedAt = clock.GetUtcNow();
        db.Versions.Add(new ContentVersion
        {
            TenantId = tenant.Id,
            ItemId = item.Id,
            Number = item.LatestVersion,
            Body = BodyJson.Write(body, type.BodyType),
            Slug = slug,
            CreatedAt = item.UpdatedAt,
            CreatedById = by,
            Note = note,
        });
    }
}

/// <summary>What became of a save: the item and its new revision, or why not.</summary>
public sealed record SaveResult(long Id, int Revision, IReadOnlyList<Refusal> Refusals)
{
    public bool IsSaved => Refusals.Count == 0;

    internal static SaveResult Refused(IReadOnlyList<Refusal> refusals) => new(0, 0, refusals);
}

/// <summary>The publishing desk of a site, for commands and recipes.</summary>
public delegate PublishingDesk PublishingDeskOf(Tenant tenant);
