using System.Globalization;
using GovPortal.Core.Checking;
using GovPortal.Core.Files;
using GovPortal.Core.Localization;
using GovPortal.Editing.Cleaning;
using GovPortal.Publishing.Content;
using GovPortal.Publishing.Desk;
using GovPortal.Web.Pages;
using Microsoft.AspNetCore.Mvc;

namespace GovPortal.Editing.Forms;

/// <content>What was sent is saved once, meets whoever saved meanwhile, and goes further.</content>
public abstract partial class WritingPage<TRecord>
{
    /// <param name="then">What is to become of the saved version.</param>
    private async Task<IActionResult> SaveAsync(long? id, WorkflowAction then, CancellationToken ct)
    {
        if (!await TryFindAsync(id, ct))
        {
            return NotFound();
        }

        if ((then == WorkflowAction.Publish && !CanPublish) || IsTemplateOfOthers)
        {
            return Forbid();
        }

        var form = Reopen(id);
        await KeepFilesAsync(ct);
        var record = IsTooDeep(form, ct) ? null : Compose();
        Completeness = record is null ? null : room.CompletenessOf(record);
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

    private async Task<SaveResult> SaveAsync(long? id, TRecord record, CancellationToken ct)
    {
        if (await RefuseAsync(record, ct) is { } refusal)
        {
            return new SaveResult(0, 0, [refusal]);
        }

        var saved = await room.Publishing.SaveDraftAsync(id, record, Over ?? Revision, WantedSlug(), Open.PersonId, ct, Note, Open.Key);
        if (saved.IsSaved)
        {
            await room.Pictures.KeepAsync(record, Open.PersonId, ct);
        }

        return saved;
    }

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
