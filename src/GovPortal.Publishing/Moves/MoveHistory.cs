using GovPortal.Core.Files;
using GovPortal.Core.Publication;
using GovPortal.Core.Tenancy;
using GovPortal.Publishing.Content;
using GovPortal.Publishing.Publication;
using GovPortal.Storage;
using GovPortal.Storage.Publication;
using GovPortal.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace GovPortal.Publishing.Moves;

/// <summary>Writes reorganisations down, with what is needed to take them back, and tells followers of the log.</summary>
public sealed class MoveHistory(PortalDbFactory databases, TimeProvider clock)
{
    /// <summary>Days in which a reorganisation can be taken back.</summary>
    public const int DaysToUndo = 30;

    private const int AtOnce = 500;

    /// <summary>All of them, the newest first.</summary>
    public async Task<IReadOnlyList<SiteMove>> ListAsync(CancellationToken ct)
    {
        await using var db = databases.OpenInstallation();
        return await db.Set<SiteMove>().AsNoTracking().OrderByDescending(move => move.Id).ToListAsync(ct);
    }

    /// <summary>Whether it can still be taken back.</summary>
    public bool IsOpen(SiteMove move)
    {
        ArgumentNullException.ThrowIfNull(move);
        return move.UndoneAt is null && clock.GetUtcNow() <= move.At.AddDays(DaysToUndo);
    }

    internal static SiteBefore BeforeOf(Tenant site) => new(site.Id, site.Name, site.Title, site.Host, site.AgencyCode, site.OldAgencyCode, site.Settings.Closing, site.ParentName);

    internal static async Task<SiteMove> WriteAsync(PortalDb db, SiteMove move, MoveJournal journal, CancellationToken ct)
    {
        move.Journal = BodyJson.Write(journal);
        db.Add(move);
        await db.SaveChangesAsync(ct);
        return move;
    }

    internal static async Task ChangeAsync(PortalDb db, int site, Func<TenantSettings, TenantSettings> change, CancellationToken ct)
    {
        var row = await db.Tenants.SingleAsync(one => one.Id == site, ct);
        row.Settings = BodyJson.Write(change(BodyJson.Read<TenantSettings>(row.Settings)));
    }

    /// <summary>Adds the entries by which pages, lists and search learn of it, and saves.</summary>
    internal async Task<IReadOnlyList<LogEntry>> TellAsync(PortalDb db, IEnumerable<Tenant> sites, IReadOnlyCollection<long> items, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        List<LogEntry> entries = [.. sites.Select(site => site.Id).Distinct().Select(id => new LogEntry { TenantId = id, Type = "site", Act = PublicationAct.SiteChanged, At = now })];
        foreach (var some in items.Chunk(AtOnce))
        {
            entries.AddRange(await RowMoves.All<ContentItem>(db).Where(item => some.Contains(item.Id) && item.LiveVersion != null && item.State == ContentState.Published)
                .Select(item => new LogEntry { TenantId = item.TenantId, ItemId = item.Id, Type = item.Type, Act = PublicationAct.TermsRenamed, Version = item.LiveVersion!.Value, At = now }).ToListAsync(ct));
        }

        db.Log.AddRange(entries);
        await db.SaveChangesAsync(ct);
        return entries;
    }
}
