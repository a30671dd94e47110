using GovPortal.Publishing.Content;
using GovPortal.Storage;
using Microsoft.EntityFrameworkCore;

namespace GovPortal.Editing.Forms;

/// <summary>What was kept while a new item was written belongs to that item from its first save on.</summary>
internal sealed class AutosaveClaim : IFirstSaveObserver
{
    public Task NoteAsync(PortalDb db, string form, Guid? by, long itemId, CancellationToken ct) =>
        db.Autosaves.Where(a => a.PersonId == by && a.Key == form && a.ItemId == null).ExecuteUpdateAsync(set => set.SetProperty(a => a.ItemId, itemId), ct);
}
