using GovPortal.Core.Checking;
using GovPortal.Core.Localization;
using GovPortal.Core.Security;
using GovPortal.Core.Tenancy;
using GovPortal.Core.Text;
using GovPortal.Editing.Forms;
using GovPortal.Storage.Tenancy;
using GovPortal.Web.Pages;

namespace GovPortal.Alerts.Admin;

/// <summary>Writes an alert and puts it up in one act, also where a second person will look at it only afterwards.</summary>
[Authorize(Permission.Write)]
public sealed class WritePage(EditFormServices room, TenantDirectory directory, TenantClock clock) : FormPage<Alert, AlertForm>(room)
{
    private long? saved;

    /// <summary>Only the portal's administrator chooses other sites than the own one.</summary>
    public bool MayReachOthers { get; private set; }

    protected override string FirstField => nameof(AlertForm.Title);

    /// <summary>Saves the alert and makes it public at once. Where another has to approve what this person writes, they do so afterwards.</summary>
    public async Task<IActionResult> OnPostPutUpAsync(long? id, CancellationToken ct)
    {
        if (!(await Room.Authorization.AuthorizeAsync(User, null, Permission.Publish)).Succeeded)
        {
            return Forbid();
        }

        var answer = await OnPostAsync(id, ct);
        if (saved is { } number)
        {
            var refusal = MustSubmit
                ? await Room.Publishing.PublishUrgentlyAsync(number, Room.Texts.In(Texts.Vietnamese, "alerts.urgent.reason"), User.PersonId(), ct)
                : await Room.Publishing.PublishAsync(number, Note, User.PersonId(), ct);
            TempData["refused"] = refusal is null ? null : new[] { Room.Texts.Sentence(Room.Site.Language, refusal) };
            TempData["done"] = refusal is null ? "alerts.done.up" : null;
        }

        return answer;
    }

    protected override async Task PrepareAsync(CancellationToken ct) =>
        MayReachOthers = Room.Site.Tenant.IsPortal && (await Room.Authorization.AuthorizeAsync(User, null, Permission.ManagePortal)).Succeeded;

    protected override void Begin()
    {
        base.Begin();
        Form.StartsAt = Room.Site.Tenant.WallField(clock.Now);
    }

    protected override Alert Compose()
    {
        var alert = base.Compose();
        return alert.Reach == AlertReach.Chosen ? alert with { Sites = [.. alert.Sites.Select(NameOf)] } : alert with { Sites = [] };
    }

    protected override Task<Refusal?> RefuseAsync(Alert record, CancellationToken ct)
    {
        var isAsBefore = record.Reach == (Newest?.Reach ?? AlertReach.Own) && record.Sites.SequenceEqual(Newest?.Sites ?? []);
        return Task.FromResult(
            !isAsBefore && !MayReachOthers ? new Refusal("alerts.reach.not-yours", nameof(AlertForm.Reach))
            : record.Sites.FirstOrDefault(name => directory.FindByName(name) is null) is { } unknown ? new Refusal("alerts.sites.unknown", nameof(AlertForm.Sites), unknown)
            : null);
    }

    protected override Task SavedAsync(long id, CancellationToken ct)
    {
        saved = id;
        return Task.CompletedTask;
    }

    protected override string FieldOf(string field) => field is "title" or "slug" ? nameof(AlertForm.Title) : field;

    // People know agencies by their titles.
    private string NameOf(string typed) => directory.FindByName(typed)?.Name
        ?? directory.All.FirstOrDefault(site => VietnameseText.Fold(site.Title) == VietnameseText.Fold(VietnameseText.NormalizeLine(typed)))?.Name ?? typed;
}
