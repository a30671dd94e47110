using GovPortal.Core.Configuration;
using GovPortal.Core.Files;
using GovPortal.Core.Tenancy;
using GovPortal.Core.Text;
using GovPortal.Publishing.Content;
using GovPortal.Storage;
using GovPortal.Web.Views;
using Microsoft.EntityFrameworkCore;

namespace GovPortal.Publishing.Desk;

/// <summary>What editors see of their site's content: drafts too, and every version.</summary>
public sealed class DeskContent(Tenant tenant, PortalDbFactory databases, ContentTypes types, TimeProvider clock)
{
    public const int PageSize = 30;

    // Days that “lately” means.
    private const int Lately = 30;

    public async Task<(int Total, IReadOnlyList<DeskLine> Items)> ListAsync(DeskFilter filter, int page, CancellationToken ct)
    {
        await using var db = databases.OpenFor(tenant);
        var items = db.Items.AsNoTracking();
        items = filter.Type is null ? items : items.Where(i => i.Type == filter.Type);
        items = filter.State is null ? items.Where(i => i.State != ContentState.Deleted) : items.Where(i => i.State == filter.State);
        items = filter.Stage switch
        {
            // What others begin from is no work that waits; it shows where it is asked for.
            null => items.Where(i => !db.Set<EditorialStatus>().Any(c => c.ItemId == i.Id && c.Stage == DraftStage.Template)),
            DraftStage.Writing => items.BeingWritten(db),
            _ => items.Where(i => db.Set<EditorialStatus>().Any(c => c.ItemId == i.Id && c.Stage == filter.Stage)),
        };
        items = filter.AuthorId is null ? items : items.Where(i => i.OwnerId == filter.AuthorId || db.Set<ContentVersion>().Any(v => v.ItemId == i.Id && v.Number == i.LatestVersion && v.CreatedById == filter.AuthorId));
        items = filter.From is null ? items : filter.ByPublication ? items.Where(i => i.PublishedAt >= filter.From) : items.Where(i => i.UpdatedAt >= filter.From);
        items = filter.Until is null ? items : filter.ByPublication ? items.Where(i => i.PublishedAt < filter.Until) : items.Where(i => i.UpdatedAt < filter.Until);
        if (!string.IsNullOrWhiteSpace(filter.Words))
        {
            var (words, folded) = (filter.Words.Trim(), VietnameseText.Fold(filter.Words).Trim());
            items = items.Where(i => i.TitleFolded.Contains(folded) || i.Code == words);
        }

        var lines = await items.OrderByDescending(i => i.UpdatedAt).ThenByDescending(i => i.Id)
            .Skip((page - 1) * PageSize).Take(PageSize)
            .Select(i => new DeskLine(i.Id, i.Type, i.Slug, i.Title, i.State, db.Set<EditorialStatus>().Where(c => c.ItemId == i.Id).Select(c => c.Stage).FirstOrDefault(), i.State == ContentState.Published && i.LatestVersion > i.LiveVersion, i.UpdatedAt)
            {
                By = db.Users.Where(p => p.Id == i.OwnerId).Select(p => p.Name).FirstOrDefault(),
                PublishedAt = i.PublishedAt,
            })
            .ToListAsync(ct);
        return (await items.CountAsync(ct), lines);
    }

    /// <summary>Who has written here, by name.</summary>
    public async Task<IReadOnlyList<DeskAuthor>> AuthorsAsync(CancellationToken ct)
    {
        await using var db = databases.OpenFor(tenant);
        var authors = db.Versions.Where(v => v.CreatedById != null).Select(v => v.CreatedById);
        return await db.Users.Where(p => authors.Contains(p.Id)).OrderBy(p => p.Name).Select(p => new DeskAuthor(p.Id, p.Name)).ToListAsync(ct);
    }

    /// <summary>Everything of a type in the order of its titles, but for what was deleted, up to a number.</summary>
    public async Task<IReadOnlyList<DeskLine>> ListAllAsync(string type, int most, CancellationToken ct)
    {
        await using var db = databases.OpenFor(tenant);
        return await db.Items.AsNoTracking().Where(i => i.Type == type && i.State != ContentState.Deleted && !db.Set<EditorialStatus>().Any(c => c.ItemId == i.Id && c.Stage == DraftStage.Template)).OrderBy(i => i.TitleOrder).ThenBy(i => i.Id).Take(most)
            .Select(i => new DeskLine(i.Id, i.Type, i.Slug, i.Title, i.State, db.Set<EditorialStatus>().Where(c => c.ItemId == i.Id).Select(c => c.Stage).FirstOrDefault(), i.State == ContentState.Published && i.LatestVersion > i.LiveVersion, i.UpdatedAt))
            .ToListAsync(ct);
    }

    public async Task<IReadOnlyDictionary<ContentState, int>> CountAsync(CancellationToken ct)
    {
        await using var db = databases.OpenFor(tenant);
        return await db.Items.Where(i => !db.Set<EditorialStatus>().Any(c => c.ItemId == i.Id && c.Stage == DraftStage.Template)).GroupBy(i => i.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
    }

    /// <summary>An item with its versions, newest first; null when the site has no such item.</summary>
    public async Task<DeskItem?> FindAsync(long id, CancellationToken ct)
    {
        await using var db = databases.OpenFor(tenant);
        if (await db.Items.AsNoTracking().SingleOrDefaultAsync(i => i.Id == id, ct) is not { } item)
        {
            return null;
        }

        var versions = await db.Versions.Where(v => v.ItemId == id).OrderByDescending(v => v.Number)
            .Select(v => new DeskVersion(v.Number, v.CreatedAt, v.CreatedById, v.Note) { Slug = v.Slug }).ToListAsync(ct);
        var card = await db.Cards.AsNoTracking().SingleOrDefaultAsync(c => c.ItemId == id, ct) ?? new EditorialStatus { ItemId = id, TenantId = tenant.Id };
        var remarks = await db.Remarks.Where(r => r.ItemId == id).OrderBy(r => r.Id).Select(r => new DeskComment(r.Version, r.At, r.ById, r.Text)).ToListAsync(ct);
        var people = versions.Select(v => v.ById).Concat(remarks.Select(r => r.ById)).Concat([card.SubmittedById, card.ScheduledById, card.UrgentById]).OfType<Guid>().Distinct().ToArray();
        var names = await db.Users.Where(p => people.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, ct);
        var path = item.State is ContentState.Draft or ContentState.Deleted ? null : types.PathOf(item.Type, item.Slug);
        var lately = new TenantClock(tenant, clock).Today.AddDays(-Lately);
        return new DeskItem(item, card, path, [.. versions.Select(v => v with { By = NameOf(v.ById) })])
        {
            Remarks = [.. remarks.Select(r => r with { By = NameOf(r.ById) })],
            SubmittedBy = NameOf(card.SubmittedById),
            ScheduledBy = NameOf(card.ScheduledById),
            UrgentBy = NameOf(card.UrgentById),
            Views = await db.Views.Where(v => v.ItemId == id).SumAsync(v => v.Views, ct),
            ViewsLately = await db.Views.Where(v => v.ItemId == id && v.Day >= lately).SumAsync(v => v.Views, ct),
        };

        string? NameOf(Guid? person) => person is { } known ? names.GetValueOrDefault(known) : null;
    }

    /// <summary>Whether this person may approve what waits, having written none of it.</summary>
    public async Task<bool> MayApproveAsync(ContentItem item, Guid? person, CancellationToken ct)
    {
        await using var db = databases.OpenFor(tenant);
        return await FourEyes.RefuseAsync(db, tenant, item, await db.Cards.AsNoTracking().SingleOrDefaultAsync(c => c.ItemId == item.Id, ct), person, ct) is null;
    }

    /// <summary>Whether what this person writes must be approved by another: somebody else on the site could.</summary>
    public async Task<bool> HasOthersWhoApproveAsync(Guid? person, CancellationToken ct)
    {
        await using var db = databases.OpenFor(tenant);
        return await FourEyes.BindAsync(db, tenant, person, ct);
    }

    /// <summary>Where a preview is shown, below the site's root. Null when the item is gone, its links were taken back since, or the version is one that has left the public.</summary>
    public async Task<string?> PathOfPreviewAsync(Preview preview, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(preview);
        await using var db = databases.OpenFor(tenant);
        if (await db.Items.AsNoTracking().SingleOrDefaultAsync(i => i.Id == preview.ItemId && i.State != ContentState.Deleted, ct) is not { } item
            || (item.State is ContentState.Withdrawn or ContentState.Expired && preview.Version <= item.LiveVersion))
        {
            return null;
        }

        var from = await db.Cards.Where(c => c.ItemId == item.Id).Select(c => c.PreviewsFrom).SingleOrDefaultAsync(ct);
        return preview.Made < from ? null : types.PathOf(item.Type, item.Slug);
    }

    /// <summary>The body of a version; null when the site has no such item or the item no such version.</summary>
    public async Task<object?> FindBodyAsync(long id, int number, CancellationToken ct)
    {
        await using var db = databases.OpenFor(tenant);
        var found = await (from item in db.Items
                           where item.Id == id
                           join version in db.Versions on new { item.Id, Number = number } equals new { Id = version.ItemId, version.Number }
                           select new { item.Type, version.Body }).SingleOrDefaultAsync(ct);
        return found is null ? null : BodyJson.Read(found.Body, types.Of(found.Type).BodyType);
    }

    /// <summary>How complete the newest versions of these items are today.</summary>
    public async Task<IReadOnlyDictionary<long, Completeness>> CompletenessAsync(IReadOnlyCollection<long> ids, CancellationToken ct)
    {
        await using var db = databases.OpenFor(tenant);
        var today = new TenantClock(tenant, clock).Today;
        var newest = await (from item in db.Items
                            where ids.Contains(item.Id)
                            join version in db.Versions on new { item.Id, Number = item.LatestVersion } equals new { Id = version.ItemId, version.Number }
                            select new { item.Id, item.Type, version.Body }).ToListAsync(ct);
        return newest.Select(row => (row.Id, row.Body, Type: types.Of(row.Type))).ToDictionary(row => row.Id, row => row.Type.CompletenessOf(BodyJson.Read(row.Body, row.Type.BodyType), today));
    }

    /// <summary>The newest version's body; null when the site has no such item of this type.</summary>
    public async Task<TBody?> FindNewestAsync<TBody>(long id, CancellationToken ct) where TBody : class
    {
        var type = types.Of(typeof(TBody)).Name;
        await using var db = databases.OpenFor(tenant);
        var body = await (from item in db.Items
                          where item.Id == id && item.Type == type
                          join version in db.Versions on new { item.Id, Number = item.LatestVersion } equals new { Id = version.ItemId, version.Number }
                          select version.Body).SingleOrDefaultAsync(ct);
        return body is null ? null : BodyJson.Read<TBody>(body);
    }
}

/// <summary>What a list of the desk is narrowed to; null narrows nothing. What was deleted shows only where it is asked for.</summary>
/// <param name="Words">Part of a title, with or without its diacritics, or a code.</param>
/// <param name="AuthorId">Who began the item, or wrote its newest version.</param>
public sealed record DeskFilter(string? Type = null, ContentState? State = null, DraftStage? Stage = null, string? Words = null, Guid? AuthorId = null)
{
    /// <summary>The days are those of the first publication; else those of the last change.</summary>
    public bool ByPublication { get; init; }
    public DateTimeOffset? From { get; init; }
    public DateTimeOffset? Until { get; init; }
}

/// <summary>Somebody who has written on the site.</summary>
public sealed record DeskAuthor(Guid Id, string Name);

/// <summary>A line of the desk's list.</summary>
/// <param name="HasNewerDraft">A version newer than the public one waits.</param>
public sealed record DeskLine(long Id, string Type, string Slug, string Title, ContentState State, DraftStage Stage, bool HasNewerDraft, DateTimeOffset UpdatedAt)
{
    /// <summary>Who began it; null for imports.</summary>
    public string? By { get; init; }
    public DateTimeOffset? PublishedAt { get; init; }
}

/// <param name="Path">Where the public finds it below the site's root; null for a draft.</param>
public sealed record DeskItem(ContentItem Item, EditorialStatus Card, string? Path, IReadOnlyList<DeskVersion> Versions)
{
    public IReadOnlyList<DeskComment> Remarks { get; init; } = [];
    public string? SubmittedBy { get; init; }
    public string? ScheduledBy { get; init; }

    /// <summary>Who said why it came back.</summary>
    public string? SentBackBy => Card.SentBackReason is { } reason ? Remarks.LastOrDefault(remark => remark.Text == reason)?.By : null;

    /// <summary>True where the item stands as the act would leave it.</summary>
    public bool StandsAfter(WorkflowAction act) => act switch
    {
        WorkflowAction.Publish => Item.State == ContentState.Published && Item.LiveVersion == Item.LatestVersion,
        WorkflowAction.Submit => Card.Stage == DraftStage.Submitted,
        _ => true,
    };
    public string? UrgentBy { get; init; }

    /// <summary>How often the public read it: ever, and in the last 30 days.</summary>
    public long Views { get; init; }
    public long ViewsLately { get; init; }

    public bool HasNewerDraft => Item.State == ContentState.Published && Item.LatestVersion > Item.LiveVersion;

    /// <summary>True when the act is possible now, for somebody.</summary>
    public bool Allows(WorkflowAction act) => Workflow.Refuses(act, Item, Card) is null;
}

/// <summary>What somebody said about a version.</summary>
public sealed record DeskComment(int Version, DateTimeOffset At, Guid? ById, string Text)
{
    public string? By { get; init; }
}

/// <param name="By">Name of who saved it; null for imports.</param>
public sealed record DeskVersion(int Number, DateTimeOffset At, Guid? ById, string? Note)
{
    public string? By { get; init; }

    /// <summary>The address it wishes for; null keeps the one before.</summary>
    public string? Slug { get; init; }
}
