using GovPortal.Core.Tenancy;
using GovPortal.Publishing.Content;
using GovPortal.Storage;
using Microsoft.EntityFrameworkCore;

namespace GovPortal.Content.Admin;

/// <summary>A site's days: what went up and came down on them, what is to, and what wants looking at.</summary>
public sealed class DeskCalendar(Tenant tenant, PortalDbFactory databases)
{
    /// <summary>What goes up, comes down or wants looking at from the first to the last of the days.</summary>
    public async Task<IReadOnlyList<CalendarLine>> ReadAsync(DateTimeOffset from, DateTimeOffset until, DateOnly firstDay, DateOnly lastDay, CancellationToken ct)
    {
        await using var db = databases.OpenFor(tenant);
        var items = db.Items.AsNoTracking().Where(i => i.State != ContentState.Deleted);
        var cards = from card in db.Cards.AsNoTracking() join item in items on card.ItemId equals item.Id select new { card, item };
        var went = await items.Where(i => i.PublishedAt >= from && i.PublishedAt < until).Select(i => new CalendarLine(CalendarKind.WentUp, i.Id, i.Title, i.PublishedAt, null)).ToListAsync(ct);
        var corrected = await items.Where(i => i.CorrectedAt >= from && i.CorrectedAt < until).Select(i => new CalendarLine(CalendarKind.Corrected, i.Id, i.Title, i.CorrectedAt, null)).ToListAsync(ct);
        var came = await items.Where(i => (i.State == ContentState.Expired || i.State == ContentState.Withdrawn) && i.WithdrawnAt >= from && i.WithdrawnAt < until)
            .Select(i => new CalendarLine(CalendarKind.CameDown, i.Id, i.Title, i.WithdrawnAt, null)).ToListAsync(ct);
        var up = await cards.Where(c => c.card.Stage == DraftStage.Scheduled && c.card.GoesLiveAt >= from && c.card.GoesLiveAt < until)
            .Select(c => new CalendarLine(CalendarKind.GoesUp, c.item.Id, c.item.Title, c.card.GoesLiveAt, null)).ToListAsync(ct);

        // What is still to go up has its last day already.
        var standing = cards.Where(c => c.item.State == ContentState.Published || c.card.Stage == DraftStage.Scheduled);
        var down = await standing.Where(c => c.card.ExpiresAt >= from && c.card.ExpiresAt < until)
            .Select(c => new CalendarLine(CalendarKind.ComesDown, c.item.Id, c.item.Title, c.card.ExpiresAt, null)).ToListAsync(ct);
        var look = await standing.Where(c => c.card.ReviewOn >= firstDay && c.card.ReviewOn <= lastDay)
            .Select(c => new CalendarLine(CalendarKind.WantsLooking, c.item.Id, c.item.Title, null, c.card.ReviewOn)).ToListAsync(ct);
        return [.. went, .. corrected, .. came, .. up, .. down, .. look];
    }
}

public sealed record CalendarLine(CalendarKind Kind, long Id, string Title, DateTimeOffset? At, DateOnly? On);

public enum CalendarKind
{
    WentUp,
    Corrected,
    CameDown,
    GoesUp,
    ComesDown,
    WantsLooking,
}
