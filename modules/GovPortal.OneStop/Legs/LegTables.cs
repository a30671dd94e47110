using GovPortal.Storage;
using Microsoft.EntityFrameworkCore;

namespace GovPortal.OneStop.Legs;

/// <summary>Tables of what agencies ask each other.</summary>
public static class LegTables
{
    extension(PortalDb db)
    {
        public DbSet<Leg> Legs => db.Set<Leg>();
        public DbSet<LegTask> LegTasks => db.Set<LegTask>();
        public DbSet<LegMessage> LegMessages => db.Set<LegMessage>();
    }

    public static void Describe(ModelBuilder builder)
    {
        builder.Entity<Leg>(leg =>
        {
            leg.ToTable("onestop_legs");
            leg.Property(l => l.Id).ValueGeneratedNever();
            leg.HasIndex(l => l.DossierId);
            leg.HasOne<Dossier>().WithMany().HasForeignKey(l => l.DossierId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<LegTask>(task =>
        {
            task.ToTable("onestop_leg_tasks");
            task.Property(t => t.Id).ValueGeneratedNever();
            task.HasIndex(t => new { t.TenantId, t.AnsweredAt, t.DueAt });
        });
        builder.Entity<LegMessage>(message =>
        {
            message.ToTable("onestop_leg_messages");
            message.SeenByInstallation();
            message.Property(m => m.Id).ValueGeneratedNever();
            message.HasIndex(m => m.NextTryAt);
        });
    }
}
