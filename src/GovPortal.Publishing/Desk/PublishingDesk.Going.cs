using System.Globalization;
using GovPortal.Core.Checking;
using GovPortal.Core.Configuration;
using GovPortal.Core.Files;
using GovPortal.Core.Publication;
using GovPortal.Core.Tenancy;
using GovPortal.Publishing.Content;
using Microsoft.EntityFrameworkCore;

namespace GovPortal.Publishing.Desk;

/// <content>What goes public, and what leaves.</content>
public sealed partial class PublishingDesk
{
    /// <summary>Makes the newest version public: a publication, or a correction of what is public already.</summary>
    /// <param name="note">What was corrected, for readers; may be null.</param>
    /// <param name="revision">The revision that was read and approved; null approves whatever is newest.</param>
    public Task<Refusal?> PublishAsync(long id, string? note, Guid? by, CancellationToken ct, int? revision = null) =>
        ActAsync(WorkflowAction.Publish, id, by, revision, async acting =>
        (RefusesDates(acting) ?? await RefusesDayAsync(acting, clock.GetUtcNow(), ct)) is { } refusal ? refusal : new Outcome(await GoPublicAsync(acting, note, by, ct)), ct);

    /// <summary>Makes public what one person alone decided, because it cannot wait. Stands on everybody's dashboard until another approves it.</summary>
    public Task<Refusal?> PublishUrgentlyAsync(long id, string? reason, Guid? by, CancellationToken ct) => ActAsync(WorkflowAction.PublishUrgently, id, by, revision: null, async acting =>
    {
        if (ReasonIn(reason) is not { } given)
        {
            return new Refusal("content.urgent.no-reason", "Reason");
        }

        if ((RefusesDates(acting) ?? await RefusesDayAsync(acting, clock.GetUtcNow(), ct)) is { } refusal)
        {
            return refusal;
        }

        // Of two hastes in a row, both wait.
        var since = acting.Card.UrgentAt is null ? acting.Item.LiveVersion ?? 0 : acting.Card.UrgentSince;
        var act = await GoPublicAsync(acting, note: null, by, ct);
        (acting.Card.UrgentAt, acting.Card.UrgentById, acting.Card.UrgentReason, acting.Card.UrgentSince) = (clock.GetUtcNow(), by, given, since);
        return new Outcome(act, Reason: given);
    }, ct);

    /// <summary>A second person approves afterwards what was published in an emergency.</summary>
    public Task<Refusal?> ApproveUrgentAsync(long id, Guid? by, CancellationToken ct) => ActAsync(WorkflowAction.ApproveUrgent, id, by, revision: null, acting =>
    {
        if (by is not null && by == acting.Card.UrgentById)
        {
            return Task.FromResult<Outcome>(new Refusal("content.urgent.same-person"));
        }

        Settle(acting.Card);
        return Task.FromResult(new Outcome());
    }, ct);

    /// <summary>Approves the newest version, which then goes public by itself.</summary>
    public Task<Refusal?> ScheduleAsync(long id, DateTimeOffset? at, string? note, Guid? by, CancellationToken ct, int? revision = null) => ActAsync(WorkflowAction.Schedule, id, by, revision, async acting =>
    {
        if (at is not { } time)
        {
            return new Refusal("content.schedule.no-time", "GoesLiveAt");
        }

        if (time <= clock.GetUtcNow())
        {
            return new Refusal("content.schedule.past", "GoesLiveAt");
        }

        if (acting.Card.ExpiresAt <= time)
        {
            return new Refusal("content.schedule.after-expiry", "GoesLiveAt");
        }

        if (await RefusesDayAsync(acting, time, ct) is { } refusal)
        {
            return refusal with { Field = "GoesLiveAt" };
        }

        var (submittedAt, writer) = (acting.Card.SubmittedAt, acting.Card.SubmittedById);
        Forget(acting.Card);
        (acting.Card.Stage, acting.Card.GoesLiveAt, acting.Card.ScheduledById, acting.Card.ScheduledNote) = (DraftStage.Scheduled, time, by, ReasonIn(note));
        (acting.Card.SubmittedAt, acting.Card.SubmittedById) = (submittedAt, writer);
        await SetAsync(acting.Db, acting.Card, ScheduledActionKind.GoLive, time, ct);
        return new Outcome();
    }, ct);

    public Task<Refusal?> UnscheduleAsync(long id, Guid? by, CancellationToken ct) => ActAsync(WorkflowAction.Unschedule, id, by, revision: null, async acting =>
    {
        Forget(acting.Card);
        await DropAsync(acting.Db, id, ScheduledActionKind.GoLive, ct);
        return new Outcome();
    }, ct);

    /// <summary>Takes a live item back; its address goes on answering with the notice.</summary>
    public Task<Refusal?> WithdrawAsync(long id, string? notice, Guid? by, CancellationToken ct) => ActAsync(WorkflowAction.Withdraw, id, by, revision: null, async acting =>
    {
        // A reader who followed a link must learn why the text is gone.
        if (ReasonIn(notice) is not { } given)
        {
            return new Refusal("content.withdraw.no-notice", "Notice");
        }

        await LeaveAsync(acting, ContentState.Withdrawn, ct);
        (acting.Item.WithdrawnNotice, acting.Item.WithdrawnAt) = (given, acting.Item.UpdatedAt);
        return new Outcome(PublicationAct.Withdrawn, Reason: given);
    }, ct);

    /// <summary>Takes an item out of lists and search whose time is over; its text stays at its address, marked as old.</summary>
    public Task<Refusal?> ArchiveAsync(long id, Guid? by, CancellationToken ct) => ActAsync(WorkflowAction.Archive, id, by, revision: null, async acting =>
    {
        await LeaveAsync(acting, ContentState.Archived, ct);
        return new Outcome(PublicationAct.Archived);
    }, ct);

    /// <summary>Does what an item was scheduled for. Refuses when that was changed meanwhile, or another process was first.</summary>
    internal Task<Refusal?> KeepAsync(ScheduledAction appointment, CancellationToken ct) => appointment.Kind switch
    {
        ScheduledActionKind.GoLive => GoLiveOnTimeAsync(appointment, ct),
        ScheduledActionKind.Expire => ActAsync(WorkflowAction.Expire, appointment.ItemId, by: null, revision: null, async acting =>
        {
            await LeaveAsync(acting, ContentState.Expired, ct);
            acting.Item.WithdrawnAt = acting.Item.UpdatedAt;
            return new Outcome(PublicationAct.Expired);
        }, ct),
        ScheduledActionKind.Review => RemindAsync(appointment.ItemId, ct),
        _ => PurgeAsync(appointment.ItemId, ct),
    };

    private async Task<Refusal?> RemindAsync(long id, CancellationToken ct)
    {
        await using var db = databases.OpenFor(tenant);
        if (await db.Items.SingleOrDefaultAsync(i => i.Id == id && i.State == ContentState.Published, ct) is not { } item || !await db.Cards.AnyAsync(c => c.ItemId == id && c.ReviewOn != null, ct))
        {
            return new Refusal("content.act.stale");
        }

        await letters.RemindAsync(db, tenant, item, ct);
        await db.SaveChangesAsync(ct);
        letters.Wake();
        return null;
    }

    private async Task<Refusal?> GoLiveOnTimeAsync(ScheduledAction appointment, CancellationToken ct)
    {
        Guid? approvedBy;
        await using (var db = databases.OpenFor(tenant))
        {
            approvedBy = await db.Cards.Where(c => c.ItemId == appointment.ItemId && c.Stage == DraftStage.Scheduled).Select(c => c.ScheduledById).SingleOrDefaultAsync(ct);
        }

        return await ActAsync(WorkflowAction.GoLive, appointment.ItemId, approvedBy, revision: null, async acting => new Outcome(await GoPublicAsync(acting, acting.Card.ScheduledNote, approvedBy, ct)), ct);
    }

    private async Task<Refusal?> PurgeAsync(long id, CancellationToken ct)
    {
        await using var db = databases.OpenFor(tenant);
        if (await db.Items.SingleOrDefaultAsync(i => i.Id == id && i.State == ContentState.Deleted, ct) is not { } item)
        {
            return new Refusal("content.act.wrong-state");
        }

        db.Items.Remove(item);
        audit.Note(db, tenant, AuditNameOf(WorkflowAction.Purge), item.Title, by: null, itemId: id);
        await db.SaveChangesAsync(ct);
        return null;
    }

    /// <summary>A day on which it was to leave that has passed while it waited; what had run out before goes on without one.</summary>
    private Refusal? RefusesDates(Acting acting) =>
        acting.Item.State != ContentState.Expired && acting.Card.ExpiresAt <= clock.GetUtcNow() ? new Refusal("content.publish.expired", "ExpiresAt") : null;

    /// <summary>What bears a day to come would stand first in lists before it: it goes public on that day or later.</summary>
    private async Task<Refusal?> RefusesDayAsync(Acting acting, DateTimeOffset at, CancellationToken ct)
    {
        var type = types.Of(acting.Item.Type);
        var body = await acting.Db.Versions.Where(v => v.ItemId == acting.Item.Id && v.Number == acting.Item.LatestVersion).Select(v => v.Body).SingleAsync(ct);
        return type.FactsOf(BodyJson.Read(body, type.BodyType)).SortOn is { } day && day > new TenantClock(tenant, clock).DayOf(at)
            ? new Refusal("content.publish.day-to-come", Value: day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture))
            : null;
    }

    private async Task<PublicationAct> GoPublicAsync(Acting acting, string? note, Guid? by, CancellationToken ct)
    {
        var (db, item, card) = acting;
        var type = types.Of(item.Type);
        var version = await db.Versions.SingleAsync(v => v.ItemId == item.Id && v.Number == item.LatestVersion, ct);
        if (version.Slug is { } wish && wish != item.Slug)
        {
            item.Slug = await Addresses.FreeSlugAsync(db, item.Type, wish, item.Id, ct);
        }

        var facts = type.FactsOf(BodyJson.Read(version.Body, type.BodyType)).On(tenant);
        var act = Workflow.ActOfPublishing(item.State);
        version.Note = ReasonIn(note) ?? version.Note;
        var now = clock.GetUtcNow();
        await GoLive.ApplyAsync(db, item, version, facts, act, now, publishedAt: null, ct);
        foreach (var observer in liveTexts)
        {
            await observer.NoteAsync(db, item.TenantId, [(item.Id, version.Body)], now, ct);
        }

        Forget(card);
        if (card.UrgentById != by)
        {
            // Who may publish it now has approved what was done in haste as well; but nobody their own.
            Settle(card);
        }

        await DropAsync(db, item.Id, ScheduledActionKind.GoLive, ct);
        if (card.ExpiresAt <= clock.GetUtcNow())
        {
            // Published again after it had run out: the old day no longer counts.
            card.ExpiresAt = null;
        }

        return act;
    }

    private async Task LeaveAsync(Acting acting, ContentState state, CancellationToken ct)
    {
        acting.Item.State = state;
        acting.Item.UpdatedAt = clock.GetUtcNow();
        acting.Item.Revision++;
        await acting.Db.Terms.Where(t => t.ItemId == acting.Item.Id).ExecuteDeleteAsync(ct);
        await DropAsync(acting.Db, acting.Item.Id, ScheduledActionKind.Expire, ct);
    }

    private static void Settle(EditorialStatus card)
    {
        (card.UrgentAt, card.UrgentReason, card.UrgentById, card.UrgentSince) = (null, null, null, 0);
    }
}
