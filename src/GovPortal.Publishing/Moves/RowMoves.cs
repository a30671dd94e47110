using System.Globalization;
using GovPortal.Core.Tenancy;
using GovPortal.Publishing.Content;
using GovPortal.Publishing.Files;
using GovPortal.Storage;
using GovPortal.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace GovPortal.Publishing.Moves;

/// <summary>Gives items another site, with every row of every module that hangs on them.</summary>
internal static class RowMoves
{
    private const string Items = "content_items";

    // These follow by rules of their own.
    private static readonly string[] Own = ["content_addresses", "file_uses"];

    private const int AtOnce = 500;

    /// <summary>Moves items whose addresses and keys are free there.</summary>
    public static async Task MoveAsync(PortalDb db, IEnumerable<long> ids, int to, CancellationToken ct)
    {
        foreach (var some in ids.Chunk(AtOnce))
        {
            await All<ContentItem>(db).Where(item => some.Contains(item.Id)).ExecuteUpdateAsync(set => set.SetProperty(item => item.TenantId, to).SetProperty(item => item.Revision, item => item.Revision + 1), ct);
        }
    }

    /// <summary>Moves an item to another address.</summary>
    public static Task MoveAsync(PortalDb db, long id, int to, string slug, string? key, CancellationToken ct) => All<ContentItem>(db).Where(item => item.Id == id).ExecuteUpdateAsync(set =>
        set.SetProperty(item => item.TenantId, to).SetProperty(item => item.Slug, slug).SetProperty(item => item.SourceKey, key).SetProperty(item => item.Revision, item => item.Revision + 1), ct);

    /// <summary>Rows that hang on items of a site and are still called another's follow them.</summary>
    public static async Task FollowAsync(WholeDatabase whole, int from, int to, CancellationToken ct)
    {
        foreach (var table in whole.Shape.Tables.Where(table => table.IsOfSites && !Own.Contains(table.Name)))
        {
            foreach (var link in table.Links.Where(link => link.Table == Items && link.Columns.Count == 1))
            {
                await whole.RehomeAsync(table, link.Columns[0], Items, from, to, ct);
            }
        }
    }

    /// <summary>Addresses that items had before follow them, where the other site has not given them out.</summary>
    public static async Task AddressesFollowAsync(WholeDatabase whole, int from, int to, CancellationToken ct)
    {
        var db = whole.Context;
        var (taken, there) = (All<ItemAddress>(db).Where(other => other.TenantId == to), All<ContentItem>(db).Where(item => item.TenantId == to));
        await All<ItemAddress>(db).Where(address => address.TenantId == from && there.Any(item => item.Id == address.ItemId)
            && taken.Any(other => other.Type == address.Type && other.Slug == address.Slug)).ExecuteDeleteAsync(ct);
        await whole.RehomeAsync(whole.TableOf<ItemAddress>(), nameof(ItemAddress.ItemId), Items, from, to, ct);
    }

    /// <summary>The present address of every public item of a site stands among its addresses.</summary>
    public static async Task AddAddressesAsync(PortalDb db, IReadOnlyCollection<(long Id, string Type, string Slug)> items, int site, CancellationToken ct)
    {
        foreach (var some in items.Chunk(AtOnce))
        {
            var slugs = some.Select(item => item.Slug).ToArray();
            var known = (await All<ItemAddress>(db).AsNoTracking().Where(address => address.TenantId == site && slugs.Contains(address.Slug)).Select(address => new { address.Type, address.Slug }).ToListAsync(ct)).Select(address => (address.Type, address.Slug)).ToHashSet();
            db.Addresses.AddRange(some.Where(item => !known.Contains((item.Type, item.Slug))).Select(item => new ItemAddress { TenantId = site, ItemId = item.Id, Type = item.Type, Slug = item.Slug }));
        }

        await db.SaveChangesAsync(ct);
    }

    /// <summary>Files that moved items show come to stand at the other site too, under the same names and bytes.</summary>
    /// <returns>Those that were added.</returns>
    public static async Task<IReadOnlyList<MovedFile>> FilesFollowAsync(PortalDb db, int from, int to, CancellationToken ct)
    {
        var there = All<ContentItem>(db).Where(item => item.TenantId == to);
        var uses = All<FileUse>(db).Where(use => use.TenantId == from && there.Any(item => item.Id == use.ItemId));
        var needed = await All<StoredFile>(db).AsNoTracking().Where(file => file.TenantId == from && uses.Any(use => use.FileId == file.Id)).ToListAsync(ct);
        var present = (await All<StoredFile>(db).AsNoTracking().Where(file => file.TenantId == to).Select(file => new { file.Id, file.Hash, file.Name }).ToListAsync(ct)).ToDictionary(file => (file.Hash, file.Name), file => file.Id);
        var added = new List<MovedFile>();
        foreach (var file in needed)
        {
            var own = file.Id;
            if (!present.TryGetValue((file.Hash, file.Name), out var other))
            {
                other = await CopyAsync(db, file, to, ct);
                added.Add(new MovedFile(other, from, file.Name));
            }

            await uses.Where(use => use.FileId == own).ExecuteUpdateAsync(set => set.SetProperty(use => use.FileId, other).SetProperty(use => use.TenantId, to), ct);
        }

        return added;
    }

    private static async Task<long> CopyAsync(PortalDb db, StoredFile file, int to, CancellationToken ct)
    {
        var text = await All<FileText>(db).AsNoTracking().Where(text => text.FileId == file.Id).Select(text => text.Text).SingleOrDefaultAsync(ct);
        (file.Id, file.TenantId) = (0, to);
        db.Files.Add(file);
        await db.SaveChangesAsync(ct);
        if (text is not null)
        {
            db.FileTexts.Add(new FileText { FileId = file.Id, TenantId = to, Text = text });
            await db.SaveChangesAsync(ct);
        }

        return file.Id;
    }

    public static IQueryable<TRow> All<TRow>(PortalDb db) where TRow : class, ISiteRow => WholeDatabase.AllOf<TRow>(db);

    public static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
