using GovPortal.Publishing.Desk;
using GovPortal.Storage;

namespace GovPortal.Publishing.Content;

/// <summary>Told in the same transaction that what was written in a form of a new item has become an item, so that after a crash it becomes no second one.</summary>
public interface IFirstSaveObserver
{
    /// <param name="form">Name of the form, see <see cref="PublishingDesk.SaveDraftAsync"/>.</param>
    /// <param name="by">Who wrote it; null for commands.</param>
    Task NoteAsync(PortalDb db, string form, Guid? by, long itemId, CancellationToken ct);
}
