using GovPortal.Publishing.Content;
using GovPortal.Storage;
using Microsoft.EntityFrameworkCore;

namespace GovPortal.Content.Links;

/// <summary>Tables of the addresses outside that live content leads to.</summary>
public static class LinkTables
{
    extension(PortalDb db)
    {
        public DbSet<OutsideLink> OutsideLinks => db.Set<OutsideLink>();
        public DbSet<OutsideAddress> OutsideAddresses => db.Set<OutsideAddress>();
    }

    public static void Describe(ModelBuilder builder)
    {
        builder.Entity<OutsideLink>(link =>
        {
            link.ToTable("outside_links");
            link.HasKey(l => new { l.ItemId, l.Address });
            link.HasIndex(l => new { l.TenantId, l.Address });
            link.HasOne<ContentItem>().WithMany().HasForeignKey(l => l.ItemId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<OutsideAddress>(address =>
        {
            address.ToTable("outside_addresses");
            address.HasKey(a => a.Address);
            address.HasIndex(a => a.NextCheckAt);
        });
    }
}
