using GovPortal.Core.Checking;
using GovPortal.Core.Publication;
using GovPortal.Core.Security;

namespace GovPortal.Publishing.Content;

/// <summary>What can be done to an item at the desk.</summary>
public enum WorkflowAction
{
    Save,
    Submit,
    TakeBack,
    SendBack,
    Publish,
    PublishUrgently,
    ApproveUrgent,
    Schedule,
    Unschedule,

    /// <summary>What was scheduled goes public at its time.</summary>
    GoLive,
    Withdraw,
    Expire,
    Archive,
    SetDates,

    /// <summary>Every link to a preview that was given out ends.</summary>
    RevokePreviews,
    Remark,
    Delete,
    Undelete,

    /// <summary>A deleted draft is gone for good.</summary>
    Purge,

    /// <summary>A draft becomes what others begin from.</summary>
    KeepAsTemplate,

    /// <summary>What others began from is a draft again.</summary>
    EndTemplate,
}

/// <summary>A line of the transition table: who may do it, from where.</summary>
/// <param name="Permission">Name of the permission it asks for.</param>
/// <param name="States">Where the item must stand.</param>
/// <param name="Stages">How far its draft must have come; null for any.</param>
public sealed record DeskRule(string Permission, IReadOnlySet<ContentState> States, IReadOnlySet<DraftStage>? Stages = null)
{
    /// <summary>True when something must wait that the public does not see yet.</summary>
    public bool NeedsDraft { get; init; }

    /// <summary>True when whoever wrote the draft may not do it.</summary>
    public bool NeedsAnother { get; init; }

    /// <summary>Name of the permission it asks for where readers see what comes of it at once.</summary>
    public string LivePermission { get; init; } = Permission;

    /// <summary>Name of the permission it asks for on an item that stands so.</summary>
    public string PermissionIn(ContentState state) => state is ContentState.Published or ContentState.Archived ? LivePermission : Permission;
}

/// <summary>The transition table: the only place that knows which act is allowed in which state, and by whom.</summary>
public static class Workflow
{
    private static readonly HashSet<ContentState> Standing = [ContentState.Draft, ContentState.Published, ContentState.Withdrawn, ContentState.Expired, ContentState.Archived];

    private static readonly HashSet<DraftStage> OnTheWay = [DraftStage.Writing, DraftStage.Submitted, DraftStage.SentBack, DraftStage.Scheduled];

    public static readonly IReadOnlyDictionary<WorkflowAction, DeskRule> Rules = new Dictionary<WorkflowAction, DeskRule>
    {
        [WorkflowAction.Save] = new(Permission.Write, Standing),
        [WorkflowAction.Submit] = new(Permission.Write, Standing, Of(DraftStage.Writing, DraftStage.SentBack)) { NeedsDraft = true },
        [WorkflowAction.TakeBack] = new(Permission.Write, Standing, Of(DraftStage.Submitted)),
        [WorkflowAction.SendBack] = new(Permission.Review, Standing, Of(DraftStage.Submitted, DraftStage.Scheduled)),
        [WorkflowAction.Publish] = new(Permission.Publish, Standing, OnTheWay) { NeedsDraft = true, NeedsAnother = true },
        [WorkflowAction.PublishUrgently] = new(Permission.Publish, Standing, OnTheWay) { NeedsDraft = true },
        [WorkflowAction.ApproveUrgent] = new(Permission.Publish, Of(ContentState.Published, ContentState.Withdrawn, ContentState.Expired, ContentState.Archived)) { NeedsAnother = true },
        [WorkflowAction.Schedule] = new(Permission.Publish, Standing, OnTheWay) { NeedsDraft = true, NeedsAnother = true },
        [WorkflowAction.Unschedule] = new(Permission.Publish, Standing, Of(DraftStage.Scheduled)),
        [WorkflowAction.GoLive] = new(Permission.Publish, Standing, Of(DraftStage.Scheduled)) { NeedsDraft = true },
        [WorkflowAction.Withdraw] = new(Permission.Publish, Of(ContentState.Published, ContentState.Archived)),
        [WorkflowAction.Expire] = new(Permission.Publish, Of(ContentState.Published)),
        [WorkflowAction.Archive] = new(Permission.Publish, Of(ContentState.Published)),
        [WorkflowAction.SetDates] = new(Permission.Write, Standing) { LivePermission = Permission.Publish },
        [WorkflowAction.RevokePreviews] = new(Permission.Write, Standing),
        [WorkflowAction.Remark] = new(Permission.Write, Standing),
        [WorkflowAction.Delete] = new(Permission.Write, Of(ContentState.Draft), OnTheWay),
        [WorkflowAction.Purge] = new(Permission.Publish, Of(ContentState.Deleted)),
        [WorkflowAction.Undelete] = new(Permission.Write, Of(ContentState.Deleted)),
        [WorkflowAction.KeepAsTemplate] = new(Permission.ManageSite, Of(ContentState.Draft), Of(DraftStage.Writing, DraftStage.SentBack)),
        [WorkflowAction.EndTemplate] = new(Permission.ManageSite, Of(ContentState.Draft), Of(DraftStage.Template)),
    };

    /// <summary>Publishing a live item again is a correction; publishing any other makes it public anew.</summary>
    public static PublicationAct ActOfPublishing(ContentState state) =>
        state == ContentState.Published ? PublicationAct.Corrected : PublicationAct.Published;

    /// <summary>Why the act is not possible now, whoever asks; null when it is.</summary>
    public static Refusal? Refuses(WorkflowAction act, ContentItem item, EditorialStatus? card)
    {
        var rule = Rules[act];
        if (!rule.States.Contains(item.State))
        {
            return new Refusal(act == WorkflowAction.Withdraw ? "content.withdraw.not-live" : "content.act.wrong-state");
        }

        if (rule.NeedsDraft && item.State == ContentState.Published && item.LiveVersion == item.LatestVersion)
        {
            return new Refusal("content.publish.nothing-new");
        }

        return rule.Stages?.Contains(card?.Stage ?? DraftStage.Writing) == false || (act == WorkflowAction.ApproveUrgent && card?.UrgentAt is null)
            ? new Refusal("content.act.wrong-state")
            : null;
    }

    private static HashSet<ContentState> Of(params ContentState[] states) => [.. states];

    private static HashSet<DraftStage> Of(params DraftStage[] stages) => [.. stages];
}
