using GovPortal.Storage;
using Microsoft.EntityFrameworkCore;

namespace GovPortal.Search.Teaching;

/// <summary>Table of what editors taught search.</summary>
public static class TaughtTables
{
    extension(PortalDb db)
    {
        public DbSet<TaughtEntry> TaughtEntries => db.Set<TaughtEntry>();
    }

    public static void Describe(ModelBuilder builder) => builder.Entity<TaughtEntry>(entry =>
    {
        entry.ToTable("search_taught");
        entry.SeenByInstallation();
        entry.HasIndex(e => e.TenantId);
    });
}
