using GovPortal.Core.Checking;
using GovPortal.Core.Configuration;
using GovPortal.Core.Security;
using GovPortal.Core.Tenancy;
using GovPortal.Publishing.Content;
using GovPortal.Storage;
using GovPortal.Storage.People;
using Microsoft.EntityFrameworkCore;

namespace GovPortal.Publishing.Desk;

/// <summary>Nobody approves what they wrote themselves, where somebody else could. What came by import or recipe nobody here wrote.</summary>
internal static class FourEyes
{
    private static readonly Role[] Approvers = [.. Permission.Roles[Permission.Publish]];

    public static async Task<Refusal?> RefuseAsync(PortalDb db, Tenant tenant, ContentItem item, EditorialStatus? card, Guid? by, CancellationToken ct)
    {
        // What went public in haste nobody has approved yet, wherever it stands now.
        var since = card?.UrgentAt is null ? item.LiveVersion ?? 0 : card.UrgentSince;
        var refuses = by is not null && await db.Versions.AnyAsync(v => v.ItemId == item.Id && v.Number > since && v.CreatedById == by, ct) && await BindAsync(db, tenant, by, ct);
        return refuses ? new Refusal("content.publish.four-eyes") : null;
    }

    /// <summary>Whether somebody else of this site could approve what the person writes.</summary>
    public static async Task<bool> BindAsync(PortalDb db, Tenant tenant, Guid? by, CancellationToken ct) =>
        tenant.Settings.HasFourEyes && by is not null && await db.Memberships.AnyAsync(m => m.TenantId == tenant.Id && m.PersonId != by && Approvers.Contains(m.Role), ct);
}
