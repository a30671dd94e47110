using GovPortal.Core.Tenancy;
using GovPortal.Publishing.Files;
using GovPortal.Storage;
using Microsoft.EntityFrameworkCore;

namespace GovPortal.Signatures;

/// <summary>A file of the trust list: certificates that are trusted, or a revocation list. One for the whole installation.</summary>
public sealed class TrustFile
{
    public int Id { get; set; }
    public TrustKind Kind { get; set; }

    /// <summary>What people call it: the name it came with.</summary>
    public required string Name { get; set; }

    /// <summary>Who it names: subjects of certificates, or the issuer of a list.</summary>
    public required string Says { get; set; }
    public required byte[] Bytes { get; set; }

    /// <summary>Last day of the first certificate, or when a list runs out; null where it does not say.</summary>
    public DateTimeOffset? EndsAt { get; set; }
    public DateTimeOffset AddedAt { get; set; }
    public string? AddedBy { get; set; }
}

public enum TrustKind
{
    /// <summary>The specialised service for agencies (Decree 68/2024/NĐ-CP).</summary>
    Specialised,

    /// <summary>Public certification services (Decree 23/2025/NĐ-CP).</summary>
    Public,
    RevocationList,
}

/// <summary>What was found of the signatures of a site's file when it was last looked at.</summary>
public sealed class FileSignatures : ISiteRow
{
    public const int MostAttempts = 3;

    public long FileId { get; set; }
    public int TenantId { get; set; }

    /// <summary>Of the trust list that it rests on.</summary>
    public required string TrustVersion { get; set; }
    public DateTimeOffset CheckedAt { get; set; }

    /// <summary>Counted before each check, so that a file which ends the server is not tried for ever.</summary>
    public int Attempts { get; set; }

    /// <summary>The report as JSON; empty while it was never finished.</summary>
    public string Report { get; set; } = "";
}

/// <summary>Tables of the trust list and of what was found.</summary>
public static class SignatureTables
{
    extension(PortalDb db)
    {
        public DbSet<TrustFile> TrustFiles => db.Set<TrustFile>();
        public DbSet<FileSignatures> FileSignatures => db.Set<FileSignatures>();
    }

    public static void Describe(ModelBuilder builder)
    {
        builder.Entity<TrustFile>(file =>
        {
            file.ToTable("trust_files");
            file.Property(f => f.Kind).HasConversion<string>();
        });
        builder.Entity<FileSignatures>(found =>
        {
            found.ToTable("file_signatures");
            found.HasKey(f => f.FileId);
            found.Property(f => f.FileId).ValueGeneratedNever();
            found.HasOne<StoredFile>().WithOne().HasForeignKey<FileSignatures>(f => f.FileId).OnDelete(DeleteBehavior.Cascade);
        });
    }
}
