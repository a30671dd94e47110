using GovPortal.Core.Checking;
using GovPortal.Core.Localization;
using GovPortal.Core.Tenancy;
using GovPortal.Core.Text;
using GovPortal.Publishing.Content;

namespace GovPortal.Publishing.Desk;

/// <content>What passes between writer and reviewer before anything is public.</content>
public sealed partial class PublishingDesk
{
    // When people are reminded of what they set a day for.
    private static readonly TimeOnly MorningAtTheDesk = new(7, 30);

    /// <summary>Hands the draft to those who may approve it.</summary>
    public Task<Refusal?> SubmitAsync(long id, Guid? by, CancellationToken ct) => ActAsync(WorkflowAction.Submit, id, by, revision: null, acting =>
    {
        Forget(acting.Card);
        (acting.Card.Stage, acting.Card.SubmittedAt, acting.Card.SubmittedById) = (DraftStage.Submitted, clock.GetUtcNow(), by);
        return Task.FromResult(new Outcome());
    }, ct);

    /// <summary>The writer changes their mind before anybody has decided.</summary>
    public Task<Refusal?> TakeBackAsync(long id, Guid? by, CancellationToken ct) => ActAsync(WorkflowAction.TakeBack, id, by, revision: null, acting =>
    {
        Forget(acting.Card);
        return Task.FromResult(new Outcome());
    }, ct);

    /// <summary>Gives the draft back to its writer, who is told why. An approved one that has not gone public yet is stopped.</summary>
    public Task<Refusal?> SendBackAsync(long id, string? reason, Guid? by, CancellationToken ct) => ActAsync(WorkflowAction.SendBack, id, by, revision: null, async acting =>
    {
        if (ReasonIn(reason) is not { } given)
        {
            return new Refusal("content.send-back.no-reason", "Reason");
        }

        await DropAsync(acting.Db, id, ScheduledActionKind.GoLive, ct);
        var (at, writer) = (acting.Card.SubmittedAt, acting.Card.SubmittedById);
        Forget(acting.Card);
        (acting.Card.Stage, acting.Card.SubmittedAt, acting.Card.SubmittedById, acting.Card.SentBackReason) = (DraftStage.SentBack, at, writer, given);
        Say(acting, given, by);
        return new Outcome(Reason: given);
    }, ct);

    /// <summary>Keeps a draft for others to begin from; it goes public no more until that ends.</summary>
    public Task<Refusal?> KeepAsTemplateAsync(long id, Guid? by, CancellationToken ct) => ActAsync(WorkflowAction.KeepAsTemplate, id, by, revision: null, acting =>
    {
        Forget(acting.Card);
        acting.Card.Stage = DraftStage.Template;
        return Task.FromResult(new Outcome());
    }, ct);

    public Task<Refusal?> EndTemplateAsync(long id, Guid? by, CancellationToken ct) => ActAsync(WorkflowAction.EndTemplate, id, by, revision: null, acting =>
    {
        Forget(acting.Card);
        return Task.FromResult(new Outcome());
    }, ct);

    /// <summary>Says something about the newest version, for the desk alone.</summary>
    public Task<Refusal?> RemarkAsync(long id, string? text, Guid? by, CancellationToken ct) => ActAsync(WorkflowAction.Remark, id, by, revision: null, acting =>
    {
        if (ReasonIn(text) is not { } given)
        {
            return Task.FromResult<Outcome>(new Refusal("content.remark.empty", "Remark"));
        }

        Say(acting, given, by);
        return Task.FromResult(new Outcome(Reason: given));
    }, ct);

    /// <summary>Sets when the item leaves the public, and when somebody is to look whether it still holds. Null means never.</summary>
    public Task<Refusal?> SetDatesAsync(long id, DateTimeOffset? expiresAt, DateOnly? reviewOn, Guid? by, CancellationToken ct) => ActAsync(WorkflowAction.SetDates, id, by, revision: null, async acting =>
    {
        if (expiresAt <= clock.GetUtcNow() && expiresAt != acting.Card.ExpiresAt)
        {
            return new Refusal("content.expire.past", "ExpiresAt");
        }

        if (expiresAt <= acting.Card.GoesLiveAt)
        {
            return new Refusal("content.expire.before-live", "ExpiresAt");
        }

        if (reviewOn < new TenantClock(tenant, clock).Today && reviewOn != acting.Card.ReviewOn)
        {
            return new Refusal("content.review.past", "ReviewOn");
        }

        (acting.Card.ExpiresAt, acting.Card.ReviewOn) = (expiresAt, reviewOn);
        await SetAsync(acting.Db, acting.Card, ScheduledActionKind.Expire, expiresAt, ct);
        await SetAsync(acting.Db, acting.Card, ScheduledActionKind.Review, reviewOn is { } day ? tenant.InstantOf(day.ToDateTime(MorningAtTheDesk)) : null, ct);
        return new Outcome();
    }, ct);

    /// <summary>Throws a draft away that was never public. It can be brought back for thirty days.</summary>
    public Task<Refusal?> DeleteAsync(long id, Guid? by, CancellationToken ct) => ActAsync(WorkflowAction.Delete, id, by, revision: null, async acting =>
    {
        Forget(acting.Card);
        acting.Item.State = ContentState.Deleted;
        acting.Card.DeletedAt = acting.Item.UpdatedAt = clock.GetUtcNow();
        await DropAsync(acting.Db, id, ScheduledActionKind.GoLive, ct);
        await SetAsync(acting.Db, acting.Card, ScheduledActionKind.Purge, acting.Card.DeletedAt + EditorialStatus.KeptAfterDeletion, ct);
        return new Outcome();
    }, ct);

    public Task<Refusal?> UndeleteAsync(long id, Guid? by, CancellationToken ct) => ActAsync(WorkflowAction.Undelete, id, by, revision: null, async acting =>
    {
        acting.Item.State = ContentState.Draft;
        acting.Item.UpdatedAt = clock.GetUtcNow();
        acting.Card.DeletedAt = null;
        await DropAsync(acting.Db, id, ScheduledActionKind.Purge, ct);
        return new Outcome();
    }, ct);

    /// <summary>Ends every link to a preview of the item that was given out until now.</summary>
    public Task<Refusal?> RevokePreviewsAsync(long id, Guid? by, CancellationToken ct) => ActAsync(WorkflowAction.RevokePreviews, id, by, revision: null, acting =>
    {
        // Links count in milliseconds.
        acting.Card.PreviewsFrom = DateTimeOffset.FromUnixTimeMilliseconds(clock.GetUtcNow().ToUnixTimeMilliseconds());
        return Task.FromResult(new Outcome());
    }, ct);

    private void Say(Acting acting, string text, Guid? by) =>
        acting.Db.Remarks.Add(new Remark { TenantId = tenant.Id, ItemId = acting.Item.Id, Version = acting.Item.LatestVersion, Text = text, At = clock.GetUtcNow(), ById = by });

    private static string? ReasonIn(string? text)
    {
        var given = VietnameseText.Normalize(text ?? "").Trim();
        return given.Length == 0 ? null : given.Length <= Remark.LongestText ? given : given[..Remark.LongestText];
    }
}
