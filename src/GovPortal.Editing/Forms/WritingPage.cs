using System.Globalization;
using GovPortal.Core.Checking;
using GovPortal.Core.Files;
using GovPortal.Core.Localization;
using GovPortal.Core.Security;
using GovPortal.Editing.Cleaning;
using GovPortal.Publishing.Content;
using GovPortal.Publishing.Desk;
using GovPortal.Web.Pages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GovPortal.Editing.Forms;

/// <summary>The form of a content type from opening to saving: takes up what was typed and not saved, saves once, meets whoever saved meanwhile, submits, publishes. A type's page says its fields.</summary>
public abstract class WritingPage<TRecord>(EditFormServices room) : PageModel, IWritingPage where TRecord : class
{
    // What travels with the form and is not typed.
    private static readonly HashSet<string> notTyped = new(["__RequestVerificationToken", nameof(Revision), nameof(Key), nameof(Over), "row"], StringComparer.OrdinalIgnoreCase);

    [BindProperty]
    public string? Note { get; set; }

    [BindProperty]
    public int? Revision { get; set; }

    /// <summary>Name of this form while the item is new, so that sending it twice saves it once.</summary>
    [BindProperty]
    public string? Key { get; set; }

    /// <summary>The version of somebody else that the editor has seen and covers with a newer one; null for the usual save.</summary>
    [BindProperty]
    public int? Over { get; set; }

    public OpenForm Open { get; private set; } = null!;

    public Collision? Collision { get; private set; }

    public DeskItem? Found { get; private set; }

    /// <summary>The newest version; null while the item is new.</summary>
    public TRecord? Newest { get; private set; }

    public IReadOnlyList<Refusal> Blockers { get; private set; } = [];
    public bool CanPublish { get; private set; }
    public bool MustSubmit { get; private set; }
    public bool MaySeeSource { get; private set; }

    protected EditFormServices Room => room;

    protected IContentType Type => room.Types.Of(typeof(TRecord));

    /// <summary>Puts a version into the fields.</summary>
    protected abstract void Fill(TRecord record);

    /// <summary>Puts what was typed earlier and not saved into the fields.</summary>
    protected abstract Task TakeUpAsync(IReadOnlyDictionary<string, string> fields, CancellationToken ct);

    /// <summary>The record the fields make; what cannot be read is noted in the model state, and then nothing is saved.</summary>
    protected abstract TRecord Compose();

    /// <summary>Where the editor reads on after a collision: the first field, or the text.</summary>
    protected abstract string FirstField { get; }

    /// <summary>What stands in the fields of a new item.</summary>
    protected virtual void Begin() { }

    /// <summary>Reads what the form shows besides its fields.</summary>
    protected virtual Task PrepareAsync(CancellationToken ct) => Task.CompletedTask;

    /// <summary>Keeps files that came with the form, so that a refusal does not lose them.</summary>
    protected virtual Task KeepFilesAsync(CancellationToken ct) => Task.CompletedTask;

    /// <summary>Why the record cannot stand beside the site's other items; null when it can.</summary>
    protected virtual Task<Refusal?> RefuseAsync(TRecord record, CancellationToken ct) => Task.FromResult<Refusal?>(null);

    /// <summary>Does what goes with a version that was just saved, and is not part of it.</summary>
    protected virtual Task SavedAsync(long id, CancellationToken ct) => Task.CompletedTask;

    /// <summary>A wish for the address; null keeps the present one.</summary>
    protected virtual string? WantedSlug() => null;

    /// <summary>The form's field that a refusal of the type is about.</summary>
    protected virtual string FieldOf(string field) => field;

    /// <param name="tam">Number of the unsaved text to go on with.</param>
    public async Task<IActionResult> OnGetAsync(long? id, long? tam, CancellationToken ct)
    {
        if (!await TryFindAsync(id, ct))
        {
            return NotFound();
        }

        if (Found?.Item.State == ContentState.Deleted)
        {
            // Nothing could be saved here until it is brought back, which is done there.
            return LocalRedirect(room.Site.Link($"/quan-tri/muc/{id}"));
        }

        if (Newest is { } record)
        {
            Fill(record);
            Blockers = [.. (await room.PublishBlockersAsync(Found!.Item, record, ct)).Select(InForm)];
            Note = Found!.HasNewerDraft ? Found.Versions[0].Note : null;
        }
        else
        {
            Begin();
        }

        Open = await room.Writing.OpenAsync(Type.Name, id, Found?.Item.Revision, User.PersonId()!.Value, tam, ct) with { Found = Found };
        (Key, Revision) = (Open.Key, Open.Revision);
        if (Open.TakenUp is { } unsaved)
        {
            var fields = BodyJson.Read<Dictionary<string, string>>(unsaved.Fields);
            Note = fields.GetValueOrDefault(nameof(Note));
            await TakeUpAsync(fields, ct);
        }

        return Page();
    }

    public Task<IActionResult> OnPostAsync(long? id, CancellationToken ct) => SaveAsync(id, WorkflowAction.Save, ct);

    public Task<IActionResult> OnPostSubmitAsync(long? id, CancellationToken ct) => SaveAsync(id, WorkflowAction.Submit, ct);

    public Task<IActionResult> OnPostPublishAsync(long? id, CancellationToken ct) => SaveAsync(id, WorkflowAction.Publish, ct);

    /// <summary>The form as it was sent.</summary>
    protected WrittenForm Reopen(long? id)
    {
        var key = id?.ToString(CultureInfo.InvariantCulture) ?? (Key is { Length: > 0 and <= 40 } ? Key : Guid.NewGuid().ToString("n"));
        Open = new OpenForm(Type.Name, key, id, Revision) { PersonId = User.PersonId()!.Value, Found = Found };
        return new WrittenForm(Type.Name, key, id, Revision, Request.Form.Where(field => !notTyped.Contains(field.Key)).ToDictionary(field => field.Key, field => field.Value.ToString()));
    }

    protected async Task<bool> TryFindAsync(long? id, CancellationToken ct)
    {
        CanPublish = (await room.Authorization.AuthorizeAsync(User, null, Permission.Publish)).Succeeded;
        MustSubmit = !CanPublish || await room.Desk.HasOthersWhoApproveAsync(User.PersonId(), ct);
        MaySeeSource = (await room.Authorization.AuthorizeAsync(User, null, Permission.ManageSite)).Succeeded;
        await PrepareAsync(ct);
        if (id is null)
        {
            return true;
        }

        Newest = await room.Desk.FindNewestAsync<TRecord>(id.Value, ct);
        Found = Newest is null ? null : await room.Desk.FindAsync(id.Value, ct);
        return Found is not null;
    }

    /// <param name="then">What is to become of the saved version.</param>
    private async Task<IActionResult> SaveAsync(long? id, WorkflowAction then, CancellationToken ct)
    {
        if (!await TryFindAsync(id, ct))
        {
            return NotFound();
        }

        if (then == WorkflowAction.Publish && !CanPublish)
        {
            return Forbid();
        }

        var form = Reopen(id);
        await KeepFilesAsync(ct);
        var record = IsTooDeep(form, ct) ? null : Compose();
        if (record is null || !ModelState.IsValid || then != WorkflowAction.Save && Refused(await room.PublishBlockersAsync(Found?.Item, record, ct)))
        {
            return Page();
        }

        var (saved, wasSavedBefore) = await room.Writing.SaveOnceAsync(form, Open.PersonId, () => SaveAsync(id, record, ct), ct);
        if (wasSavedBefore || saved.Refusals is [{ Code: "content.save.stale" }])
        {
            return await MeetAsync(id ?? saved.Id, record, form, then, ct);
        }

        return Refused(saved.Refusals) ? Page() : await DoneAsync(saved.Id, then, ct);
    }

    // Cleaned it would be its words alone; whoever wrote it decides what goes.
    private bool IsTooDeep(WrittenForm form, CancellationToken ct) =>
        ModelState.Refused(form.Fields.Select(field => BoundedHtml.Refuse(field.Value, field.Key, ct)).OfType<Refusal>(), room.Texts, room.Site);

    private bool Refused(IEnumerable<Refusal> refusals) =>
        ModelState.Refused(refusals.Select(InForm), room.Texts, room.Site);

    private Refusal InForm(Refusal refusal) => refusal with { Field = refusal.Field is { } field ? FieldOf(field) : null };

    private async Task<SaveResult> SaveAsync(long? id, TRecord record, CancellationToken ct) =>
        await RefuseAsync(record, ct) is { } refusal ? new SaveResult(0, 0, [refusal]) : await room.Publishing.SaveDraftAsync(id, record, Over ?? Revision, WantedSlug(), Open.PersonId, ct, Note, Open.Key);

    /// <summary>What was sent does not follow the newest version: it is that version, sent twice, or another, and then both are shown.</summary>
    private async Task<IActionResult> MeetAsync(long id, TRecord mine, WrittenForm form, WorkflowAction then, CancellationToken ct)
    {
        if (!await TryFindAsync(id, ct))
        {
            return NotFound();
        }

        if (BodyJson.Write(mine) == BodyJson.Write(Newest!))
        {
            return await GoOnAsync(id, then, ct);
        }

        // Whatever becomes of this page, the text is kept.
        var unkept = await room.Autosaves.KeepAsync(Open.PersonId, form with { ItemId = id, Key = id.ToString(CultureInfo.InvariantCulture), Revision = Revision ?? Found!.Item.Revision }, ct);
        if (form.ItemId is null)
        {
            TempData["saved-form"] = unkept is null ? Open.Drawer : null;
            return LocalRedirect(room.Site.Link(Type.FormPathOf(id)));
        }

        Collision = new Collision(Found!, mine, Newest!, FirstField);
        ModelState.Refused(new Refusal("content.save.stale"), room.Texts, room.Site);
        return Page();
    }

    /// <summary>What was sent is the newest version already. What was to become of it may not have happened: the server may have stopped in between.</summary>
    private async Task<IActionResult> GoOnAsync(long id, WorkflowAction then, CancellationToken ct) => Found!.StandsAfter(then)
        ? Done(id, then, refusal: null)
        // What somebody has decided about it meanwhile stands; a form sent late does not undo that.
        : Found!.Item.State is ContentState.Draft or ContentState.Published && Found.Card.Stage is DraftStage.Writing or DraftStage.Submitted ? await DoneAsync(id, then, ct) : Done(id, WorkflowAction.Save, refusal: null);

    /// <summary>Saved it is; what is refused from here on, the next page says.</summary>
    private async Task<LocalRedirectResult> DoneAsync(long id, WorkflowAction then, CancellationToken ct)
    {
        await SavedAsync(id, ct);
        var refusal = then switch
        {
            WorkflowAction.Publish => await room.Publishing.PublishAsync(id, Note, Open.PersonId, ct),
            WorkflowAction.Submit => await room.Publishing.SubmitAsync(id, Open.PersonId, ct),
            _ => null,
        };

        // The same form, sent at the same moment, may have been first.
        return Done(id, then, refusal is not null && await room.Desk.FindAsync(id, ct) is { } now && now.StandsAfter(then) ? null : refusal);
    }

    private LocalRedirectResult Done(long id, WorkflowAction then, Refusal? refusal)
    {
        TempData["refused"] = refusal is null ? null : new[] { room.Texts.Sentence(room.Site.Language, refusal) };
        TempData["done"] = refusal is not null || then == WorkflowAction.Save ? "desk.done.saved" : then == WorkflowAction.Publish ? "desk.done.publish" : "desk.done.submit";
        TempData["saved-form"] = Open.Drawer;
        return LocalRedirect(room.Site.Link(then == WorkflowAction.Submit ? $"/quan-tri/muc/{id}" : Type.FormPathOf(id)));
    }
}
