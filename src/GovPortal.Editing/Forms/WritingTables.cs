using GovPortal.Core.Security;
using GovPortal.Publishing.Content;
using GovPortal.Storage;
using Microsoft.EntityFrameworkCore;

namespace GovPortal.Editing.Forms;

/// <summary>Tables of what people are writing and have not saved.</summary>
public static class WritingTables
{
    extension(PortalDb db)
    {
        public DbSet<Autosave> Autosaves => db.Set<Autosave>();
        public DbSet<WritingLock> WritingLocks => db.Set<WritingLock>();
    }

    public static void Describe(ModelBuilder builder)
    {
        builder.Entity<Autosave>(autosave =>
        {
            autosave.ToTable("content_autosaves");
            autosave.HasIndex(a => new { a.TenantId, a.PersonId, a.Key }).IsUnique();
            autosave.HasIndex(a => new { a.TenantId, a.At });
            autosave.HasOne<ContentItem>().WithMany().HasForeignKey(a => a.ItemId).OnDelete(DeleteBehavior.Cascade);
            autosave.HasOne<Person>().WithMany().HasForeignKey(a => a.PersonId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<WritingLock>(held =>
        {
            held.ToTable("content_locks");
            held.HasKey(l => l.ItemId);
            held.Property(l => l.ItemId).ValueGeneratedNever();
            held.HasIndex(l => l.TenantId);
            held.HasOne<ContentItem>().WithMany().HasForeignKey(l => l.ItemId).OnDelete(DeleteBehavior.Cascade);
            held.HasOne<Person>().WithMany().HasForeignKey(l => l.PersonId).OnDelete(DeleteBehavior.Cascade);
        });
    }
}
