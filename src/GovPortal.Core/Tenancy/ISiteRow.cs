namespace GovPortal.Core.Tenancy;

/// <summary>
/// A row of one site. Every query of such rows is kept to the site that the database was opened for, and on PostgreSQL
/// row-level security keeps them apart again.
/// </summary>
public interface ISiteRow
{
    int TenantId { get; }
}
