using GovPortal.Storage;
using Microsoft.EntityFrameworkCore;

namespace GovPortal.Search.Teaching;

/// <summary>Table of what editors taught search.</summary>
public static class SearchRuleTables
{
    extension(PortalDb db)
    {
        public DbSet<SearchRule> TaughtEntries => db.Set<SearchRule>();
    }

    public static void Describe(ModelBuilder builder) => builder.Entity<SearchRule>(entry =>
    {
        entry.ToTable("search_taught");
        entry.SeenByInstallation();
        entry.HasIndex(e => e.TenantId);
    });
}
