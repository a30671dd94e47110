using Microsoft.EntityFrameworkCore;

namespace GovPortal.Storage;

/// <summary>The table of sites.</summary>
internal static class TenantTables
{
    public static void Describe(ModelBuilder builder)
    {
        builder.Entity<TenantRow>(tenant =>
        {
            tenant.ToTable("tenants");
            tenant.HasIndex(t => t.Name).IsUnique();
            tenant.HasIndex(t => t.Host).IsUnique();
            tenant.Property(t => t.Kind).HasConversion<string>();
            tenant.Property(t => t.Settings).IsConcurrencyToken();
        });
    }
}
