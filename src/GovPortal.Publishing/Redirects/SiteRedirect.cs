using GovPortal.Core.Tenancy;
using GovPortal.Storage;
using Microsoft.EntityFrameworkCore;

namespace GovPortal.Publishing.Redirects;

/// <summary>An address that something had elsewhere, or on this site before it moved, and where it stands now.</summary>
public sealed class SiteRedirect : ISiteRow
{
    public int TenantId { get; set; }

    /// <summary>As <see cref="OldAddress.KeyOf"/> writes it.</summary>
    public required string From { get; set; }

    /// <summary>Host of the site it was known at; null where that was this one.</summary>
    public string? Origin { get; set; }

    /// <summary>Below the root of the site that has it now.</summary>
    public required string To { get; set; }

    /// <summary>Name of the site that has it now; null for this one.</summary>
    public string? ToSite { get; set; }

    public DateTimeOffset CreatedAt { get; set; }
}

/// <summary>The table of addresses that lead on.</summary>
public static class RedirectTables
{
    public static void Describe(ModelBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Entity<SiteRedirect>(redirect =>
        {
            redirect.ToTable("site_redirects");
            redirect.HasKey(r => new { r.TenantId, r.From });
        });
    }
}
