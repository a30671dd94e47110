using GovPortal.Storage;
using Microsoft.EntityFrameworkCore;

namespace GovPortal.Web.Views;

/// <summary>Adds to how often items were read on a day.</summary>
internal static class ViewsTable
{
    public static Task AddAsync(PortalDb db, int tenantId, long itemId, DateOnly day, long views, CancellationToken ct) => db.Database.ExecuteSqlAsync($"""
        INSERT INTO content_views ("TenantId", "ItemId", "Day", "Views") VALUES ({tenantId}, {itemId}, {day}, {views})
        ON CONFLICT ("ItemId", "Day") DO UPDATE SET "Views" = content_views."Views" + excluded."Views"
        """, ct);
}
