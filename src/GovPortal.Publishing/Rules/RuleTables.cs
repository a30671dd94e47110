using GovPortal.Core.Tenancy;
using GovPortal.Storage;
using Microsoft.EntityFrameworkCore;

namespace GovPortal.Publishing.Rules;

/// <summary>A rule as a site has set it; the portal's hold for every site that says nothing else.</summary>
public sealed class StoredRule : ISiteRow
{
    public int TenantId { get; set; }
    public required string Name { get; set; }
    public DateOnly From { get; set; }
    public DateOnly? Until { get; set; }
    public int Days { get; set; }
    public required string Citation { get; set; }

    public DatedRule AsRule => new(Name, Days, Citation, From, Until) { IsConfirmed = true };
}

/// <summary>The table of rules that sites have set.</summary>
public static class RuleTables
{
    extension(PortalDb db)
    {
        public DbSet<StoredRule> Rules => db.Set<StoredRule>();
    }

    public static void Describe(ModelBuilder builder)
    {
        builder.Entity<StoredRule>(rule =>
        {
            rule.ToTable("dated_rules");
            rule.Ignore(r => r.AsRule);
            rule.HasKey(r => new { r.TenantId, r.Name, r.From });
            rule.Property(r => r.Citation).HasMaxLength(DatedRules.CitationLength);
        });
    }
}
