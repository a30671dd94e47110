using GovPortal.Core.Configuration;
using GovPortal.Storage;
using Microsoft.EntityFrameworkCore;

namespace GovPortal.Publishing.Content;

/// <summary>Tables of what sites publish: items, versions, terms, addresses and where a draft stands.</summary>
public static class ContentTables
{
    extension(PortalDb db)
    {
        public DbSet<ContentItem> Items => db.Set<ContentItem>();
        public DbSet<ContentVersion> Versions => db.Set<ContentVersion>();
        public DbSet<ItemTerm> Terms => db.Set<ItemTerm>();
        public DbSet<ItemAddress> Addresses => db.Set<ItemAddress>();
        public DbSet<EditorialStatus> Cards => db.Set<EditorialStatus>();
        public DbSet<Remark> Remarks => db.Set<Remark>();
        public DbSet<ScheduledAction> ScheduledActions => db.Set<ScheduledAction>();
    }

    public static void Describe(ModelBuilder builder)
    {
        builder.Entity<ContentItem>(item =>
        {
            item.ToTable("content_items");
            item.SeenAcrossSites("\"State\" = 'Published'");
            item.HasIndex(i => new { i.TenantId, i.Type, i.Slug }).IsUnique();
            item.HasIndex(i => new { i.TenantId, i.Type, i.SourceKey }).IsUnique();
            item.HasIndex(i => new { i.TenantId, i.Type, i.State, i.SortAt, i.Id });
            item.HasIndex(i => new { i.TenantId, i.Type, i.State, i.TitleOrder });
            item.HasIndex(i => new { i.Type, i.State, i.SortAt, i.Id });
            item.Property(i => i.Revision).IsConcurrencyToken();
            item.Property(i => i.State).HasConversion<string>();
        });
        builder.Entity<ContentVersion>(version =>
        {
            version.ToTable("content_versions");
            version.SeenAcrossSites("EXISTS (SELECT FROM content_items i WHERE i.\"Id\" = \"ItemId\" AND i.\"LiveVersion\" = \"Number\" AND i.\"State\" = 'Published')");
            version.HasIndex(v => new { v.ItemId, v.Number }).IsUnique();
            version.HasOne<ContentItem>().WithMany().HasForeignKey(v => v.ItemId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<ItemTerm>(term =>
        {
            term.ToTable("content_terms");
            term.SeenAcrossSites("EXISTS (SELECT FROM content_items i WHERE i.\"Id\" = \"ItemId\" AND i.\"State\" = 'Published')");
            term.HasKey(t => new { t.ItemId, t.Kind, t.Value });
            term.HasIndex(t => new { t.TenantId, t.Type, t.Kind, t.Value });
            term.HasIndex(t => new { t.Type, t.Kind, t.Value });
            term.HasOne<ContentItem>().WithMany().HasForeignKey(t => t.ItemId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<ItemAddress>(address =>
        {
            address.ToTable("content_addresses");
            address.HasKey(a => new { a.TenantId, a.Type, a.Slug });
            address.HasOne<ContentItem>().WithMany().HasForeignKey(a => a.ItemId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<EditorialStatus>(card =>
        {
            card.ToTable("content_desk");
            card.HasKey(c => c.ItemId);
            card.Property(c => c.ItemId).ValueGeneratedNever();
            card.HasIndex(c => new { c.TenantId, c.Stage });
            card.HasIndex(c => new { c.TenantId, c.ExpiresAt });
            card.HasIndex(c => new { c.TenantId, c.ReviewOn });
            card.Property(c => c.Stage).HasConversion<string>();
            card.Property(c => c.Changes).IsConcurrencyToken();
            card.HasOne<ContentItem>().WithOne().HasForeignKey<EditorialStatus>(c => c.ItemId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<Remark>(remark =>
        {
            remark.ToTable("content_remarks");
            remark.HasIndex(r => r.ItemId);
            remark.HasOne<ContentItem>().WithMany().HasForeignKey(r => r.ItemId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<ScheduledAction>(appointment =>
        {
            appointment.ToTable("content_appointments");
            appointment.SeenByInstallation();
            appointment.HasKey(a => new { a.ItemId, a.Kind });
            appointment.HasIndex(a => a.At);
            appointment.Property(a => a.Kind).HasConversion<string>();
            appointment.HasOne<ContentItem>().WithMany().HasForeignKey(a => a.ItemId).OnDelete(DeleteBehavior.Cascade);
        });
    }
}
