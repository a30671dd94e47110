using GovPortal.Core.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace GovPortal.Storage;

/// <summary>Opens the database for somebody: a site, the installation, or readers of all published content.</summary>
public sealed class PortalDbFactory(Func<PortalDb> rent)
{
    public PortalDb OpenFor(Tenant tenant) => Open(DataScope.Site, tenant.Id);

    /// <summary>Directory, people, log; touching a site's rows throws.</summary>
    public PortalDb OpenInstallation() => Open(DataScope.Installation, null);

    /// <summary>Read-only door over all sites; callers lift <see cref="PortalDb.SiteFilter"/> and ask for live rows only.</summary>
    internal PortalDb OpenAcrossSites()
    {
        var db = Open(DataScope.PublishedAcrossSites, null);
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        return db;
    }

    private PortalDb Open(DataScope scope, int? tenantId)
    {
        var db = rent();
        db.Enter(scope, tenantId);
        return db;
    }
}
