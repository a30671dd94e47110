using GovPortal.Storage;
using Microsoft.EntityFrameworkCore;

namespace GovPortal.OneStop;

/// <summary>Tables of the one-stop desk.</summary>
public static class OneStopTables
{
    extension(PortalDb db)
    {
        public DbSet<Dossier> Dossiers => db.Set<Dossier>();
        public DbSet<DossierStep> DossierSteps => db.Set<DossierStep>();
        public DbSet<DossierVote> DossierVotes => db.Set<DossierVote>();
        public DbSet<DossierNumber> DossierNumbers => db.Set<DossierNumber>();
        public DbSet<Service> Services => db.Set<Service>();
    }

    public static void Describe(ModelBuilder builder)
    {
        builder.Entity<Dossier>(dossier =>
        {
            dossier.ToTable("onestop_dossiers");
            dossier.Ignore(d => d.State);
            dossier.HasIndex(d => new { d.TenantId, d.Code }).IsUnique();
            dossier.HasIndex(d => new { d.TenantId, d.Status, d.DueAt });
            dossier.HasIndex(d => new { d.TenantId, d.AssigneeId, d.Status });
            dossier.HasIndex(d => new { d.TenantId, d.IdentityPrint });
            dossier.HasIndex(d => new { d.TenantId, d.PhonePrint });
            dossier.HasIndex(d => new { d.TenantId, d.AcceptedAt });
            dossier.Property(d => d.Local).HasConversion<string>();
            dossier.Property(d => d.Revision).IsConcurrencyToken();
            dossier.HasOne<Service>().WithMany().HasForeignKey(d => d.ServiceId).OnDelete(DeleteBehavior.Restrict);
        });
        builder.Entity<DossierStep>(step =>
        {
            step.ToTable("onestop_steps");
            step.Ignore(s => s.Facts);
            step.HasIndex(s => new { s.DossierId, s.Number }).IsUnique();
            step.Property(s => s.Act).HasConversion<string>();
            step.Property(s => s.From).HasConversion<string>();
            step.Property(s => s.To).HasConversion<string>();
            step.HasOne<Dossier>().WithMany().HasForeignKey(s => s.DossierId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<DossierVote>(vote =>
        {
            vote.ToTable("onestop_votes");
            vote.HasKey(v => v.DossierId);
            vote.Property(v => v.DossierId).ValueGeneratedNever();
            vote.HasOne<Dossier>().WithOne().HasForeignKey<DossierVote>(v => v.DossierId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<DossierNumber>(number =>
        {
            number.ToTable("onestop_numbers");
            number.HasKey(n => new { n.TenantId, n.Day });
        });
        builder.Entity<Service>(service =>
        {
            service.ToTable("onestop_services");
            service.Ignore(s => s.Terms);
            service.HasIndex(s => new { s.TenantId, s.Code, s.Version }).IsUnique();
        });
    }
}
