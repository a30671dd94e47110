using GovPortal.Core.Localization;
using GovPortal.Core.Security;
using Microsoft.EntityFrameworkCore;

namespace GovPortal.Storage.People;

/// <summary>Tables of people, what they may do, how they come in, and what they did.</summary>
public static class PeopleTables
{
    // Web Authentication, section 4, “credential ID”.
    private const int LongestCredentialId = 1023;

    extension(PortalDb db)
    {
        public DbSet<Membership> Memberships => db.Set<Membership>();
        public DbSet<AuditEntry> Audit => db.Set<AuditEntry>();
    }

    public static void Describe(ModelBuilder builder)
    {
        builder.Entity<Membership>(membership =>
        {
            membership.ToTable("memberships");
            membership.SeenByInstallation();
            membership.HasKey(m => new { m.PersonId, m.TenantId, m.Role });
            membership.Property(m => m.Role).HasConversion<string>();
        });
        builder.Entity<AuditEntry>(entry =>
        {
            entry.ToTable("audit_log");
            entry.HasIndex(e => new { e.TenantId, e.At });
            entry.HasIndex(e => new { e.TenantId, e.ItemId });
        });
        builder.Entity<Person>(person =>
        {
            person.ToTable("people");
            person.Property(p => p.WantsLetters).HasDefaultValue(true).HasSentinel(true);
            person.Property(p => p.Language).HasDefaultValue(Texts.Vietnamese);
        });
        builder.Entity<Microsoft.AspNetCore.Identity.IdentityUserClaim<Guid>>().ToTable("people_claims");
        builder.Entity<Microsoft.AspNetCore.Identity.IdentityUserLogin<Guid>>().ToTable("people_logins");
        builder.Entity<Microsoft.AspNetCore.Identity.IdentityUserToken<Guid>>().ToTable("people_tokens");

        // Identity describes them itself only in a later form of its schema, which changes its other tables too.
        builder.Entity<Microsoft.AspNetCore.Identity.IdentityUserPasskey<Guid>>(passkey =>
        {
            passkey.ToTable("people_passkeys");
            passkey.HasKey(p => p.CredentialId);
            passkey.Property(p => p.CredentialId).HasMaxLength(LongestCredentialId);
            passkey.OwnsOne(p => p.Data).ToJson();
            passkey.HasOne<Person>().WithMany().HasForeignKey(p => p.UserId).OnDelete(DeleteBehavior.Cascade);
        });
    }
}
