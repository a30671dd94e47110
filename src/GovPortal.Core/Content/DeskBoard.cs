using GovPortal.Core.Storage;
using GovPortal.Core.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace GovPortal.Core.Content;

/// <summary>What waits on a site, and for whom.</summary>
public sealed class DeskBoard(Tenant tenant, PortalDbFactory databases, TimeProvider clock)
{
    /// <summary>Lines of one part; what is beyond stands in the list.</summary>
    public const int Most = 8;

    /// <summary>How long before something runs out or wants looking at it shows.</summary>
    public static readonly TimeSpan Ahead = TimeSpan.FromDays(14);

    /// <param name="mayReview">Whether the person decides about others' drafts.</param>
    public async Task<Board> ReadAsync(Guid? person, bool mayReview, DateOnly today, CancellationToken ct)
    {
        await using var db = databases.OpenFor(tenant);
        var now = clock.GetUtcNow();
        var (soon, soonOn) = (now + Ahead, today.AddDays(Ahead.Days));
        var cards = from card in db.Cards.AsNoTracking()
                    join item in db.Items.AsNoTracking() on card.ItemId equals item.Id
                    where item.State != ContentState.Deleted
                    select new { card, item };
        var mine = await db.Items.AsNoTracking()
            .Where(i => i.OwnerId == person && i.State == ContentState.Draft && !db.Cards.Any(c => c.ItemId == i.Id && c.Stage != DraftStage.Writing))
            .OrderByDescending(i => i.UpdatedAt).Take(Most).Select(i => new BoardLine(i.Id, i.Type, i.Title, i.UpdatedAt, null, null)).ToListAsync(ct);
        var waiting = await cards.Where(c => c.card.Stage == DraftStage.Submitted).OrderBy(c => c.card.SubmittedAt).Take(Most)
            .Select(c => new BoardLine(c.item.Id, c.item.Type, c.item.Title, c.card.SubmittedAt, c.card.SubmittedById, null)).ToListAsync(ct);
        var sentBack = await cards.Where(c => c.card.Stage == DraftStage.SentBack).OrderByDescending(c => c.item.UpdatedAt).Take(Most)
            .Select(c => new BoardLine(c.item.Id, c.item.Type, c.item.Title, c.item.UpdatedAt, c.card.SubmittedById, c.card.SentBackReason)).ToListAsync(ct);
        var scheduled = await cards.Where(c => c.card.Stage == DraftStage.Scheduled).OrderBy(c => c.card.GoesLiveAt).Take(Most)
            .Select(c => new BoardLine(c.item.Id, c.item.Type, c.item.Title, c.card.GoesLiveAt, c.card.ScheduledById, null)).ToListAsync(ct);
        var expiring = await cards.Where(c => c.item.State == ContentState.Published && c.card.ExpiresAt <= soon).OrderBy(c => c.card.ExpiresAt).Take(Most)
            .Select(c => new BoardLine(c.item.Id, c.item.Type, c.item.Title, c.card.ExpiresAt, null, null)).ToListAsync(ct);
        var toLookAt = (await cards.Where(c => c.item.State == ContentState.Published && c.card.ReviewOn <= soonOn).OrderBy(c => c.card.ReviewOn).Take(Most)
            .Select(c => new { c.item.Id, c.item.Type, c.item.Title, c.card.ReviewOn }).ToListAsync(ct)).Select(c => new BoardLine(c.Id, c.Type, c.Title, null, null, null) { On = c.ReviewOn });
        var urgent = await cards.Where(c => c.card.UrgentAt != null).OrderBy(c => c.card.UrgentAt).Take(Most)
            .Select(c => new BoardLine(c.item.Id, c.item.Type, c.item.Title, c.card.UrgentAt, c.card.UrgentById, c.card.UrgentReason)).ToListAsync(ct);
        var week = now.AddDays(-7);
        var published = await db.Items.AsNoTracking().Where(i => i.State == ContentState.Published && i.PublishedAt >= week).OrderByDescending(i => i.PublishedAt).Take(Most)
            .Select(i => new BoardLine(i.Id, i.Type, i.Title, i.PublishedAt, i.OwnerId, null)).ToListAsync(ct);

        IReadOnlyList<BoardLine> all = [.. waiting, .. sentBack, .. scheduled, .. urgent, .. published];
        var people = all.Select(l => l.ById).OfType<Guid>().Distinct().ToArray();
        var names = await db.Users.Where(p => people.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, ct);
        IReadOnlyList<BoardLine> Named(IEnumerable<BoardLine> lines) => [.. lines.Select(l => l with { By = l.ById is { } by ? names.GetValueOrDefault(by) : null })];
        return new Board
        {
            Mine = mine,
            Waiting = Named(mayReview ? waiting : waiting.Where(l => l.ById == person)),
            SentBack = Named(sentBack.Where(l => mayReview || l.ById == person)),
            Scheduled = Named(scheduled),
            Expiring = expiring,
            ToLookAt = [.. toLookAt],
            Urgent = Named(urgent),
            Published = Named(published),
        };
    }

    /// <summary>What goes up, comes down or wants looking at from the first to the last of the days, in order.</summary>
    public async Task<IReadOnlyList<CalendarLine>> ReadCalendarAsync(DateTimeOffset from, DateTimeOffset until, DateOnly firstDay, DateOnly lastDay, CancellationToken ct)
    {
        await using var db = databases.OpenFor(tenant);
        var cards = from card in db.Cards.AsNoTracking()
                    join item in db.Items.AsNoTracking() on card.ItemId equals item.Id
                    where item.State != ContentState.Deleted
                    select new { card, item };
        var up = await cards.Where(c => c.card.Stage == DraftStage.Scheduled && c.card.GoesLiveAt >= from && c.card.GoesLiveAt < until)
            .Select(c => new CalendarLine(CalendarKind.GoesUp, c.item.Id, c.item.Title, c.card.GoesLiveAt, null)).ToListAsync(ct);
        var down = await cards.Where(c => c.item.State == ContentState.Published && c.card.ExpiresAt >= from && c.card.ExpiresAt < until)
            .Select(c => new CalendarLine(CalendarKind.ComesDown, c.item.Id, c.item.Title, c.card.ExpiresAt, null)).ToListAsync(ct);
        var look = await cards.Where(c => c.item.State == ContentState.Published && c.card.ReviewOn >= firstDay && c.card.ReviewOn <= lastDay)
            .Select(c => new CalendarLine(CalendarKind.WantsLooking, c.item.Id, c.item.Title, null, c.card.ReviewOn)).ToListAsync(ct);
        return [.. up, .. down, .. look];
    }
}

/// <summary>The parts of the dashboard, each with at most <see cref="DeskBoard.Most"/> lines.</summary>
public sealed record Board
{
    public IReadOnlyList<BoardLine> Mine { get; init; } = [];

    /// <summary>Submitted by others, for who may decide; else one's own that wait.</summary>
    public IReadOnlyList<BoardLine> Waiting { get; init; } = [];
    public IReadOnlyList<BoardLine> SentBack { get; init; } = [];
    public IReadOnlyList<BoardLine> Scheduled { get; init; } = [];
    public IReadOnlyList<BoardLine> Expiring { get; init; } = [];
    public IReadOnlyList<BoardLine> ToLookAt { get; init; } = [];
    public IReadOnlyList<BoardLine> Urgent { get; init; } = [];
    public IReadOnlyList<BoardLine> Published { get; init; } = [];
}

/// <param name="At">The instant the part is about: submitted, goes public, runs out.</param>
/// <param name="Reason">Why it was sent back or published in haste.</param>
public sealed record BoardLine(long Id, string Type, string Title, DateTimeOffset? At, Guid? ById, string? Reason)
{
    public string? By { get; init; }
    public DateOnly? On { get; init; }
}

public sealed record CalendarLine(CalendarKind Kind, long Id, string Title, DateTimeOffset? At, DateOnly? On);

public enum CalendarKind
{
    GoesUp,
    ComesDown,
    WantsLooking,
}
