using GovPortal.Core.Tenancy;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GovPortal.Storage;

/// <summary>Who else sees rows of sites.</summary>
public static class SiteRows
{
    /// <summary>Value of <c>app.tenant</c> by which the owner of the tables, and nobody else, sees and writes the rows of all sites: for exports, backups and checks.</summary>
    internal const string WholeInstallation = "whole-installation";

    internal const string AcrossSites = "GovPortal:AcrossSites";
    internal const string Installation = "GovPortal:Installation";

    /// <summary>True for tables whose rows belong to sites.</summary>
    public static bool IsOfSites(IReadOnlyTypeBase table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return typeof(ISiteRow).IsAssignableFrom(table.ClrType);
    }

    /// <summary>Readers of all sites see these rows too.</summary>
    /// <param name="condition">What must hold of a row, in PostgreSQL's words.</param>
    public static EntityTypeBuilder<T> SeenAcrossSites<T>(this EntityTypeBuilder<T> table, string condition) where T : class, ISiteRow
    {
        table.Metadata.AddAnnotation(AcrossSites, condition);
        return table;
    }

    /// <summary>The installation works on the rows of all sites, as a queue's worker does.</summary>
    public static EntityTypeBuilder<T> SeenByInstallation<T>(this EntityTypeBuilder<T> table) where T : class, ISiteRow
    {
        table.Metadata.AddAnnotation(Installation, true);
        return table;
    }
}
