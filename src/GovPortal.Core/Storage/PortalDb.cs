using GovPortal.Core.Caching;
using GovPortal.Core.Content;
using GovPortal.Core.Links;
using GovPortal.Core.Mail;
using GovPortal.Core.Security;
using GovPortal.Core.Writing;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace GovPortal.Core.Storage;

/// <summary>
/// The installation's database, seen through one site. Made only by <see cref="PortalDbFactory"/>, which says for whom:
/// without a site every query of a site's rows throws.
/// </summary>
public abstract class PortalDb(DbContextOptions options) : IdentityUserContext<Person, Guid>(options)
{
    /// <summary>Name of the query filter that keeps sites apart; only <c>PublishedAcrossSites</c> and log followers may lift it.</summary>
    public const string SiteFilter = "site";

    private int? tenantId;

    /// <summary>Whose rows this context sees. Set again at every rent of a pooled context.</summary>
    internal DataScope Scope { get; private set; } = DataScope.Installation;

    public DbSet<TenantRow> Tenants => Set<TenantRow>();
    public DbSet<Membership> Memberships => Set<Membership>();
    public DbSet<PersonSession> Sessions => Set<PersonSession>();
    public DbSet<Invitation> Invitations => Set<Invitation>();
    public DbSet<OutboxLetter> Outbox => Set<OutboxLetter>();
    public DbSet<ContentItem> Items => Set<ContentItem>();
    public DbSet<ContentVersion> Versions => Set<ContentVersion>();
    public DbSet<ItemTerm> Terms => Set<ItemTerm>();
    public DbSet<ItemAddress> Addresses => Set<ItemAddress>();
    public DbSet<StoredFile> Files => Set<StoredFile>();
    public DbSet<FileText> FileTexts => Set<FileText>();
    public DbSet<FileUse> FileUses => Set<FileUse>();

    /// <summary>Work of all sites in one queue, seen whole by the installation alone; it names files and shows nothing of them.</summary>
    public DbSet<FileWork> FileWorks => Set<FileWork>();
    public DbSet<LogEntry> Log => Set<LogEntry>();
    public DbSet<EditorialStatus> Cards => Set<EditorialStatus>();
    public DbSet<Remark> Remarks => Set<Remark>();
    public DbSet<ScheduledAction> ScheduledActions => Set<ScheduledAction>();
    public DbSet<AuditEntry> Audit => Set<AuditEntry>();
    public DbSet<Autosave> Autosaves => Set<Autosave>();
    public DbSet<WritingLock> WritingLocks => Set<WritingLock>();
    public DbSet<ViewsOfDay> Views => Set<ViewsOfDay>();
    public DbSet<OutsideLink> OutsideLinks => Set<OutsideLink>();
    public DbSet<OutsideAddress> OutsideAddresses => Set<OutsideAddress>();

    internal int TenantId => tenantId
        ?? throw new InvalidOperationException("No tenant, no data: this context was opened without a site.");

    internal void Enter(DataScope scope, int? tenant)
    {
        Scope = scope;
        tenantId = tenant;
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        PortalModel.Describe(builder);
        builder.Entity<ContentItem>().HasQueryFilter(SiteFilter, item => item.TenantId == TenantId);
        builder.Entity<ContentVersion>().HasQueryFilter(SiteFilter, version => version.TenantId == TenantId);
        builder.Entity<ItemTerm>().HasQueryFilter(SiteFilter, term => term.TenantId == TenantId);
        builder.Entity<ItemAddress>().HasQueryFilter(SiteFilter, address => address.TenantId == TenantId);
        builder.Entity<EditorialStatus>().HasQueryFilter(SiteFilter, card => card.TenantId == TenantId);
        builder.Entity<Remark>().HasQueryFilter(SiteFilter, remark => remark.TenantId == TenantId);
        builder.Entity<AuditEntry>().HasQueryFilter(SiteFilter, entry => entry.TenantId == TenantId);
        builder.Entity<StoredFile>().HasQueryFilter(SiteFilter, file => file.TenantId == TenantId);
        builder.Entity<FileText>().HasQueryFilter(SiteFilter, text => text.TenantId == TenantId);
        builder.Entity<FileUse>().HasQueryFilter(SiteFilter, use => use.TenantId == TenantId);
        builder.Entity<Autosave>().HasQueryFilter(SiteFilter, autosave => autosave.TenantId == TenantId);
        builder.Entity<WritingLock>().HasQueryFilter(SiteFilter, held => held.TenantId == TenantId);
        builder.Entity<Invitation>().HasQueryFilter(SiteFilter, invitation => invitation.TenantId == TenantId);
        builder.Entity<OutsideLink>().HasQueryFilter(SiteFilter, link => link.TenantId == TenantId);
    }
}

/// <summary>What a database context may see.</summary>
public enum DataScope
{
    /// <summary>The directory, people and the log; no site's rows.</summary>
    Installation,

    /// <summary>One site's rows.</summary>
    Site,

    /// <summary>Live content of all sites, read only.</summary>
    PublishedAcrossSites,
}

/// <summary>The database in one SQLite file.</summary>
public sealed class SqlitePortalDb(DbContextOptions<SqlitePortalDb> options) : PortalDb(options)
{
    // SQLite has no instants: milliseconds since 1970 sort and compare.
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UnixMilliseconds>();
}

/// <summary>The database on a PostgreSQL server, with row-level security.</summary>
public sealed class PostgresPortalDb(DbContextOptions<PostgresPortalDb> options) : PortalDb(options);
