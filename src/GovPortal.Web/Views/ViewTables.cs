using GovPortal.Storage;
using Microsoft.EntityFrameworkCore;

namespace GovPortal.Web.Views;

/// <summary>The table of how often items are read.</summary>
public static class ViewTables
{
    extension(PortalDb db)
    {
        public DbSet<ViewsOfDay> Views => db.Set<ViewsOfDay>();
    }

    public static void Describe(ModelBuilder builder)
    {
        builder.Entity<ViewsOfDay>(views =>
        {
            views.ToTable("content_views");
            views.SeenByInstallation();
            views.HasKey(v => new { v.ItemId, v.Day });
            views.HasIndex(v => new { v.TenantId, v.Day });
        });
    }
}
