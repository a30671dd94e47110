using GovPortal.Storage;

namespace GovPortal.Publishing.Content;

public static class DraftQueries
{
    /// <summary>Items whose newest version the public does not see, and which nobody has submitted, sent back or scheduled: drafts, and corrections of what is public.</summary>
    public static IQueryable<ContentItem> BeingWritten(this IQueryable<ContentItem> items, PortalDb db) =>
        items.Where(i => i.State != ContentState.Deleted && (i.LiveVersion == null || i.LatestVersion > i.LiveVersion) && !db.Set<EditorialStatus>().Any(c => c.ItemId == i.Id && c.Stage != DraftStage.Writing));
}
