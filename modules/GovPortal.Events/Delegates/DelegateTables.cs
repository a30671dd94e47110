using GovPortal.Publishing.Content;
using GovPortal.Storage;
using Microsoft.EntityFrameworkCore;

namespace GovPortal.Events.Delegates;

/// <summary>The table of those who registered.</summary>
public static class DelegateTables
{
    extension(PortalDb db)
    {
        public DbSet<EventDelegate> EventDelegates => db.Set<EventDelegate>();
    }

    public static void Describe(ModelBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Entity<EventDelegate>(one =>
        {
            one.ToTable("event_delegates");
            one.HasIndex(d => new { d.ItemId, d.Number }).IsUnique();
            one.HasIndex(d => new { d.ItemId, d.FormKey }).IsUnique();
            one.HasIndex(d => new { d.TenantId, d.Code }).IsUnique();
            one.HasOne<ContentItem>().WithMany().HasForeignKey(d => d.ItemId).OnDelete(DeleteBehavior.Cascade);
        });
    }
}
