using GovPortal.Core.Tenancy;
using GovPortal.Publishing.Content;
using GovPortal.Storage;
using Microsoft.EntityFrameworkCore;

namespace GovPortal.Publishing.Desk;

/// <summary>The items of a site that others begin from: thông báo, lịch tiếp dân, kết luận …</summary>
public sealed class ItemTemplates(Tenant tenant, PortalDbFactory databases)
{
    // More than a person chooses from; a site with more has forgotten what it has.
    private const int Most = 50;

    public async Task<IReadOnlyList<ItemTemplate>> ListAsync(string type, CancellationToken ct)
    {
        await using var db = databases.OpenFor(tenant);
        return await db.Items.AsNoTracking()
            .Where(item => item.Type == type && item.State == ContentState.Draft && db.Set<EditorialStatus>().Any(card => card.ItemId == item.Id && card.Stage == DraftStage.Template))
            .OrderBy(item => item.TitleOrder).ThenBy(item => item.Id).Take(Most).Select(item => new ItemTemplate(item.Id, item.Title)).ToListAsync(ct);
    }
}

/// <summary>An item that others begin from.</summary>
public sealed record ItemTemplate(long Id, string Title);
