using GovPortal.Core.Caching;
using GovPortal.Core.Content;
using GovPortal.Core.Links;
using GovPortal.Core.Mail;
using GovPortal.Core.Security;
using GovPortal.Core.Web;
using GovPortal.Core.Writing;
using Microsoft.EntityFrameworkCore;

namespace GovPortal.Core.Storage;

/// <summary>Tables, keys and the indexes that lists stand on.</summary>
internal static class PortalModel
{
    // Web Authentication, section 4, “credential ID”.
    private const int LongestCredentialId = 1023;

    public static void Describe(ModelBuilder builder)
    {
        builder.Entity<TenantRow>(tenant =>
        {
            tenant.ToTable("tenants");
            tenant.HasIndex(t => t.Name).IsUnique();
            tenant.HasIndex(t => t.Host).IsUnique();
            tenant.Property(t => t.Kind).HasConversion<string>();
            tenant.Property(t => t.Settings).IsConcurrencyToken();
        });
        builder.Entity<Membership>(membership =>
        {
            membership.ToTable("memberships");
            membership.HasKey(m => new { m.PersonId, m.TenantId, m.Role });
            membership.Property(m => m.Role).HasConversion<string>();
        });
        builder.Entity<ContentItem>(item =>
        {
            item.ToTable("content_items");
            item.HasIndex(i => new { i.TenantId, i.Type, i.Slug }).IsUnique();
            item.HasIndex(i => new { i.TenantId, i.Type, i.SourceKey }).IsUnique();
            item.HasIndex(i => new { i.TenantId, i.Type, i.State, i.SortAt, i.Id });
            item.HasIndex(i => new { i.TenantId, i.Type, i.State, i.TitleOrder });
            item.HasIndex(i => new { i.Type, i.State, i.SortAt, i.Id });
            item.Property(i => i.Revision).IsConcurrencyToken();
            item.Property(i => i.State).HasConversion<string>();
        });
        builder.Entity<ContentVersion>(version =>
        {
            version.ToTable("content_versions");
            version.HasIndex(v => new { v.ItemId, v.Number }).IsUnique();
            version.HasOne<ContentItem>().WithMany().HasForeignKey(v => v.ItemId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<ItemTerm>(term =>
        {
            term.ToTable("content_terms");
            term.HasKey(t => new { t.ItemId, t.Kind, t.Value });
            term.HasIndex(t => new { t.TenantId, t.Type, t.Kind, t.Value });
            term.HasIndex(t => new { t.Type, t.Kind, t.Value });
            term.HasOne<ContentItem>().WithMany().HasForeignKey(t => t.ItemId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<ItemAddress>(address =>
        {
            address.ToTable("content_addresses");
            address.HasKey(a => new { a.TenantId, a.Type, a.Slug });
            address.HasOne<ContentItem>().WithMany().HasForeignKey(a => a.ItemId).OnDelete(DeleteBehavior.Cascade);
        });
        DescribeFiles(builder);
        builder.Entity<LogEntry>(entry =>
        {
            entry.ToTable("publication_log");
            entry.HasKey(e => e.Position);
            entry.Property(e => e.Position).ValueGeneratedOnAdd();
            entry.Property(e => e.Act).HasConversion<string>();
        });
        DescribeDesk(builder);
        DescribeWriting(builder);
        DescribeUse(builder);
        NamePeople(builder);
        DescribeDoor(builder);
    }

    // How people come in, and the letters that tell them so.
    private static void DescribeDoor(ModelBuilder builder)
    {
        builder.Entity<Invitation>(invitation =>
        {
            invitation.ToTable("invitations");
            invitation.HasIndex(i => i.LinkHash).IsUnique();
            invitation.HasIndex(i => new { i.TenantId, i.Email }).IsUnique();
        });
        builder.Entity<PersonSession>(session =>
        {
            session.ToTable("person_sessions");
            session.HasIndex(s => s.SeenAt);
            session.HasOne<Person>().WithMany().HasForeignKey(s => s.PersonId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<OutboxLetter>(letter =>
        {
            letter.ToTable("outbox");
            letter.HasIndex(l => l.NextTryAt);
        });
    }

    private static void DescribeFiles(ModelBuilder builder)
    {
        builder.Entity<StoredFile>(file =>
        {
            file.ToTable("files");
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
            work.HasIndex(w => w.DueAt);
            work.HasIndex(w => new { w.FileId, w.Task });
            work.Property(w => w.Task).HasConversion<string>();
        });
    }

    private static void DescribeDesk(ModelBuilder builder)
    {
        builder.Entity<EditorialStatus>(card =>
        {
            card.ToTable("content_desk");
            card.HasKey(c => c.ItemId);
            card.Property(c => c.ItemId).ValueGeneratedNever();
            card.HasIndex(c => new { c.TenantId, c.Stage });
            card.HasIndex(c => new { c.TenantId, c.ExpiresAt });
            card.HasIndex(c => new { c.TenantId, c.ReviewOn });
            card.Property(c => c.Stage).HasConversion<string>();
            card.Property(c => c.Changes).IsConcurrencyToken();
            card.HasOne<ContentItem>().WithOne().HasForeignKey<EditorialStatus>(c => c.ItemId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<Remark>(remark =>
        {
            remark.ToTable("content_remarks");
            remark.HasIndex(r => r.ItemId);
            remark.HasOne<ContentItem>().WithMany().HasForeignKey(r => r.ItemId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<ScheduledAction>(appointment =>
        {
            appointment.ToTable("content_appointments");
            appointment.HasKey(a => new { a.ItemId, a.Kind });
            appointment.HasIndex(a => a.At);
            appointment.Property(a => a.Kind).HasConversion<string>();
            appointment.HasOne<ContentItem>().WithMany().HasForeignKey(a => a.ItemId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<AuditEntry>(entry =>
        {
            entry.ToTable("audit_log");
            entry.HasIndex(e => new { e.TenantId, e.At });
            entry.HasIndex(e => new { e.TenantId, e.ItemId });
        });
    }

    // What is learnt about live items: who leads where, and how often they are read.
    private static void DescribeUse(ModelBuilder builder)
    {
        builder.Entity<ViewsOfDay>(views =>
        {
            views.ToTable("content_views");
            views.HasKey(v => new { v.ItemId, v.Day });
            views.HasIndex(v => new { v.TenantId, v.Day });
        });
        builder.Entity<OutsideLink>(link =>
        {
            link.ToTable("outside_links");
            link.HasKey(l => new { l.ItemId, l.Address });
            link.HasIndex(l => new { l.TenantId, l.Address });
            link.HasOne<ContentItem>().WithMany().HasForeignKey(l => l.ItemId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<OutsideAddress>(address =>
        {
            address.ToTable("outside_addresses");
            address.HasKey(a => a.Address);
            address.HasIndex(a => a.NextCheckAt);
        });
    }

    private static void DescribeWriting(ModelBuilder builder)
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

    private static void NamePeople(ModelBuilder builder)
    {
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
