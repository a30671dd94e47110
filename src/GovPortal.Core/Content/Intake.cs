using System.Security.Cryptography;
using System.Text;
using GovPortal.Core.Links;
using GovPortal.Core.Publication;
using GovPortal.Core.Storage;
using GovPortal.Core.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace GovPortal.Core.Content;

/// <summary>An item that comes from elsewhere, ready to be published.</summary>
/// <param name="SourceKey">Who the item is at its source; the same key brings a new version, never a second item.</param>
public sealed record IncomingItem(string SourceKey, object Body, DateTimeOffset? PublishedAt = null, string? Slug = null);

public enum IntakeOutcome
{
    Added,
    Changed,
    Unchanged,
}

/// <summary>Takes imported items in, a batch in one transaction: all of it stands or none.</summary>
public sealed class Intake(Tenant tenant, PortalDbFactory databases, ContentTypes types, PublicationLog log, TimeProvider clock)
{
    /// <summary>Publishes what is new or different. All bodies are of one type, pass its check, and no key comes twice.</summary>
    /// <returns>One outcome for each item, in their order.</returns>
    public async Task<IReadOnlyList<IntakeOutcome>> TakeInAsync(IReadOnlyList<IncomingItem> incoming, bool isDryRun, CancellationToken ct)
    {
        if (incoming.Count == 0)
        {
            return [];
        }

        var type = types.Of(incoming[0].Body.GetType());
        await using var db = databases.OpenFor(tenant);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await PublicationLog.QueueWriterAsync(db, ct);
        var keys = incoming.Select(i => i.SourceKey).ToArray();
        var known = await db.Items.Where(i => i.Type == type.Name && keys.Contains(i.SourceKey!)).ToDictionaryAsync(i => i.SourceKey!, ct);
        var work = incoming.Select(item => Weigh(item, type, known)).ToArray();
        if (!isDryRun && work.Any(w => w.Outcome != IntakeOutcome.Unchanged))
        {
            var entries = await WriteAsync(db, type, [.. work.Where(w => w.Outcome != IntakeOutcome.Unchanged)], ct);
            await transaction.CommitAsync(ct);
            log.Signal(entries);
        }

        return [.. work.Select(w => w.Outcome)];
    }

    private static Work Weigh(IncomingItem item, IContentType type, Dictionary<string, ContentItem> known)
    {
        var body = BodyJson.Write(item.Body, type.BodyType);
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(body)));
        var existing = known.GetValueOrDefault(item.SourceKey);
        var outcome = existing is null ? IntakeOutcome.Added : existing.SourceHash == hash ? IntakeOutcome.Unchanged : IntakeOutcome.Changed;
        return new Work(item, type.FactsOf(item.Body), body, hash, outcome) { Item = existing };
    }

    private async Task<IReadOnlyList<LogEntry>> WriteAsync(PortalDb db, IContentType type, Work[] work, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await NameNewItemsAsync(db, type, [.. work.Where(w => w.Item is null)], now, ct);

        // Items first: their numbers are what versions, terms and the log refer to.
        await db.SaveChangesAsync(ct);
        var changed = work.Where(w => w.Outcome == IntakeOutcome.Changed).Select(w => w.Item!.Id).ToArray();
        await db.Terms.Where(t => changed.Contains(t.ItemId)).ExecuteDeleteAsync(ct);
        var addressed = (await db.Addresses.Where(a => changed.Contains(a.ItemId)).Select(a => a.ItemId).ToListAsync(ct)).ToHashSet();
        var entries = new List<LogEntry>(work.Length);
        foreach (var one in work)
        {
            var (incoming, facts, body, hash, _) = one;
            var item = one.Item!;
            item.SourceHash = hash;
            item.LatestVersion++;
            db.Versions.Add(new ContentVersion { TenantId = tenant.Id, ItemId = item.Id, Number = item.LatestVersion, Body = body, CreatedAt = now });
            if (item.State is ContentState.Withdrawn or ContentState.Expired or ContentState.Archived or ContentState.Deleted)
            {
                // Somebody here took it from the public; the new version waits behind the notice for them.
                item.Revision++;
                continue;
            }

            var act = Workflow.ActOfPublishing(item.State);
            GoLive.SetColumns(item, item.LatestVersion, facts, act, now, incoming.PublishedAt);
            GoLive.AddTerms(db, item, facts.On(tenant));
            if (!addressed.Contains(item.Id))
            {
                db.Addresses.Add(GoLive.AddressOf(item));
            }

            entries.Add(new LogEntry { TenantId = tenant.Id, ItemId = item.Id, Type = item.Type, Act = act, Version = item.LiveVersion, At = now });
        }

        var live = entries.Select(e => e.ItemId).ToHashSet();
        await OutsideLinks.NoteAsync(db, tenant.Id, [.. work.Where(w => live.Contains(w.Item!.Id)).Select(w => (w.Item!.Id, w.Body))], now, ct);
        await FileUses.NoteAsync(db, ct);
        db.Log.AddRange(entries);
        await db.SaveChangesAsync(ct);
        return entries;
    }

    private async Task NameNewItemsAsync(PortalDb db, IContentType type, Work[] added, DateTimeOffset now, CancellationToken ct)
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
                SourceKey = work.Incoming.SourceKey,
            };
            db.Items.Add(work.Item);
        }
    }

    private sealed record Work(IncomingItem Incoming, ContentFacts Facts, string Body, string Hash, IntakeOutcome Outcome)
    {
        public ContentItem? Item { get; set; }
    }
}
