using GovPortal.Storage;
using Microsoft.EntityFrameworkCore;

namespace GovPortal.Rankings.Surveying;

/// <summary>Tables of surveys: what is asked, what agencies declared, and every act.</summary>
internal static class SurveyTables
{
    extension(PortalDb db)
    {
        public DbSet<IndexSurvey> Surveys => db.Set<IndexSurvey>();
        public DbSet<UnitDeclaration> Declarations => db.Set<UnitDeclaration>();
        public DbSet<SurveyAct> SurveyActs => db.Set<SurveyAct>();
    }

    public static void Describe(ModelBuilder builder)
    {
        builder.Entity<IndexSurvey>(survey =>
        {
            survey.ToTable("ranking_surveys");
            survey.HasIndex(s => new { s.TenantId, s.Year }).IsUnique();
            survey.Property(s => s.Stage).HasConversion<string>();
            survey.Property(s => s.Revision).IsConcurrencyToken();
        });
        builder.Entity<UnitDeclaration>(declaration =>
        {
            declaration.ToTable("ranking_declarations");
            declaration.HasIndex(d => new { d.SurveyId, d.UnitId }).IsUnique();
            declaration.HasIndex(d => new { d.TenantId, d.UnitId });
            declaration.Property(d => d.Revision).IsConcurrencyToken();
            declaration.HasOne<IndexSurvey>().WithMany().HasForeignKey(d => d.SurveyId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<SurveyAct>(act =>
        {
            act.ToTable("ranking_acts");
            act.HasIndex(a => new { a.SurveyId, a.UnitId });
            act.HasOne<IndexSurvey>().WithMany().HasForeignKey(a => a.SurveyId).OnDelete(DeleteBehavior.Cascade);
        });
    }
}
