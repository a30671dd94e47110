using GovPortal.Core.Caching;
using GovPortal.Core.Configuration;
using GovPortal.Core.Files;
using GovPortal.Core.Tenancy;
using GovPortal.Publishing.Content;
using GovPortal.Publishing.Files;
using GovPortal.Storage;
using GovPortal.Storage.Tenancy;
using GovPortal.Web.Caching;
using Microsoft.EntityFrameworkCore;

namespace GovPortal.Publishing.Reading;

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
public sealed class PublishedContent(Tenant tenant, PortalDbFactory databases, ContentTypes types, LiveQueries queries, CountCache counts, PreviewLinks previews, PictureSources pictures) : IPublishedContent
{
    public async Task<ContentList> ListAsync(ListQuery query, CancellationToken ct)
    {
        PageDependencies.Add(PageTag.Items(tenant.Id, query.Type));
        await using var db = databases.OpenFor(tenant);
        if (!LiveQueries.Knows(query))
        {
            return new ContentList(await TotalAsync(db, query, ct), await WithPicturesAsync(db, await ContentQueries.ListAsync(db.Items.AsNoTracking(), db.Terms, query, ct), ct));
        }

        // The count of a list without a term is asked for only where it is shown.
        var total = query.Terms.Count == 1 || query.IsCounted ? await TotalAsync(db, query with { IsCounted = true }, ct) : ContentList.Uncounted;
        return new ContentList(total, total == 0 ? [] : await WithPicturesAsync(db, await queries.ListAsync(db, query, total, ct), ct));
    }

    public async Task<IReadOnlyList<ListedItem>> ListAsync(IReadOnlyCollection<long> ids, CancellationToken ct)
    {
        PageDependencies.Add(ids);
        await using var db = databases.OpenFor(tenant);
        return await ContentQueries.ListAsync(db.Items.AsNoTracking(), ids, ct);
    }

    public async Task<IReadOnlyList<TermCount>> CountTermsAsync(string type, string kind, CancellationToken ct)
    {
        var tag = PageTag.Items(tenant.Id, type);
        PageDependencies.Add(tag);
        return tenant.Settings.Arrange(kind, await counts.GetAsync(tag, kind, async () =>
        {
            await using var db = databases.OpenFor(tenant);
            return await ContentQueries.CountTermsAsync(db.Terms, type, kind, CancellationToken.None);
        }));
    }

    public async Task<int> CountAsync(string type, CancellationToken ct)
    {
        var tag = PageTag.Items(tenant.Id, type);
        PageDependencies.Add(tag);
        return await counts.GetAsync(tag, "", async () =>
        {
            await using var db = databases.OpenFor(tenant);
            return await ContentQueries.CountAsync(db.Items, db.Terms, new ListQuery(type), CancellationToken.None);
        });
    }

    /// <summary>The item at an address: live, withdrawn with its notice, or moved; null when there never was one.</summary>
    public async Task<FoundItem<TBody>?> FindAsync<TBody>(string slug, CancellationToken ct) where TBody : class
    {
        var type = types.Of(typeof(TBody)).Name;
        await using var db = databases.OpenFor(tenant);
        if (previews.Shown(tenant) is { } preview && await FindPreviewAsync<TBody>(db, preview, type, slug, ct) is { } shown)
        {
            return shown;
        }

        if (await queries.FindAsync(db, type, slug) is { } found)
        {
            PageDependencies.Add(PageTag.Item(found.Item.Id));
            await LearnAsync(db, found.Item, found.Body, ct);
            return new FoundItem<TBody>(found.Item, found.Item.State is ContentState.Published or ContentState.Archived ? BodyJson.Read<TBody>(found.Body) : null, found.Note);
        }

        var moved = await (from address in db.Addresses
                           where address.Type == type && address.Slug == slug
                           join item in db.Items.AsNoTracking() on address.ItemId equals item.Id
                           where item.State != ContentState.Draft && item.State != ContentState.Deleted
                           select item).SingleOrDefaultAsync(ct);
        return moved is null ? null : new FoundItem<TBody>(moved, null, null) { IsMoved = true };
    }

    /// <summary>Reads what a page has to know of pictures that no item brings.</summary>
    /// <param name="paths">Their addresses below the site's root.</param>
    public async Task LearnPicturesAsync(IEnumerable<string> paths, CancellationToken ct)
    {
        await using var db = databases.OpenFor(tenant);
        await pictures.LearnAsync(db.Files, paths.Select(path => (tenant.Id, (string?)path)), ct);
    }

    private Task LearnAsync(PortalDb db, ContentItem item, string body, CancellationToken ct) =>
        pictures.LearnAsync(db.Files, PictureSources.PathsIn(body).Append(item.Picture).Select(path => (tenant.Id, path)), ct);

    private async Task<IReadOnlyList<ListedItem>> WithPicturesAsync(PortalDb db, IReadOnlyList<ListedItem> items, CancellationToken ct)
    {
        await pictures.LearnAsync(db.Files, items.Select(i => (i.TenantId, i.Picture)), ct);
        return items;
    }

    /// <summary>The item as it would stand if this version were public; null when the preview is of another item.</summary>
    private async Task<FoundItem<TBody>?> FindPreviewAsync<TBody>(PortalDb db, Preview preview, string type, string slug, CancellationToken ct) where TBody : class
    {
        var found = await (from item in db.Items.AsNoTracking()
                           where item.Id == preview.ItemId && item.Type == type && item.Slug == slug
                           join version in db.Versions on new { item.Id, Number = preview.Version } equals new { Id = version.ItemId, version.Number }
                           select new { item, version.Body, version.Note }).SingleOrDefaultAsync(ct);
        if (found is null)
        {
            return null;
        }

        var body = BodyJson.Read<TBody>(found.Body);
        found.item.State = ContentState.Published;
        found.item.PublishedAt ??= found.item.UpdatedAt;
        ItemColumns.Fill(found.item, types.Of(type).FactsOf(body), found.item.UpdatedAt);
        await LearnAsync(db, found.item, found.Body, ct);
        return new FoundItem<TBody>(found.item, body, found.Note);
    }

    private Task<int> TotalAsync(PortalDb db, ListQuery query, CancellationToken ct) =>
        ContentQueries.TotalAsync(this, query, () => ContentQueries.CountAsync(db.Items, db.Terms, query, ct), ct);
}

/// <summary>A live item as its followers read it.</summary>
/// <param name="Body">The live version as JSON.</param>
/// <param name="Terms">What it can be filtered by, as its site calls it.</param>
public sealed record LiveItem(ContentItem Item, string Body, IReadOnlyList<ContentTerm> Terms);

/// <summary>The named, read-only door across sites: published content of every enabled site, and nothing else.</summary>
public sealed class PublishedAcrossSites(PortalDbFactory databases, TenantDirectory directory, CountCache counts, PictureSources pictures) : IPublishedContent
{
    public async Task<ContentList> ListAsync(ListQuery query, CancellationToken ct)
    {
        PageDependencies.Add(PageTag.ItemsOfAllSites(query.Type));
        await using var db = databases.OpenAcrossSites();
        var rows = await ContentQueries.ListAsync(Items(db), Terms(db), query, ct);
        await pictures.LearnAsync(db.Files.IgnoreQueryFilters([PortalDb.SiteFilter]), rows.Select(row => (row.TenantId, row.Picture)), ct);
        return new ContentList(await TotalAsync(db, query, ct), rows);
    }

    public async Task<IReadOnlyList<ListedItem>> ListAsync(IReadOnlyCollection<long> ids, CancellationToken ct)
    {
        PageDependencies.Add(ids);
        await using var db = databases.OpenAcrossSites();
        return await ContentQueries.ListAsync(Items(db), ids, ct);
    }

    public async Task<IReadOnlyList<TermCount>> CountTermsAsync(string type, string kind, CancellationToken ct)
    {
        var tag = PageTag.ItemsOfAllSites(type);
        PageDependencies.Add(tag);
        return await counts.GetAsync(tag, kind, async () =>
        {
            await using var db = databases.OpenAcrossSites();
            return await ContentQueries.CountTermsAsync(Terms(db), type, kind, CancellationToken.None);
        });
    }

    public async Task<int> CountAsync(string type, CancellationToken ct)
    {
        var tag = PageTag.ItemsOfAllSites(type);
        PageDependencies.Add(tag);
        return await counts.GetAsync(tag, "", async () =>
        {
            await using var db = databases.OpenAcrossSites();
            return await ContentQueries.CountAsync(Items(db), Terms(db), new ListQuery(type), CancellationToken.None);
        });
    }

    /// <summary>How many live items of each type each site has.</summary>
    public async Task<IReadOnlyList<(int Site, string Type, int Items)>> CountBySiteAsync(CancellationToken ct)
    {
        await using var db = databases.OpenAcrossSites();
        var rows = await Items(db).AsNoTracking().Where(item => item.State == ContentState.Published).GroupBy(item => new { item.TenantId, item.Type })
            .Select(same => new { same.Key.TenantId, same.Key.Type, Items = same.Count() }).ToListAsync(ct);
        return [.. rows.Select(row => (row.TenantId, row.Type, row.Items))];
    }

    /// <summary>Live items with their bodies and terms, for followers that derive something from them; what is no longer live is missing.</summary>
    public async Task<IReadOnlyList<LiveItem>> ReadLiveAsync(IReadOnlyCollection<long> ids, CancellationToken ct)
    {
        await using var db = databases.OpenAcrossSites();
        var rows = await (from item in db.Items.IgnoreQueryFilters([PortalDb.SiteFilter])
                          where ids.Contains(item.Id) && item.State == ContentState.Published
                          join version in db.Versions.IgnoreQueryFilters([PortalDb.SiteFilter])
                              on new { item.Id, Number = item.LiveVersion } equals new { Id = version.ItemId, Number = (int?)version.Number }
                          select new { item, version.Body }).ToListAsync(ct);
        var terms = (await db.Terms.IgnoreQueryFilters([PortalDb.SiteFilter]).AsNoTracking().Where(term => ids.Contains(term.ItemId)).ToListAsync(ct)).ToLookup(term => term.ItemId);
        return [.. rows.Select(row => new LiveItem(row.item, row.Body, [.. terms[row.item.Id].Select(term => new ContentTerm(term.Kind, term.Value, term.Label))]))];
    }

    private Task<int> TotalAsync(PortalDb db, ListQuery query, CancellationToken ct) =>
        ContentQueries.TotalAsync(this, query, () => ContentQueries.CountAsync(Items(db), Terms(db), query, ct), ct);

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

/// <summary>What readers may see of a named site other than the visited one.</summary>
public delegate PublishedContent PublishedContentOf(Tenant tenant);
