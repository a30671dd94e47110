using GovPortal.Core.Files;
using GovPortal.Core.Tenancy;
using GovPortal.Publishing.Content;
using GovPortal.Storage;
using Microsoft.EntityFrameworkCore;

namespace GovPortal.Consultations;

/// <summary>A consultation as the desk sees it.</summary>
/// <param name="Waiting">Opinions nobody has looked at.</param>
/// <param name="Unanswered">Opinions that are shown and not answered.</param>
public sealed record BoardRow(long Id, string Title, ContentState State, ConsultationLine Line, int All, int Waiting, int Unanswered)
{
    /// <summary>It is over, and what became of it is still to be said.</summary>
    public bool OwesOutcome(DateOnly today) => State == ContentState.Published && Line.StageOn(today) == ConsultationStage.Closed;

    /// <summary>Days until it closes; null unless it is open.</summary>
    public int? DaysLeft(DateOnly today) => State == ContentState.Published && Line.StageOn(today) == ConsultationStage.Open ? Line.ClosesOn.DayNumber - today.DayNumber : null;
}

/// <summary>The consultations of a site with what waits in them.</summary>
public sealed class ConsultationBoard(Tenant tenant, PortalDbFactory databases)
{
    private const int Most = 200;

    /// <summary>The newest first.</summary>
    public async Task<IReadOnlyList<BoardRow>> ListAsync(CancellationToken ct)
    {
        await using var db = databases.OpenFor(tenant);
        var items = await db.Items.AsNoTracking().Where(i => i.Type == ConsultationType.TypeName && i.State != ContentState.Deleted && i.ListJson != null).OrderByDescending(i => i.Id).Take(Most)
            .Select(i => new { i.Id, i.Title, i.State, i.ListJson }).ToListAsync(ct);
        var ids = items.Select(item => item.Id).ToArray();
        var counts = await db.DraftComments.AsNoTracking().Where(c => ids.Contains(c.ItemId)).GroupBy(c => new { c.ItemId, c.State, IsAnswered = c.Reply != null }).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(ct);
        var byItem = counts.ToLookup(count => count.Key.ItemId);
        return [.. items.Select(item => new BoardRow(item.Id, item.Title, item.State, BodyJson.Read<ConsultationLine>(item.ListJson!), byItem[item.Id].Sum(count => count.Count),
            byItem[item.Id].Where(count => count.Key.State == CommentState.Waiting).Sum(count => count.Count),
            byItem[item.Id].Where(count => count.Key is { State: CommentState.Shown, IsAnswered: false }).Sum(count => count.Count)))];
    }

    /// <summary>Opinions of a consultation that are shown and not answered, and those nobody has looked at: the outcome must answer them all.</summary>
    public async Task<int> OpenAsync(long item, CancellationToken ct)
    {
        await using var db = databases.OpenFor(tenant);
        return await db.DraftComments.CountAsync(c => c.ItemId == item && (c.State == CommentState.Waiting || c.State == CommentState.Shown && c.Reply == null), ct);
    }

    /// <summary>The newest version of a consultation; null when the site has none of this number.</summary>
    public async Task<(string Title, Consultation Body)?> FindAsync(long id, CancellationToken ct)
    {
        await using var db = databases.OpenFor(tenant);
        var found = await (from item in db.Items.AsNoTracking()
                           where item.Id == id && item.Type == ConsultationType.TypeName && item.State != ContentState.Deleted
                           join version in db.Versions on new { item.Id, Number = item.LatestVersion } equals new { Id = version.ItemId, version.Number }
                           select new { item.Title, version.Body }).SingleOrDefaultAsync(ct);
        return found is null ? null : (found.Title, BodyJson.Read<Consultation>(found.Body));
    }
}
