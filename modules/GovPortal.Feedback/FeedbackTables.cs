using GovPortal.Publishing.Content;
using GovPortal.Storage;
using Microsoft.EntityFrameworkCore;

namespace GovPortal.Feedback;

/// <summary>Tables of what citizens write, and of whether pages are of use.</summary>
public static class FeedbackTables
{
    extension(PortalDb db)
    {
        public DbSet<Enquiry> Enquiries => db.Set<Enquiry>();
        public DbSet<EnquiryStep> EnquirySteps => db.Set<EnquiryStep>();
        public DbSet<UsefulCount> UsefulCounts => db.Set<UsefulCount>();
        public DbSet<MissingThing> MissingThings => db.Set<MissingThing>();
    }

    public static void Describe(ModelBuilder builder)
    {
        builder.Entity<Enquiry>(enquiry =>
        {
            enquiry.ToTable("feedback_enquiries");
            enquiry.Ignore(e => e.IsEnded);
            enquiry.HasIndex(e => new { e.TenantId, e.Code }).IsUnique();
            enquiry.HasIndex(e => new { e.TenantId, e.FormName }).IsUnique();
            enquiry.HasIndex(e => new { e.TenantId, e.State, e.DueAt });
            enquiry.HasIndex(e => new { e.TenantId, e.ReceivedAt });
            enquiry.Property(e => e.Kind).HasConversion<string>();
            enquiry.Property(e => e.State).HasConversion<string>();
            enquiry.Property(e => e.Revision).IsConcurrencyToken();
            enquiry.HasOne<ContentItem>().WithMany().HasForeignKey(e => e.ItemId).OnDelete(DeleteBehavior.SetNull);
        });
        builder.Entity<EnquiryStep>(step =>
        {
            step.ToTable("feedback_steps");
            step.HasIndex(s => new { s.EnquiryId, s.Number }).IsUnique();
            step.Property(s => s.Act).HasConversion<string>();
            step.HasOne<Enquiry>().WithMany().HasForeignKey(s => s.EnquiryId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<UsefulCount>(count =>
        {
            count.ToTable("feedback_useful");
            count.HasKey(c => new { c.ItemId, c.Day });
            count.HasIndex(c => new { c.TenantId, c.Day });
            count.HasOne<ContentItem>().WithMany().HasForeignKey(c => c.ItemId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<MissingThing>(thing =>
        {
            thing.ToTable("feedback_missing");
            thing.HasIndex(t => new { t.TenantId, t.ItemId });
            thing.Property(t => t.Text).HasMaxLength(MissingThing.TextLength);
            thing.HasOne<ContentItem>().WithMany().HasForeignKey(t => t.ItemId).OnDelete(DeleteBehavior.Cascade);
        });
    }
}
