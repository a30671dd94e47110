using GovPortal.Publishing.Content;
using GovPortal.Storage;
using Microsoft.EntityFrameworkCore;

namespace GovPortal.Publishing.Files;

/// <summary>Tables of the files of sites, their words, uses and what is to be done with them.</summary>
public static class FileTables
{
    extension(PortalDb db)
    {
        public DbSet<StoredFile> Files => db.Set<StoredFile>();
        public DbSet<FileText> FileTexts => db.Set<FileText>();
        public DbSet<FileUse> FileUses => db.Set<FileUse>();
        public DbSet<FileWork> FileWorks => db.Set<FileWork>();
    }

    public static void Describe(ModelBuilder builder)
    {
        builder.Entity<StoredFile>(file =>
        {
            file.ToTable("files");
            // Lists over all sites show pictures in the width that fits.
            file.SeenAcrossSites("\"Width\" IS NOT NULL AND \"DeletedAt\" IS NULL");
            file.HasIndex(f => new { f.TenantId, f.Hash, f.Name }).IsUnique();
            file.HasIndex(f => new { f.TenantId, f.Print });
            file.HasIndex(f => new { f.TenantId, f.CreatedAt, f.Id });
            file.Property(f => f.Print).HasComputedColumnSql($"substr(\"Hash\", 1, {StoredFile.PrintLength})", stored: true);
            file.Property(f => f.Title).HasDefaultValue("");
            file.Property(f => f.Words).HasDefaultValue("");
            file.Property(f => f.TextReading).HasConversion<string>().HasDefaultValue(TextReading.None);
        });
        builder.Entity<FileText>(text =>
        {
            text.ToTable("file_texts");
            text.HasKey(t => t.FileId);
            text.HasOne<StoredFile>().WithOne().HasForeignKey<FileText>(t => t.FileId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<FileUse>(use =>
        {
            use.ToTable("file_uses");
            use.HasKey(u => new { u.FileId, u.ItemId, u.Version });
            use.HasOne<StoredFile>().WithMany().HasForeignKey(u => u.FileId).OnDelete(DeleteBehavior.Cascade);
            use.HasOne<ContentItem>().WithMany().HasForeignKey(u => u.ItemId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<FileWork>(work =>
        {
            work.ToTable("file_work");
            work.SeenByInstallation();
            work.HasIndex(w => w.DueAt);
            work.HasIndex(w => new { w.FileId, w.Task });
            work.Property(w => w.Task).HasConversion<string>();
        });
    }
}
