using GovPortal.Core.Checking;
using GovPortal.Core.Configuration;
using GovPortal.Core.Files;
using GovPortal.Core.Modules;
using GovPortal.Core.Tenancy;
using GovPortal.Publishing.Content;
using GovPortal.Publishing.Reading;
using GovPortal.Storage;
using Microsoft.EntityFrameworkCore;

namespace GovPortal.Publishing.Sites;

/// <summary>The categories and fields of the visited site: which there are, and what they are called. Items keep the text they were saved with; lists, filters and search follow at once.</summary>
public sealed class SiteTerms(Tenant tenant, PublishedContent published, ContentTypes types, ModuleList modules, SiteStructure structure)
{
    /// <summary>Longest name of a category or field.</summary>
    public const int LongestLabel = 150;

    // Bodies read at once when items are to say again what they said before a merger.
    private const int AtOnce = 200;

    /// <summary>Every term of the kind with its number of public items: those the site has named first, in their order, then what items brought along.</summary>
    public async Task<IReadOnlyList<TermCount>> OfferedAsync(NamedKind kind, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(kind);
        var counted = new List<TermCount>();
        foreach (var type in types.All.Where(type => modules.IsOn(type.Module, tenant)))
        {
            counted.AddRange(await published.CountTermsAsync(type.Name, kind.Kind, ct));
        }

        return tenant.Settings.Offer(kind, [.. counted.GroupBy(term => term.Value).Select(group => new TermCount(group.Key, group.First().Label, group.Sum(term => term.Count))).OrderByDescending(term => term.Count)]);
    }

    /// <summary>Sets what the site calls its categories or fields, and has its public items say so. Refuses when somebody else changed them since the form was opened.</summary>
    /// <param name="seen">Print of the names as the form showed them; see <see cref="SiteStructure.PrintOf"/>.</param>
    public Task<Refusal?> SaveAsync(NamedKind kind, string act, string seen, Func<TenantSettings, TenantSettings> change, Guid? by, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(kind);
        ArgumentNullException.ThrowIfNull(change);
        TenantSettings? before = null, after = null;
        return structure.ChangeAsync(act, kind.Of, seen, present => after = change(before = present), by, ct, db => RetellAsync(db, kind, before!, after!, ct));
    }

    /// <returns>Numbers of the items that say something else now.</returns>
    private async Task<IReadOnlyCollection<long>> RetellAsync(PortalDb db, NamedKind kind, TenantSettings before, TenantSettings after, CancellationToken ct)
    {
        var told = new HashSet<long>();
        var parted = kind.Of(before).Where(name => kind.Of(after).FirstOrDefault(now => now.Value == name.Value) is { } now && name.Merged.Select(old => old.Value).Except(now.Merged.Select(old => old.Value)).Any()).Select(name => name.Value).ToArray();
        if (parted.Length > 0)
        {
            told.UnionWith(await SayAgainAsync(db, kind, parted, after, ct));
        }

        var carried = db.Terms.Where(term => term.Kind == kind.Kind);
        foreach (var term in await carried.Select(term => new { term.Value, term.Label }).Distinct().ToListAsync(ct))
        {
            if (after.TermOf(kind, term.Value) is not { } now || (now.Value == term.Value && now.Label == term.Label))
            {
                continue;
            }

            var rows = carried.Where(row => row.Value == term.Value && row.Label == term.Label);
            told.UnionWith(await rows.Select(row => row.ItemId).ToListAsync(ct));
            if (now.Value != term.Value)
            {
                // Whoever was under both is under one.
                await rows.Where(row => carried.Any(other => other.ItemId == row.ItemId && other.Value == now.Value)).ExecuteDeleteAsync(ct);
            }

            await rows.ExecuteUpdateAsync(set => set.SetProperty(row => row.Value, now.Value).SetProperty(row => row.Label, now.Label), ct);
        }

        return told;
    }

    /// <summary>Items of a term that no longer stands for others say again what their texts say.</summary>
    private async Task<IReadOnlyList<long>> SayAgainAsync(PortalDb db, NamedKind kind, string[] values, TenantSettings after, CancellationToken ct)
    {
        var ids = await db.Terms.Where(term => term.Kind == kind.Kind && values.Contains(term.Value)).Select(term => term.ItemId).Distinct().ToListAsync(ct);
        foreach (var some in ids.Chunk(AtOnce))
        {
            var rows = await (from item in db.Items.AsNoTracking()
                              where some.Contains(item.Id)
                              join version in db.Versions on new { item.Id, Number = item.LiveVersion } equals new { Id = version.ItemId, Number = (int?)version.Number }
                              select new { Item = item, version.Body }).ToListAsync(ct);
            await db.Terms.Where(term => some.Contains(term.ItemId) && term.Kind == kind.Kind).ExecuteDeleteAsync(ct);
            foreach (var row in rows)
            {
                var type = types.Of(row.Item.Type);
                var facts = type.FactsOf(BodyJson.Read(row.Body, type.BodyType)).On(tenant with { Settings = after });
                GoLive.AddTerms(db, row.Item, facts with { Terms = [.. facts.Terms.Where(term => term.Kind == kind.Kind)] });
            }

            await db.SaveChangesAsync(ct);
        }

        return ids;
    }
}
