using GovPortal.Core.Configuration;
using GovPortal.Core.Files;
using GovPortal.Core.Tenancy;
using GovPortal.Editing.Forms;
using GovPortal.Publishing.Content;
using GovPortal.Storage;
using GovPortal.Web.Views;
using Microsoft.EntityFrameworkCore;

namespace GovPortal.Content.Admin;

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
        var mine = await db.Items.AsNoTracking().BeingWritten(db)
            .Where(i => person != null && ((i.OwnerId == person && i.State == ContentState.Draft) || db.Set<ContentVersion>().Any(v => v.ItemId == i.Id && v.Number == i.LatestVersion && v.CreatedById == person)))
            .OrderByDescending(i => i.UpdatedAt).Take(Most).Select(i => new BoardLine(i.Id, i.Type, i.Title, i.UpdatedAt, null, null)).ToListAsync(ct);
        var waiting = await cards.Where(c => c.card.Stage == DraftStage.Submitted && (mayReview || c.card.SubmittedById == person)).OrderBy(c => c.card.SubmittedAt).Take(Most)
            .Select(c => new BoardLine(c.item.Id, c.item.Type, c.item.Title, c.card.SubmittedAt, c.card.SubmittedById, null)).ToListAsync(ct);
        var sentBack = await cards.Where(c => c.card.Stage == DraftStage.SentBack && (mayReview || c.card.SubmittedById == person)).OrderByDescending(c => c.item.UpdatedAt).Take(Most)
            .Select(c => new BoardLine(c.item.Id, c.item.Type, c.item.Title, c.item.UpdatedAt, c.card.SubmittedById, c.card.SentBackReason)
            {
                // The words are the approver's, and so is the name beside them.
                SaidById = db.Set<Remark>().Where(r => r.ItemId == c.item.Id && r.Text == c.card.SentBackReason).OrderByDescending(r => r.Id).Select(r => r.ById).FirstOrDefault(),
            }).ToListAsync(ct);
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
        var people = all.Select(l => l.SaidById ?? l.ById).OfType<Guid>().Distinct().ToArray();
        var names = await db.Users.Where(p => people.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, ct);
        IReadOnlyList<BoardLine> Named(IEnumerable<BoardLine> lines) => [.. lines.Select(l => l with { By = (l.SaidById ?? l.ById) is { } by ? names.GetValueOrDefault(by) : null })];
        return new Board
        {
            Unsaved = await ReadUnsavedAsync(db, person, now, ct),
            Mine = mine,
            Waiting = Named(waiting),
            SentBack = Named(sentBack),
            Scheduled = Named(scheduled),
            Expiring = expiring,
            ToLookAt = [.. toLookAt],
            Urgent = Named(urgent),
            Published = await WithViewsAsync(db, Named(published), ct),
        };
    }

    /// <summary>What the person typed and never saved, latest first.</summary>
    private static async Task<IReadOnlyList<BoardLine>> ReadUnsavedAsync(PortalDb db, Guid? person, DateTimeOffset now, CancellationToken ct)
    {
        var oldest = now - Autosaves.KeptFor;
        var unsaved = await db.Autosaves.AsNoTracking().Where(a => a.PersonId == person && a.SentAt == null && a.At >= oldest && (a.ItemId == null || db.Set<ContentItem>().Any(i => i.Id == a.ItemId && i.State != ContentState.Deleted)))
            .OrderByDescending(a => a.At).ThenByDescending(a => a.Id).Take(Most)
            .Select(a => new { a.Id, a.ItemId, a.Form, a.At, a.Fields, Title = db.Set<ContentItem>().Where(i => i.Id == a.ItemId).Select(i => i.Title).FirstOrDefault() }).ToListAsync(ct);
        return [.. unsaved.Select(a => new BoardLine(a.ItemId ?? 0, a.Form, a.Title ?? TitleIn(a.Fields), a.At, null, null) { Unsaved = a.Id })];
    }

    // Procedures are called by their names.
    private static string TitleIn(string typed)
    {
        var fields = BodyJson.Read<Dictionary<string, string>>(typed);
        return (fields.GetValueOrDefault("Title") ?? fields.GetValueOrDefault("Name") ?? "").Trim();
    }

    private static async Task<IReadOnlyList<BoardLine>> WithViewsAsync(PortalDb db, IReadOnlyList<BoardLine> lines, CancellationToken ct)
    {
        var items = lines.Select(l => l.Id).ToArray();
        var views = await db.Views.Where(v => items.Contains(v.ItemId)).GroupBy(v => v.ItemId).Select(g => new { g.Key, Views = g.Sum(v => v.Views) }).ToDictionaryAsync(g => g.Key, g => g.Views, ct);
        return [.. lines.Select(l => l with { Views = views.GetValueOrDefault(l.Id) })];
    }
}

/// <summary>The parts of the dashboard, each with at most <see cref="DeskBoard.Most"/> lines.</summary>
public sealed record Board
{
    /// <summary>Typed and never saved; each leads to its form.</summary>
    public IReadOnlyList<BoardLine> Unsaved { get; init; } = [];

    /// <summary>One's drafts, and one's corrections of what is public.</summary>
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
    /// <summary>Whose name stands on the line.</summary>
    public string? By { get; init; }

    /// <summary>Who gave the reason, where it is not who handed it in; null elsewhere.</summary>
    public Guid? SaidById { get; init; }
    public DateOnly? On { get; init; }

    /// <summary>Number of the unsaved text; null where the line is an item.</summary>
    public long? Unsaved { get; init; }

    /// <summary>How often it was read since it was published; null where that is not what the part is about.</summary>
    public long? Views { get; init; }
}
