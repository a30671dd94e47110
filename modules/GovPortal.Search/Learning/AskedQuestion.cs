using GovPortal.Core.Tenancy;
using GovPortal.Storage;
using Microsoft.EntityFrameworkCore;

namespace GovPortal.Search.Learning;

/// <summary>How often a question was asked of a site on a day. Nothing is known of who asked, and long numbers and addresses are masked.</summary>
public sealed class AskedQuestion : ISiteRow
{
    public const int Longest = 200;

    public int TenantId { get; set; }

    /// <summary>The day in UTC.</summary>
    public DateOnly Day { get; set; }

    /// <summary>The question without diacritics: the same question in every spelling.</summary>
    public required string Folded { get; set; }

    /// <summary>As it was typed first, masked.</summary>
    public required string Shown { get; set; }

    public int Times { get; set; }

    /// <summary>How many hits it had when it was asked last.</summary>
    public int Found { get; set; }

    /// <summary>How often a hit was followed, where a script could tell.</summary>
    public int Opened { get; set; }
}

/// <summary>Table of the questions.</summary>
public static class QuestionTables
{
    extension(PortalDb db)
    {
        public DbSet<AskedQuestion> AskedQuestions => db.Set<AskedQuestion>();
    }

    public static void Describe(ModelBuilder builder) => builder.Entity<AskedQuestion>(question =>
    {
        question.ToTable("search_questions");
        question.SeenByInstallation();
        question.HasKey(q => new { q.TenantId, q.Day, q.Folded });
        question.Property(q => q.Folded).HasMaxLength(AskedQuestion.Longest);
        question.Property(q => q.Shown).HasMaxLength(AskedQuestion.Longest);
        question.HasIndex(q => q.Day);
    });
}
