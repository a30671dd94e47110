using GovPortal.Storage;

namespace GovPortal.Publishing.Content;

/// <summary>Notes something of every text that goes public, in the transaction that makes it live: where its links lead, for example.</summary>
public interface ILiveTextObserver
{
    /// <summary>Notes it in place of what was noted of these items before. Writers wait for each other: of two, the later sees what the earlier wrote.</summary>
    /// <param name="bodies">Number of each item with its live text as JSON.</param>
    Task NoteAsync(PortalDb db, int tenantId, IReadOnlyCollection<(long Item, string Body)> bodies, DateTimeOffset now, CancellationToken ct);

    /// <summary>A whole site was taken in together with what was noted of its texts: what follows from the notes is to be done here too.</summary>
    /// <param name="db">Opened for the site, within the transaction that takes it in; saved by the caller.</param>
    Task TakenInAsync(PortalDb db, DateTimeOffset now, CancellationToken ct);
}
