using System.Text.Json;
using GovPortal.Core.Tenancy;
using GovPortal.Storage;
using Microsoft.EntityFrameworkCore;

namespace GovPortal.Search.Teaching;

/// <summary>How the questions of a site's search rules were answered in one night.</summary>
public sealed class NightlyCheck : ISiteRow
{
    private static readonly JsonSerializerOptions json = new(JsonSerializerDefaults.Web);

    public int TenantId { get; set; }

    /// <summary>The day on the wall of the agency.</summary>
    public DateOnly Day { get; set; }

    public DateTimeOffset RanAt { get; set; }

    public int Asked { get; set; }

    public int Answered { get; set; }

    /// <summary>Questions that were not answered, as JSON.</summary>
    public string Unanswered { get; set; } = "[]";

    public bool IsGreen => Answered == Asked;

    public IReadOnlyList<UnansweredQuestion> ReadUnanswered() => JsonSerializer.Deserialize<List<UnansweredQuestion>>(Unanswered, json) ?? [];

    /// <summary>A night's result of a site.</summary>
    public static NightlyCheck Of(int site, DateOnly day, DateTimeOffset at, IReadOnlyList<TrialLine> lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        var failed = lines.Where(line => !line.IsAnswered).Select(line => new UnansweredQuestion(line.Question, line.First)).ToList();
        return new NightlyCheck { TenantId = site, Day = day, RanAt = at, Asked = lines.Count, Answered = lines.Count - failed.Count, Unanswered = JsonSerializer.Serialize(failed, json) };
    }
}

/// <param name="First">Title of what stood first; null where nothing was found.</param>
public sealed record UnansweredQuestion(string Question, string? First);

/// <summary>Table of the nights.</summary>
public static class NightlyCheckTables
{
    extension(PortalDb db)
    {
        public DbSet<NightlyCheck> NightlyChecks => db.Set<NightlyCheck>();
    }

    public static void Describe(ModelBuilder builder) => builder.Entity<NightlyCheck>(check =>
    {
        check.ToTable("search_nightly_checks");
        check.SeenByInstallation();
        check.HasKey(c => new { c.TenantId, c.Day });
        check.Ignore(c => c.IsGreen);
    });
}
