using GovPortal.Core.Checking;
using GovPortal.Core.Configuration;
using GovPortal.Core.Files;
using GovPortal.Core.Publication;
using GovPortal.Publishing.Content;
using GovPortal.Publishing.Publication;
using GovPortal.Storage;
using GovPortal.Storage.Publication;
using Microsoft.EntityFrameworkCore;

namespace GovPortal.Publishing.Desk;

/// <content>How every act runs: rule, change, publication log and audit log in one transaction.</content>
public sealed partial class PublishingDesk
{
    /// <param name="revision">The revision the person saw; null when they decide about whatever is newest.</param>
    /// <param name="apply">Makes the change. The returned entry, if any, goes into the publication log.</param>
    private async Task<Refusal?> ActAsync(WorkflowAction act, long id, Guid? by, int? revision, Func<Acting, Task<Outcome>> apply, CancellationToken ct)
    {
        await using var db = databases.OpenFor(tenant);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await PublicationLog.QueueWriterAsync(db, ct);
        if (await db.Items.SingleOrDefaultAsync(i => i.Id == id, ct) is not { } item)
        {
            return new Refusal("content.save.gone");
        }

        if (revision is not null && revision != item.Revision)
        {
            return new Refusal("content.act.stale");
        }

        var known = await db.Cards.SingleOrDefaultAsync(c => c.ItemId == id, ct);
        if ((Workflow.Refuses(act, item, known) ?? (Workflow.Rules[act].NeedsAnother ? await FourEyes.RefuseAsync(db, tenant, item, known, by, ct) : null)) is { } refusal)
        {
            return refusal;
        }

        if (by is not null && act is WorkflowAction.Submit or WorkflowAction.Publish or WorkflowAction.PublishUrgently or WorkflowAction.Schedule && await PublishBlockerAsync(db, item, ct) is { } blocker)
        {
            return blocker;
        }

        var card = known ?? db.Cards.Add(new EditorialStatus { ItemId = id, TenantId = tenant.Id }).Entity;
        var (before, writer) = (StandingOf(item, card), card.SubmittedById);
        var outcome = await apply(new Acting(db, item, card));
        if (outcome.Refusal is not null)
        {
            return outcome.Refusal;
        }

        card.Changes++;
        if (known is null && card.IsBlank)
        {
            db.Entry(card).State = EntityState.Detached;
        }

        if (by is not null || act is WorkflowAction.GoLive or WorkflowAction.Expire)
        {
            // What imports and recipes do the publication log knows; the audit log is about people, and about what they set the clock for.
            audit.Note(db, tenant, AuditNameOf(act), item.Title, by, before, StandingOf(item, card) with { Reason = outcome.Reason }, id);
        }

        var entry = outcome.Act is { } shown ? new LogEntry { TenantId = tenant.Id, ItemId = id, Type = item.Type, Act = shown, Version = item.LiveVersion, At = item.UpdatedAt, ById = by } : null;
        if (entry is not null)
        {
            db.Log.Add(entry);
        }

        await letters.AddAsync(db, tenant, act, item, by, writer, outcome.Reason, ct);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new Refusal("content.act.stale");
        }

        await transaction.CommitAsync(ct);
        letters.Wake();
        if (entry is not null)
        {
            log.Signal([entry]);
        }

        return null;
    }

    /// <summary>Name of an act in the audit log and, after <c>audit.act.</c>, of its text.</summary>
    public static string AuditNameOf(WorkflowAction act) => "content." + act switch
    {
        WorkflowAction.TakeBack => "take-back",
        WorkflowAction.SendBack => "send-back",
        WorkflowAction.PublishUrgently => "publish-urgently",
        WorkflowAction.ApproveUrgent => "approve-urgent",
        WorkflowAction.SetDates => "set-dates",
        WorkflowAction.KeepAsTemplate => "keep-as-template",
        WorkflowAction.EndTemplate => "end-template",
        WorkflowAction.RevokePreviews => "revoke-previews",
        _ => act.ToString().ToLowerInvariant(),
    };

    /// <summary>What lets the newest version be a draft and go no further; what readers already have does not count.</summary>
    private async Task<Refusal?> PublishBlockerAsync(PortalDb db, ContentItem item, CancellationToken ct)
    {
        var type = types.Of(item.Type);
        var bodies = await db.Versions.Where(v => v.ItemId == item.Id && (v.Number == item.LatestVersion || v.Number == item.LiveVersion)).ToDictionaryAsync(v => v.Number, v => v.Body, ct);
        object? Of(int? number) => number is { } one && bodies.TryGetValue(one, out var body) ? BodyJson.Read(body, type.BodyType) : null;
        return type.PublishBlockersOf(Of(item.LatestVersion)!, Of(item.LiveVersion)) is [var first, ..] ? first with { Field = null } : null;
    }

    private static async Task SetAsync(PortalDb db, EditorialStatus card, ScheduledActionKind kind, DateTimeOffset? at, CancellationToken ct)
    {
        await DropAsync(db, card.ItemId, kind, ct);
        if (at is { } time)
        {
            db.ScheduledActions.Add(new ScheduledAction { ItemId = card.ItemId, TenantId = card.TenantId, Kind = kind, At = time });
        }
    }

    private static Task<int> DropAsync(PortalDb db, long id, ScheduledActionKind kind, CancellationToken ct) =>
        db.ScheduledActions.Where(a => a.ItemId == id && a.Kind == kind).ExecuteDeleteAsync(ct);

    /// <summary>Nothing waits for anybody any more.</summary>
    private static void Forget(EditorialStatus card)
    {
        card.Stage = DraftStage.Writing;
        card.SubmittedAt = card.GoesLiveAt = null;
        card.SubmittedById = card.ScheduledById = null;
        card.SentBackReason = card.ScheduledNote = null;
        card.Changes++;
    }

    private static ItemStandingAt StandingOf(ContentItem item, EditorialStatus card) => new(item.State.ToString(), card.Stage.ToString(), item.LatestVersion, item.LiveVersion, card.GoesLiveAt, card.ExpiresAt, card.ReviewOn);

    private sealed record Acting(PortalDb Db, ContentItem Item, EditorialStatus Card);

    private sealed record Outcome(PublicationAct? Act = null, Refusal? Refusal = null, string? Reason = null)
    {
        public static implicit operator Outcome(Refusal refusal) => new(Refusal: refusal);
    }

    private sealed record ItemStandingAt(string State, string Stage, int Version, int? LiveVersion, DateTimeOffset? GoesLiveAt, DateTimeOffset? ExpiresAt, DateOnly? ReviewOn)
    {
        public string? Reason { get; init; }
    }
}
