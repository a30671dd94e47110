using GovPortal.Core.Publication;
using GovPortal.Storage;
using Microsoft.EntityFrameworkCore;

namespace GovPortal.Storage.Publication;

/// <summary>The table of the publication log.</summary>
public static class LogTable
{
    extension(PortalDb db)
    {
        public DbSet<LogEntry> Log => db.Set<LogEntry>();
    }

    public static void Describe(ModelBuilder builder)
    {
        builder.Entity<LogEntry>(entry =>
        {
            entry.ToTable("publication_log");
            entry.SeenByInstallation();
            entry.HasKey(e => e.Position);
            entry.Property(e => e.Position).ValueGeneratedOnAdd();
            entry.Property(e => e.Act).HasConversion<string>();
        });
    }
}
