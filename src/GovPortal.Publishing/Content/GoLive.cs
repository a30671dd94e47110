using GovPortal.Core.Configuration;
using GovPortal.Core.Publication;
using GovPortal.Storage;
using Microsoft.EntityFrameworkCore;

namespace GovPortal.Publishing.Content;

/// <summary>Makes a version the live one: columns, terms and address change together.</summary>
internal static class GoLive
{
    /// <param name="publishedAt">The first publication where it lies elsewhere, as with imported articles; null means now.</param>
    public static async Task ApplyAsync(PortalDb db, ContentItem item, ContentVersion version, ContentFacts facts, PublicationAct act, DateTimeOffset now, DateTimeOffset? publishedAt, CancellationToken ct)
    {
        await db.Terms.Where(t => t.ItemId == item.Id).ExecuteDeleteAsync(ct);
        SetColumns(item, version.Number, facts, act, now, publishedAt);
        AddTerms(db, item, facts);
        if (!await db.Addresses.AnyAsync(a => a.Type == item.Type && a.Slug == item.Slug, ct))
        {
            db.Addresses.Add(AddressOf(item));
        }
    }

    public static void SetColumns(ContentItem item, int version, ContentFacts facts, PublicationAct act, DateTimeOffset now, DateTimeOffset? publishedAt)
    {
        item.PublishedAt ??= publishedAt ?? now;
        item.CorrectedAt = act == PublicationAct.Corrected ? now : item.CorrectedAt;
        item.UpdatedAt = now;
        item.State = ContentState.Published;
        item.LiveVersion = version;
        item.WithdrawnNotice = null;
        item.WithdrawnAt = null;
        item.Revision++;
        ItemColumns.Fill(item, facts, now);
    }

    public static void AddTerms(PortalDb db, ContentItem item, ContentFacts facts) =>
        db.Terms.AddRange(facts.Terms.DistinctBy(term => (term.Kind, term.Value)).Select(term => new ItemTerm
        {
            TenantId = item.TenantId,
            ItemId = item.Id,
            Type = item.Type,
            Kind = term.Kind,
            Value = term.Value,
            Label = term.Label,
        }));

    public static ItemAddress AddressOf(ContentItem item) =>
        new() { TenantId = item.TenantId, Type = item.Type, Slug = item.Slug, ItemId = item.Id };
}
