using System.Reflection;
using GovPortal.Core.Tenancy;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace GovPortal.Storage;

/// <summary>
/// The installation's database, seen through one site. Made only by <see cref="PortalDbFactory"/>, which says for whom:
/// without a site every query of a site's rows throws.
/// </summary>
public abstract class PortalDb(DbContextOptions options) : IdentityUserContext<Person, Guid>(options)
{
    /// <summary>Name of the query filter that keeps sites apart; only <c>PublishedAcrossSites</c> and log followers may lift it.</summary>
    public const string SiteFilter = "site";

    private static readonly MethodInfo KeepToSite = typeof(PortalDb).GetMethod(nameof(KeepRowsToSite), BindingFlags.Instance | BindingFlags.NonPublic)!;

    private int? tenantId;

    /// <summary>Whose rows this context sees. Set again at every rent of a pooled context.</summary>
    internal DataScope Scope { get; private set; } = DataScope.Installation;

    /// <summary>One of <see cref="DatabaseKind"/>.</summary>
    public abstract string Kind { get; }

    public DbSet<TenantRow> Tenants => Set<TenantRow>();

    internal int TenantId => tenantId
        ?? throw new InvalidOperationException("No tenant, no data: this context was opened without a site.");

    /// <summary>
    /// Waits, within the present transaction and up to its end, for whoever else holds the key: writers who queue by one key commit one after another.
    /// </summary>
    /// <param name="key">Any number that is unique in this database.</param>
    public abstract Task QueueAsync(long key, CancellationToken ct);

    internal void Enter(DataScope scope, int? tenant)
    {
        Scope = scope;
        tenantId = tenant;
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        TenantTables.Describe(builder);
        foreach (var tables in this.GetService<Tables>().All)
        {
            tables(builder);
        }

        foreach (var table in builder.Model.GetEntityTypes().Where(SiteRows.IsOfSites).Where(table => table.FindAnnotation(SiteRows.Installation) is null).ToArray())
        {
            KeepToSite.MakeGenericMethod(table.ClrType).Invoke(this, [builder]);
        }
    }

    private void KeepRowsToSite<T>(ModelBuilder builder) where T : class, ISiteRow =>
        builder.Entity<T>().HasQueryFilter(SiteFilter, row => row.TenantId == TenantId);
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

/// <summary>The tables of every room and module, as their owners describe them.</summary>
public sealed record Tables(IReadOnlyList<Action<ModelBuilder>> All);
