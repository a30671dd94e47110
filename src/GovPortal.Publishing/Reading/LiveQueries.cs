using GovPortal.Core.Configuration;
using GovPortal.Publishing.Content;
using GovPortal.Storage;
using Microsoft.EntityFrameworkCore;

namespace GovPortal.Publishing.Reading;

/// <summary>
/// The questions nearly every page asks of one site's live content, worked out once: taking a query apart costs more than SQLite needs to answer it.
/// One for each installation, since what is worked out holds for one kind of database.
/// </summary>
public sealed class LiveQueries
{
    // Gathering so many takes a few milliseconds.
    private const int Few = 2_000;

    private readonly Func<PortalDb, string, string, Task<FoundRow?>> find = EF.CompileAsyncQuery((PortalDb db, string type, string slug) =>
        (from item in db.Set<ContentItem>().AsNoTracking()
         where item.Type == type && item.Slug == slug && item.State != ContentState.Draft
         join version in db.Set<ContentVersion>() on new { item.Id, Number = item.LiveVersion } equals new { Id = version.ItemId, Number = (int?)version.Number }
         select new FoundRow(item, version.Body, version.Note)).SingleOrDefault());

    private readonly Func<PortalDb, string, int, int, IAsyncEnumerable<ListedItem>> newest = EF.CompileAsyncQuery((PortalDb db, string type, int skip, int take) =>
        db.Set<ContentItem>().AsNoTracking().Where(i => i.Type == type && i.State == ContentState.Published)
            .OrderByDescending(i => i.SortAt).ThenByDescending(i => i.Id).Skip(skip).Take(take)
            .Select(i => new ListedItem(i.Id, i.TenantId, i.Type, i.Slug, i.Code, i.Title, i.Summary, i.Picture, i.PictureAlt, i.ListJson, i.PublishedAt!.Value, i.SortAt, i.CorrectedAt)));

    private readonly Func<PortalDb, string, string, string, int, int, IAsyncEnumerable<ListedItem>> newestWithTerm = EF.CompileAsyncQuery((PortalDb db, string type, string kind, string value, int skip, int take) =>
        db.Set<ContentItem>().AsNoTracking().Where(i => i.Type == type && i.State == ContentState.Published && db.Set<ItemTerm>().Any(t => t.ItemId == i.Id && t.Kind == kind && t.Value == value))
            .OrderByDescending(i => i.SortAt).ThenByDescending(i => i.Id).Skip(skip).Take(take)
            .Select(i => new ListedItem(i.Id, i.TenantId, i.Type, i.Slug, i.Code, i.Title, i.Summary, i.Picture, i.PictureAlt, i.ListJson, i.PublishedAt!.Value, i.SortAt, i.CorrectedAt)));

    private readonly Func<PortalDb, string, string, string, int, int, IAsyncEnumerable<ListedItem>> newestOfFew = EF.CompileAsyncQuery((PortalDb db, string type, string kind, string value, int skip, int take) =>
        (from term in db.Set<ItemTerm>()
         where term.Type == type && term.Kind == kind && term.Value == value
         join i in db.Set<ContentItem>().AsNoTracking() on term.ItemId equals i.Id
         where i.State == ContentState.Published
         orderby i.SortAt descending, i.Id descending
         select new ListedItem(i.Id, i.TenantId, i.Type, i.Slug, i.Code, i.Title, i.Summary, i.Picture, i.PictureAlt, i.ListJson, i.PublishedAt!.Value, i.SortAt, i.CorrectedAt)).Skip(skip).Take(take));

    internal Task<FoundRow?> FindAsync(PortalDb db, string type, string slug) => find(db, type, slug);

    /// <summary>True for the lists that <see cref="ListAsync"/> knows.</summary>
    internal static bool Knows(ListQuery query) => query is { Order: ListOrder.Newest, Except: null, Only: null, Terms.Count: < 2 };

    /// <summary>The rows of a usual list.</summary>
    /// <param name="carriers">How many items carry the term that is asked for. Few are gathered and put in order; of many the newest are soon found from the top of the list.</param>
    internal async Task<IReadOnlyList<ListedItem>> ListAsync(PortalDb db, ListQuery query, int carriers, CancellationToken ct)
    {
        var skip = (query.Page - 1) * query.Size;
        var (kind, value) = query.Terms.FirstOrDefault();
        var rows = kind is null ? newest(db, query.Type, skip, query.Size)
            : (carriers <= Few ? newestOfFew : newestWithTerm)(db, query.Type, kind, value, skip, query.Size);
        var found = new List<ListedItem>(query.Size);
        await foreach (var row in rows.WithCancellation(ct))
        {
            found.Add(row);
        }

        return found;
    }
}

internal sealed record FoundRow(ContentItem Item, string Body, string? Note);
