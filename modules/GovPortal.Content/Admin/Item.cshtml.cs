using System.ComponentModel.DataAnnotations;
using GovPortal.Core.Checking;
using GovPortal.Core.Localization;
using GovPortal.Core.Modules;
using GovPortal.Core.Security;
using GovPortal.Core.Tenancy;
using GovPortal.Publishing.Content;
using GovPortal.Publishing.Desk;
using GovPortal.Publishing.Web;
using GovPortal.Web.Pages;

namespace GovPortal.Content.Admin;

/// <summary>One item of any type: where it stands, its versions, what was said about it, and what can be done with it now.</summary>
[Authorize(Permission.ReadDesk), ShowsPreview]
public sealed class ItemPage(DeskContent desk, PublishingDesk publishing, PreviewLinks previews, GoingPublicReader going, EnglishSides sides, ContentTypes types, ModuleList modules, IAuthorizationService authorization, TenantClock clock, Texts texts, VisitedSite site) : PageModel
{
    [BindProperty]
    public string? Note { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public string? Remark { get; set; }

    /// <summary>On the agency's wall.</summary>
    [BindProperty, Display(Name = "desk.schedule.at")]
    public DateTime? GoesLiveAt { get; set; }

    /// <summary>On the agency's wall.</summary>
    [BindProperty, Display(Name = "desk.dates.expires")]
    public DateTime? ExpiresAt { get; set; }

    [BindProperty, Display(Name = "desk.dates.review")]
    public DateOnly? ReviewOn { get; set; }

    /// <summary>What the person saw; they do not approve what came after.</summary>
    [BindProperty]
    public int? Revision { get; set; }

    public DeskItem Found { get; private set; } = null!;

    /// <summary>Why the newest version may go no further yet; empty when it may.</summary>
    public IReadOnlyList<Refusal> Blockers { get; private set; } = [];

    /// <summary>How complete the newest version is today.</summary>
    public Completeness? Completeness { get; private set; }

    /// <summary>What readers get with the newest version; null where nothing waits.</summary>
    public GoingPublic? Going { get; private set; }

    /// <summary>Whether the English side still follows; null where there is none.</summary>
    public EnglishSide? English { get; private set; }

    /// <summary>False for whoever wrote what waits, where somebody else could approve it.</summary>
    public bool MayApprove { get; private set; }

    /// <summary>The form that was refused and is to stand open.</summary>
    public WorkflowAction? Refused { get; private set; }

    private HashSet<string> Rights { get; set; } = [];

    /// <summary>True when the act is possible now, and for this person.</summary>
    public bool Can(WorkflowAction act)
    {
        var rule = Workflow.Rules[act];
        return Rights.Contains(rule.PermissionIn(Found.Item.State)) && Found.Allows(act) && (!rule.NeedsAnother || MayApprove);
    }

    /// <summary>Address of the item's form; null where its type has none, or the type's module is off.</summary>
    public string? FormPath => types.Of(Found.Item.Type) is { HasForm: true } type && modules.IsOn(type.Module, site.Tenant) ? type.FormPathOf(Found.Item.Id) : null;

    /// <summary>Address of the form of a new item that begins as a copy of this one; null where there is no form.</summary>
    public string? CopyPath => FormPath is null ? null : types.Of(Found.Item.Type).FormPathOf() + $"?tu={Found.Item.Id}";

    public bool IsMine => Found.Card.SubmittedById is { } submitter && submitter == User.PersonId();

    public bool IsOwnUrgentPublication => Found.Card.UrgentById is { } hasty && hasty == User.PersonId();

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken ct) => await TryFindAsync(id, ct) ? Page() : NotFound();

    public Task<IActionResult> OnPostSubmitAsync(long id, CancellationToken ct) => ActAsync(WorkflowAction.Submit, id, by => publishing.SubmitAsync(id, by, ct), ct);

    public Task<IActionResult> OnPostTakeBackAsync(long id, CancellationToken ct) => ActAsync(WorkflowAction.TakeBack, id, by => publishing.TakeBackAsync(id, by, ct), ct);

    public Task<IActionResult> OnPostSendBackAsync(long id, CancellationToken ct) => ActAsync(WorkflowAction.SendBack, id, by => publishing.SendBackAsync(id, Reason, by, ct), ct);

    public Task<IActionResult> OnPostRemarkAsync(long id, CancellationToken ct) => ActAsync(WorkflowAction.Remark, id, by => publishing.RemarkAsync(id, Remark, by, ct), ct);

    public Task<IActionResult> OnPostPublishAsync(long id, CancellationToken ct) => ActAsync(WorkflowAction.Publish, id, by => publishing.PublishAsync(id, Note, by, ct, Revision), ct);

    public Task<IActionResult> OnPostPublishUrgentlyAsync(long id, CancellationToken ct) => ActAsync(WorkflowAction.PublishUrgently, id, by => publishing.PublishUrgentlyAsync(id, Reason, by, ct), ct);

    public Task<IActionResult> OnPostApproveUrgentAsync(long id, CancellationToken ct) => ActAsync(WorkflowAction.ApproveUrgent, id, by => publishing.ApproveUrgentAsync(id, by, ct), ct);

    public Task<IActionResult> OnPostScheduleAsync(long id, CancellationToken ct) => ActAsync(WorkflowAction.Schedule, id, by => publishing.ScheduleAsync(id, Instant(GoesLiveAt), Note, by, ct, Revision), ct);

    public Task<IActionResult> OnPostUnscheduleAsync(long id, CancellationToken ct) => ActAsync(WorkflowAction.Unschedule, id, by => publishing.UnscheduleAsync(id, by, ct), ct);

    public Task<IActionResult> OnPostArchiveAsync(long id, CancellationToken ct) => ActAsync(WorkflowAction.Archive, id, by => publishing.ArchiveAsync(id, by, ct), ct);

    public Task<IActionResult> OnPostDatesAsync(long id, CancellationToken ct) => ActAsync(WorkflowAction.SetDates, id, by => publishing.SetDatesAsync(id, Instant(ExpiresAt), ReviewOn, by, ct), ct);

    public Task<IActionResult> OnPostRevokePreviewsAsync(long id, CancellationToken ct) => ActAsync(WorkflowAction.RevokePreviews, id, by => publishing.RevokePreviewsAsync(id, by, ct), ct);

    public Task<IActionResult> OnPostDeleteAsync(long id, CancellationToken ct) => ActAsync(WorkflowAction.Delete, id, by => publishing.DeleteAsync(id, by, ct), ct);

    public Task<IActionResult> OnPostKeepAsTemplateAsync(long id, CancellationToken ct) => ActAsync(WorkflowAction.KeepAsTemplate, id, by => publishing.KeepAsTemplateAsync(id, by, ct), ct);

    public Task<IActionResult> OnPostEndTemplateAsync(long id, CancellationToken ct) => ActAsync(WorkflowAction.EndTemplate, id, by => publishing.EndTemplateAsync(id, by, ct), ct);

    public Task<IActionResult> OnPostUndeleteAsync(long id, CancellationToken ct) => ActAsync(WorkflowAction.Undelete, id, by => publishing.UndeleteAsync(id, by, ct), ct);

    /// <summary>True when the newest version is not what readers see.</summary>
    public bool HasWaiting => Found.Item.State switch
    {
        ContentState.Deleted => false,
        ContentState.Draft => true,
        _ => Found.Item.LatestVersion > Found.Item.LiveVersion,
    };

    /// <summary>A new link, with scheme and host, to a version as readers would see it.</summary>
    public string PreviewOf(int version) =>
        $"{Request.Scheme}://{Request.Host.ToUriComponent()}{site.Link(previews.PathOf(previews.Offer(site.Tenant, Found.Item.Id, version)))}";

    private DateTimeOffset? Instant(DateTime? wall) => wall is { } given ? site.Tenant.InstantOf(given) : null;

    private async Task<IActionResult> ActAsync(WorkflowAction act, long id, Func<Guid?, Task<Refusal?>> decide, CancellationToken ct)
    {
        if (!await TryFindAsync(id, ct))
        {
            return NotFound();
        }

        if (!Rights.Contains(Workflow.Rules[act].PermissionIn(Found.Item.State)))
        {
            return Forbid();
        }

        if (!ModelState.IsValid || ModelState.Refused(await decide(User.PersonId()), texts, site))
        {
            Refused = act;
            return Page();
        }

        TempData["done"] = "desk.done." + PublishingDesk.AuditNameOf(act)["content.".Length..];
        return LocalRedirect(site.Link($"/quan-tri/muc/{id}"));
    }

    private async Task<bool> TryFindAsync(long id, CancellationToken ct)
    {
        if (await desk.FindAsync(id, ct) is not { } found)
        {
            return false;
        }

        Found = found;
        var (newest, live) = (await desk.FindBodyAsync(id, found.Item.LatestVersion, ct), found.Item.LiveVersion is { } number ? await desk.FindBodyAsync(id, number, ct) : null);
        var type = types.Of(found.Item.Type);
        (Blockers, Completeness) = newest is null ? ([], null) : (type.PublishBlockersOf(newest, live), type.CompletenessOf(newest, clock.Today));
        Going = newest is null || !HasWaiting ? null : await going.ReadAsync(found, newest, key => texts.In(site.Language, key), ct);
        English = await sides.FindAsync(found.Item, ct);
        MayApprove = await desk.MayApproveAsync(found.Item, User.PersonId(), ct);
        var rights = new HashSet<string>();
        foreach (var permission in Workflow.Rules.Values.SelectMany(rule => new[] { rule.Permission, rule.LivePermission }).Distinct())
        {
            if ((await authorization.AuthorizeAsync(User, permission)).Succeeded)
            {
                rights.Add(permission);
            }
        }

        Rights = rights;
        return true;
    }
}
