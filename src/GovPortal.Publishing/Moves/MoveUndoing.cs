using GovPortal.Core.Files;
using GovPortal.Core.Security;
using GovPortal.Core.Tenancy;
using GovPortal.Publishing.Content;
using GovPortal.Publishing.Files;
using GovPortal.Publishing.Redirects;
using GovPortal.Storage;
using GovPortal.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace GovPortal.Publishing.Moves;

/// <summary>Puts back what a journal holds.</summary>
internal static class MoveUndoing
{
    private const int AtOnce = 500;

    /// <param name="into">The site that took; null where none did.</param>
    public static async Task ApplyAsync(WholeDatabase whole, SiteMove move, MoveJournal journal, Tenant? into, CancellationToken ct)
    {
        var db = whole.Context;
        foreach (var group in into is null ? [] : journal.Items.GroupBy(item => item.From))
        {
            await ReturnAsync(whole, [.. group], into!, group.Key, ct);
        }

        await DropAsync(db, journal, into, ct);
        foreach (var before in journal.Sites)
        {
            if (await db.Tenants.SingleOrDefaultAsync(row => row.Id == before.Id, ct) is { } row)
            {
                Restore(row, before, move.Kind);
            }
        }

        await db.SaveChangesAsync(ct);
        db.ChangeTracker.Clear();
    }

    private static async Task ReturnAsync(WholeDatabase whole, IReadOnlyList<MovedItem> items, Tenant into, int to, CancellationToken ct)
    {
        var db = whole.Context;
        var present = new Dictionary<long, (string Slug, string? Key)>();
        foreach (var some in items.Select(item => item.Id).Chunk(AtOnce))
        {
            foreach (var item in await RowMoves.All<ContentItem>(db).AsNoTracking().Where(item => some.Contains(item.Id) && item.TenantId == into.Id).Select(item => new { item.Id, item.Slug, item.SourceKey }).ToListAsync(ct))
            {
                present[item.Id] = (item.Slug, item.SourceKey);
            }
        }

        var back = items.Where(item => present.ContainsKey(item.Id)).ToArray();
        await RowMoves.MoveAsync(db, back.Where(item => present[item.Id] == (item.Slug, item.SourceKey)).Select(item => item.Id), to, ct);
        foreach (var item in back.Where(item => present[item.Id] != (item.Slug, item.SourceKey)))
        {
            await RowMoves.MoveAsync(db, item.Id, to, item.Slug, item.SourceKey, ct);
        }

        await RowMoves.FollowAsync(whole, into.Id, to, ct);
        await RowMoves.AddressesFollowAsync(whole, into.Id, to, ct);
        var live = (await RowMoves.All<ContentItem>(db).AsNoTracking().Where(item => item.TenantId == to && item.LiveVersion != null).Select(item => item.Id).ToListAsync(ct)).ToHashSet();
        await RowMoves.AddAddressesAsync(db, [.. back.Where(item => live.Contains(item.Id)).Select(item => (item.Id, item.Type, item.Slug))], to, ct);
        await RowMoves.FilesFollowAsync(db, into.Id, to, ct);
        db.ChangeTracker.Clear();
    }

    /// <summary>Takes away what was added for the move alone.</summary>
    private static async Task DropAsync(PortalDb db, MoveJournal journal, Tenant? into, CancellationToken ct)
    {
        var sites = journal.Sites.Select(site => site.Id).ToArray();
        if (into is not null)
        {
            await RowMoves.All<SiteRedirect>(db).Where(redirect => sites.Contains(redirect.TenantId) && redirect.ToSite == into.Name && redirect.Origin == null).ExecuteDeleteAsync(ct);

            // What led there from the system before the move leads within its own site again: the address there is the old one.
            await RowMoves.All<SiteRedirect>(db).Where(redirect => sites.Contains(redirect.TenantId) && redirect.ToSite == into.Name).ExecuteUpdateAsync(set => set.SetProperty(redirect => redirect.ToSite, (string?)null), ct);
        }

        var uses = RowMoves.All<FileUse>(db);
        foreach (var file in journal.Files)
        {
            await RowMoves.All<StoredFile>(db).Where(one => one.Id == file.Id && !uses.Any(use => use.FileId == one.Id)).ExecuteDeleteAsync(ct);
        }

        foreach (var role in journal.People)
        {
            var given = Enum.Parse<Role>(role.Role);
            await RowMoves.All<Membership>(db).Where(one => one.PersonId == role.PersonId && one.TenantId == role.SiteId && one.Role == given).ExecuteDeleteAsync(ct);
        }
    }

    private static void Restore(TenantRow row, SiteBefore before, MoveKind kind)
    {
        var settings = BodyJson.Read<TenantSettings>(row.Settings) with { Closing = before.Closing };
        if (kind == MoveKind.Rename)
        {
            // The name it had meanwhile was public too, and leads on.
            settings = settings with
            {
                FormerNames = row.Name == before.Name ? settings.FormerNames : [.. settings.FormerNames.Except([before.Name, row.Name]), row.Name],
                FormerHosts = row.Host == before.Host || row.Host is null ? settings.FormerHosts : [.. settings.FormerHosts.Except([before.Host ?? "", row.Host]), row.Host],
            };
            (row.Name, row.Title, row.Host) = (before.Name, before.Title, before.Host);
        }

        row.ParentName = before.ParentName;
        row.Settings = BodyJson.Write(settings);
    }
}
