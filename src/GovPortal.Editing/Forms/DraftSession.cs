using GovPortal.Core.Checking;
using GovPortal.Publishing.Content;
using GovPortal.Publishing.Desk;

namespace GovPortal.Editing.Forms;

/// <summary>What a person meets when they open the form of an item: who else has it open, and what they themselves typed and did not save.</summary>
public sealed class DraftSession(Autosaves autosaves, WritingLocks locks, TimeProvider clock)
{
    // A browser that sends a form twice waits this long for what became of the first.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(50);

    /// <param name="takenUp">Number of the unsaved text the person chose to go on with; null when they did not choose.</param>
    public async Task<OpenForm> OpenAsync(string form, long? itemId, int? revision, Guid person, long? takenUp, CancellationToken ct)
    {
        var offered = await autosaves.OfferAsync(person, form, itemId, takenUp, ct);
        var isTakenUp = offered is not null && offered.Id == takenUp;
        return new OpenForm(form, KeyOf(itemId, isTakenUp ? offered : null), itemId, isTakenUp ? offered!.Revision : revision)
        {
            PersonId = person,
            Offered = isTakenUp ? null : offered,
            TakenUp = isTakenUp ? offered : null,
            Other = itemId is { } id ? await locks.HoldAsync(id, person, ct) : null,
        };
    }

    /// <summary>Saves through <paramref name="save"/>, and a new item once however often its form is sent.</summary>
    public async Task<SavedForm> SaveOnceAsync(WrittenForm form, Guid person, Func<Task<SaveResult>> save, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(save);
        if (form.ItemId is { } id)
        {
            var saved = await save();
            if (saved.IsSaved)
            {
                await autosaves.ForgetAsync(person, id, ct);
            }

            return new SavedForm(saved, WasSavedBefore: false);
        }

        var sending = await autosaves.SendAsync(person, form, ct);
        for (var started = clock.GetTimestamp(); !sending.IsFirst && sending.SavedAs is null && clock.GetElapsedTime(started) < Patience;)
        {
            await Task.Delay(Step, ct);
            sending = await autosaves.SendAsync(person, form, ct);
        }

        if (!sending.IsFirst)
        {
            return sending.SavedAs is { } item
                ? new SavedForm(new SaveResult(item, 0, []), WasSavedBefore: true)
                : new SavedForm(new SaveResult(0, 0, [new Refusal("writing.send.still-saving")]), WasSavedBefore: false);
        }

        SaveResult? result = null;
        try
        {
            result = await save();
            return new SavedForm(result, WasSavedBefore: false);
        }
        finally
        {
            await autosaves.EndSendingAsync(person, form.Key, result is { IsSaved: true } ? result.Id : null, CancellationToken.None);
        }
    }

    private static string KeyOf(long? itemId, Autosave? takenUp) =>
        itemId is { } id ? id.ToString(System.Globalization.CultureInfo.InvariantCulture) : takenUp?.Key ?? Guid.NewGuid().ToString("n");
}

/// <param name="WasSavedBefore">The form of a new item was sent before and became an item then; nothing was saved now.</param>
public sealed record SavedForm(SaveResult Result, bool WasSavedBefore);

/// <summary>A form as somebody has it open.</summary>
/// <param name="Form">Name of the content type it writes.</param>
/// <param name="Key">Number of the item, or the name of this form of a new one.</param>
/// <param name="Revision">The revision the text in it started from; null for a new item.</param>
public sealed record OpenForm(string Form, string Key, long? ItemId, int? Revision)
{
    public Guid PersonId { get; init; }

    /// <summary>The item as the desk knows it; null while it is new.</summary>
    public DeskItem? Found { get; init; }

    /// <summary>What the person's browser calls the place where it keeps this form's text.</summary>
    public string Drawer => $"{PersonId}:{Form}:{Key}";

    /// <summary>What the person typed earlier and did not save; null when there is nothing, or it stands in the form already.</summary>
    public Autosave? Offered { get; init; }

    /// <summary>The unsaved text that stands in the form.</summary>
    public Autosave? TakenUp { get; init; }

    /// <summary>Who else has the item's form open.</summary>
    public Holder? Other { get; init; }
}

/// <summary>Two people saved one item: both texts, to be compared before either covers the other.</summary>
/// <param name="Mine">What the person wanted to save.</param>
/// <param name="Theirs">The newest version.</param>
/// <param name="FirstField">Where the person goes on writing their own.</param>
public sealed record Collision(DeskItem Found, object Mine, object Theirs, string FirstField)
{
    public DeskVersion Newest => Found.Versions[0];
}
