using GovPortal.Core.Configuration;
using GovPortal.Core.Files;
using GovPortal.Core.Localization;
using GovPortal.Core.Publication;
using GovPortal.Core.Tenancy;
using GovPortal.Publishing.Content;
using GovPortal.Publishing.Files;
using GovPortal.Publishing.Publication;
using GovPortal.Storage;
using GovPortal.Storage.Publication;
using Microsoft.EntityFrameworkCore;

namespace GovPortal.Publishing.Import;

/// <summary>Takes imported items in, a batch in one transaction: all of it stands or none. What people changed here stays (decision 0020).</summary>
public sealed class Intake(Tenant tenant, PortalDbFactory databases, ContentTypes types, PublicationLog log, IEnumerable<ILiveTextObserver> observers, TimeProvider clock)
{
    /// <summary>Publishes what is new or different, and schedules what has a day to come. All bodies are of one type and pass its check; no key that is not guessed comes twice.</summary>
    /// <returns>One result for each item, in their order.</returns>
    public async Task<IReadOnlyList<IntakeResult>> TakeInAsync(IReadOnlyList<IncomingItem> incoming, bool isDryRun, CancellationToken ct)
    {
        if (incoming.Count == 0)
        {
            return [];
        }

        var type = types.Of(incoming[0].Body.GetType());
        await using var db = databases.OpenFor(tenant);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await PublicationLog.QueueWriterAsync(db, ct);
        var work = incoming.Select(item => Read(item, type)).ToArray();
        await IntakeMatching.MatchAsync(db, type, work, ct);
        await WeighAsync(db, type, work, ct);
        if (!isDryRun && work.Any(w => w.IsToBeWritten))
        {
            var entries = await WriteAsync(db, type, [.. work.Where(w => w.IsToBeWritten)], ct);
            await transaction.CommitAsync(ct);
            log.Signal(entries);
        }

        return [.. work.Select(w => w.ResultAt(type.Path))];
    }

    private static IncomingWork Read(IncomingItem item, IContentType type)
    {
        var body = BodyJson.Write(item.Body, type.BodyType);
        return new IncomingWork(item, type.FactsOf(item.Body), body, IntakePlanner.HashOf(body)) { Key = item.SourceKey };
    }

    private async Task WeighAsync(PortalDb db, IContentType type, IncomingWork[] work, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        foreach (var one in work)
        {
            one.DueAt = one.Incoming.IsDraft ? null : DueAt(one, now);
            if (one.IsNew)
            {
                one.Plan = IntakePlan.Take(one.Body, one.DueAt is null && !one.Incoming.IsDraft);
            }
        }

        var drafts = work.Where(w => w.Item?.State == ContentState.Draft).Select(w => w.Item!.Id).ToArray();
        if (drafts.Length > 0)
        {
            // Nobody's approval: only an import schedules without a name.
            var cards = await db.Cards.Where(c => drafts.Contains(c.ItemId) && c.Stage == DraftStage.Scheduled && c.ScheduledById == null).ToDictionaryAsync(c => c.ItemId, ct);
            foreach (var one in work.Where(w => w.Item is not null && cards.ContainsKey(w.Item.Id)))
            {
                one.Know(cards[one.Item!.Id]);
            }
        }

        await IntakeHistory.PlanAsync(db, type, [.. work.Where(w => w.Item is not null && w.Item.SourceHash != w.Hash)], ct);
    }

    /// <summary>When the item is to go public, if that is to come.</summary>
    private DateTimeOffset? DueAt(IncomingWork work, DateTimeOffset now)
    {
        // What lists sort by lies ahead as well as what is announced: neither stands first on the list today.
        var day = work.Facts.SortOn is { } on && on > new TenantClock(tenant, clock).Today ? tenant.InstantOf(on.ToDateTime(TimeOnly.MinValue)) : (DateTimeOffset?)null;
        var at = work.Incoming.PublishedAt is { } given && (day is null || given > day) ? given : day;
        return at > now ? at : null;
    }

    private async Task<IReadOnlyList<LogEntry>> WriteAsync(PortalDb db, IContentType type, IncomingWork[] work, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await NameNewItemsAsync(db, type, [.. work.Where(w => w.Item is null)], now, ct);

        // Items first: their numbers are what versions, terms and the log refer to.
        await db.SaveChangesAsync(ct);
        var shown = work.Where(w => w.ChangesWhatIsPublic).ToArray();
        var changed = shown.Where(w => !w.IsNew).Select(w => w.Item!.Id).ToArray();
        await db.Terms.Where(t => changed.Contains(t.ItemId)).ExecuteDeleteAsync(ct);
        var addressed = (await db.Addresses.Where(a => changed.Contains(a.ItemId)).Select(a => a.ItemId).ToListAsync(ct)).ToHashSet();
        var entries = new List<LogEntry>(shown.Length);
        foreach (var one in work)
        {
            var live = AddVersions(db, one, now);
            if (one.ChangesWhatIsPublic)
            {
                entries.Add(Show(db, type, one, live ?? one.Item!.LatestVersion, addressed, now));
            }
            else if (live is not null)
            {
                one.Item!.LiveVersion = live;
            }

            await ScheduleAsync(db, type, one, now, ct);
        }

        foreach (var observer in observers)
        {
            await observer.NoteAsync(db, tenant.Id, [.. shown.Select(w => (w.Item!.Id, w.LiveBody))], now, ct);
        }

        await FileUses.NoteAsync(db, ct);
        db.Log.AddRange(entries);
        await db.SaveChangesAsync(ct);
        return entries;
    }

    /// <returns>Number of the version that readers get; null when they keep what they have.</returns>
    private int? AddVersions(PortalDb db, IncomingWork work, DateTimeOffset now)
    {
        var item = work.Item!;
        item.SourceHash = work.Hash;
        var first = item.LatestVersion + 1;
        foreach (var (body, like) in work.Plan.Versions)
        {
            item.LatestVersion++;
            // What readers had before it was taken from them somebody approved once; its writer may publish it again.
            var author = item.State != ContentState.Published && like?.Number == item.LiveVersion ? null : like?.CreatedById;
            db.Versions.Add(new ContentVersion { TenantId = tenant.Id, ItemId = item.Id, Number = item.LatestVersion, Body = body, CreatedAt = now, CreatedById = author, Note = like?.Note, Slug = like?.Slug });
        }

        item.Revision += work.Plan.Versions.Count > 0 && !work.ChangesWhatIsPublic ? 1 : 0;
        return first + work.Plan.Live;
    }

    private LogEntry Show(PortalDb db, IContentType type, IncomingWork work, int version, HashSet<long> addressed, DateTimeOffset now)
    {
        var item = work.Item!;
        var facts = work.LiveBody == work.Body ? work.Facts : type.FactsOf(BodyJson.Read(work.LiveBody, type.BodyType));
        var act = Workflow.ActOfPublishing(item.State);
        GoLive.SetColumns(item, version, facts, act, now, work.Incoming.PublishedAt);
        GoLive.AddTerms(db, item, facts.On(tenant));
        if (!addressed.Contains(item.Id))
        {
            db.Addresses.Add(GoLive.AddressOf(item));
        }

        return new LogEntry { TenantId = tenant.Id, ItemId = item.Id, Type = item.Type, Act = act, Version = item.LiveVersion, At = now };
    }

    /// <summary>What has its day to come waits for it as if somebody had scheduled it; what an import scheduled follows the import.</summary>
    private static async Task ScheduleAsync(PortalDb db, IContentType type, IncomingWork work, DateTimeOffset now, CancellationToken ct)
    {
        var item = work.Item!;
        if (item.State == ContentState.Draft && work.Plan.Versions is [.., var newest])
        {
            ItemColumns.Fill(item, type.FactsOf(BodyJson.Read(newest.Body, type.BodyType)), now);
        }

        var isScheduled = work.Card is not null || (work.IsNew && work.DueAt is not null);
        if (!isScheduled)
        {
            return;
        }

        var card = work.Card ?? db.Cards.Add(new EditorialStatus { ItemId = item.Id, TenantId = item.TenantId }).Entity;
        if (work.Card is not null)
        {
            await db.ScheduledActions.Where(a => a.ItemId == item.Id && a.Kind == ScheduledActionKind.GoLive).ExecuteDeleteAsync(ct);
        }

        (card.Stage, card.GoesLiveAt) = work.DueAt is { } at ? (DraftStage.Scheduled, at) : (DraftStage.Writing, (DateTimeOffset?)null);
        card.Changes++;
        if (work.DueAt is { } due)
        {
            db.ScheduledActions.Add(new ScheduledAction { ItemId = item.Id, TenantId = item.TenantId, Kind = ScheduledActionKind.GoLive, At = due });
        }
    }

    private async Task NameNewItemsAsync(PortalDb db, IContentType type, IncomingWork[] added, DateTimeOffset now, CancellationToken ct)
    {
        var wishes = added.Select(w => w.Incoming.Slug ?? w.Facts.Slug).Distinct().ToArray();
        var taken = (await db.Items.Where(i => i.Type == type.Name && wishes.Contains(i.Slug)).Select(i => i.Slug).ToListAsync(ct)).ToHashSet();
        taken.UnionWith(await db.Addresses.Where(a => a.Type == type.Name && wishes.Contains(a.Slug)).Select(a => a.Slug).ToListAsync(ct));
        foreach (var work in added)
        {
            var wish = work.Incoming.Slug ?? work.Facts.Slug;
            if (taken.Contains(wish))
            {
                taken.UnionWith(await Addresses.TakenAsync(db, type.Name, wish, 0, ct));
            }

            var slug = Addresses.FirstFree(wish, taken.Contains);
            taken.Add(slug);
            work.Item = new ContentItem
            {
                TenantId = tenant.Id,
                Type = type.Name,
                Slug = slug,
                Title = work.Facts.Title,
                CreatedAt = now,
                UpdatedAt = now,
                SourceKey = work.Key,
            };
            db.Items.Add(work.Item);
        }
    }
}

/// <summary>The intake of a site, for commands and recipes that speak for many.</summary>
public delegate Intake IntakeOf(Tenant tenant);
