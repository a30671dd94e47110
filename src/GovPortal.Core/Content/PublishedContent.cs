using GovPortal.Core.Caching;
using GovPortal.Core.Storage;
using GovPortal.Core.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace GovPortal.Core.Content;

/// <summary>What readers may see, of one site or of all: lists, counts for filters, and single items.</summary>
public interface IPublishedContent
{
    Task<ContentList> ListAsync(ListQuery query, CancellationToken ct);

    /// <summary>The lines of live items by their numbers, in no order; what is no longer live is missing.</summary>
    Task<IReadOnlyList<ListedItem>> ListAsync(IReadOnlyCollection<long> ids, CancellationToken ct);

    /// <summary>How many live items of the type carry each term of the kind, most first.</summary>
    Task<IReadOnlyList<TermCount>> CountTermsAsync(string type, string kind, CancellationToken ct);

    Task<int> CountAsync(string type, CancellationToken ct);
}

/// <summary>The published content of one site.</summary>
public sealed class PublishedContent(Tenant tenant, PortalDbFactory databases, ContentTypes types) : IPublishedContent
{
    public async Task<ContentList> ListAsync(ListQuery query, CancellationToken ct)
    {
        PageNotes.Show(PageTag.Items(tenant.Id, query.Type));
        await using var db = databases.OpenFor(tenant);
        return await ContentQueries.ListAsync(db.Items.AsNoTracking(), db.Terms, query, ct);
    }

    public async Task<IReadOnlyList<ListedItem>> ListAsync(IReadOnlyCollection<long> ids, CancellationToken ct)
    {
        PageNotes.Show(ids);
        await using var db = databases.OpenFor(tenant);
        return await ContentQueries.ListAsync(db.Items.AsNoTracking(), ids, ct);
    }

    public async Task<IReadOnlyList<TermCount>> CountTermsAsync(string type, string kind, CancellationToken ct)
    {
        PageNotes.Show(PageTag.Items(tenant.Id, type));
        await using var db = databases.OpenFor(tenant);
        return await ContentQueries.CountTermsAsync(db.Terms, type, kind, ct);
    }

    public async Task<int> CountAsync(string type, CancellationToken ct)
    {
        PageNotes.Show(PageTag.Items(tenant.Id, type));
        await using var db = databases.OpenFor(tenant);
        return await db.Items.CountAsync(i => i.Type == type && i.State == ContentState.Published, ct);
    }

    /// <summary>The item at an address: live, withdrawn with its notice, or moved; null when there never was one.</summary>
    public async Task<FoundItem<TBody>?> FindAsync<TBody>(string slug, CancellationToken ct) where TBody : class
    {
        var type = types.Of(typeof(TBody)).Name;
        await using var db = databases.OpenFor(tenant);
        var found = await (from item in db.Items.AsNoTracking()
                           where item.Type == type && item.Slug == slug && item.State != ContentState.Draft
                           join version in db.Versions on new { item.Id, Number = item.LiveVersion } equals new { Id = version.ItemId, Number = (int?)version.Number }
                           select new { item, version.Body, version.Note }).SingleOrDefaultAsync(ct);
        if (found is not null)
        {
            PageNotes.Show(PageTag.Item(found.item.Id));
            return new FoundItem<TBody>(found.item, found.item.State == ContentState.Published ? BodyJson.Read<TBody>(found.Body) : null, found.Note);
        }

        var moved = await (from address in db.Addresses
                           where address.Type == type && address.Slug == slug
                           join item in db.Items.AsNoTracking() on address.ItemId equals item.Id
                           where item.State != ContentState.Draft
                           select item).SingleOrDefaultAsync(ct);
        return moved is null ? null : new FoundItem<TBody>(moved, null, null) { IsMoved = true };
    }
}

/// <summary>The named, read-only door across sites: published content of every enabled site, and nothing else.</summary>
public sealed class PublishedAcrossSites(PortalDbFactory databases, TenantDirectory directory) : IPublishedContent
{
    public async Task<ContentList> ListAsync(ListQuery query, CancellationToken ct)
    {
        PageNotes.Show(PageTag.ItemsOfAllSites(query.Type));
        await using var db = databases.OpenAcrossSites();
        return await ContentQueries.ListAsync(Items(db), Terms(db), query, ct);
    }

    public async Task<IReadOnlyList<ListedItem>> ListAsync(IReadOnlyCollection<long> ids, CancellationToken ct)
    {
        PageNotes.Show(ids);
        await using var db = databases.OpenAcrossSites();
        return await ContentQueries.ListAsync(Items(db), ids, ct);
    }

    public async Task<IReadOnlyList<TermCount>> CountTermsAsync(string type, string kind, CancellationToken ct)
    {
        PageNotes.Show(PageTag.ItemsOfAllSites(type));
        await using var db = databases.OpenAcrossSites();
        return await ContentQueries.CountTermsAsync(Terms(db), type, kind, ct);
    }

    public async Task<int> CountAsync(string type, CancellationToken ct)
    {
        PageNotes.Show(PageTag.ItemsOfAllSites(type));
        await using var db = databases.OpenAcrossSites();
        return await Items(db).CountAsync(i => i.Type == type && i.State == ContentState.Published, ct);
    }

    /// <summary>Live items with their bodies, for followers that derive something from them; what is no longer live is missing.</summary>
    public async Task<IReadOnlyList<(ContentItem Item, string Body)>> ReadLiveAsync(IReadOnlyCollection<long> ids, CancellationToken ct)
    {
        await using var db = databases.OpenAcrossSites();
        var rows = await (from item in db.Items.IgnoreQueryFilters([PortalDb.SiteFilter])
                          where ids.Contains(item.Id) && item.State == ContentState.Published
                          join version in db.Versions.IgnoreQueryFilters([PortalDb.SiteFilter])
                              on new { item.Id, Number = item.LiveVersion } equals new { Id = version.ItemId, Number = (int?)version.Number }
                          select new { item, version.Body }).ToListAsync(ct);
        return [.. rows.Select(row => (row.item, row.Body))];
    }

    private IQueryable<ContentItem> Items(PortalDb db)
    {
        var items = db.Items.IgnoreQueryFilters([PortalDb.SiteFilter]);
        return directory.Disabled is { Count: > 0 } disabled ? items.Where(i => !disabled.Contains(i.TenantId)) : items;
    }

    private IQueryable<ItemTerm> Terms(PortalDb db)
    {
        var terms = db.Terms.IgnoreQueryFilters([PortalDb.SiteFilter]);
        return directory.Disabled is { Count: > 0 } disabled ? terms.Where(t => !disabled.Contains(t.TenantId)) : terms;
    }
}
