using GovPortal.Publishing.Content;
using GovPortal.Storage;
using Microsoft.EntityFrameworkCore;

namespace GovPortal.Consultations;

/// <summary>The table of opinions.</summary>
public static class CommentTables
{
    extension(PortalDb db)
    {
        public DbSet<DraftComment> DraftComments => db.Set<DraftComment>();
    }

    public static void Describe(ModelBuilder builder)
    {
        builder.Entity<DraftComment>(comment =>
        {
            comment.ToTable("consultation_comments");
            comment.HasIndex(c => new { c.TenantId, c.FormName }).IsUnique();
            comment.HasIndex(c => new { c.TenantId, c.ItemId, c.State });
            comment.Property(c => c.State).HasConversion<string>();
            comment.Property(c => c.Reply).HasConversion<string>();
            comment.HasOne<ContentItem>().WithMany().HasForeignKey(c => c.ItemId).OnDelete(DeleteBehavior.Cascade);
        });
    }
}
