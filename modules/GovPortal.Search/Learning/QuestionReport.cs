using GovPortal.Core.Tenancy;
using GovPortal.Storage;
using Microsoft.EntityFrameworkCore;

namespace GovPortal.Search.Learning;

/// <summary>What people asked of a site, for those who mend its search.</summary>
public sealed class QuestionReport(Tenant tenant, PortalDbFactory databases, QuestionLog log, TimeProvider clock)
{
    private const int Most = 100;

    /// <summary>Fewer times tell nothing of whether people give up.</summary>
    private const int LeastTimes = 2;

    public async Task<IReadOnlyList<QuestionLine>> ReadAsync(QuestionList list, int days, CancellationToken ct)
    {
        await log.SaveAsync(ct);
        var first = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).AddDays(-Math.Clamp(days, 1, 3_660) + 1);
        await using var db = databases.OpenFor(tenant);
        var questions = from question in db.AskedQuestions
                        where question.TenantId == tenant.Id && question.Day >= first
                        group question by question.Folded into same
                        select new { Shown = same.Max(q => q.Shown), Times = same.Sum(q => q.Times), Opened = same.Sum(q => q.Opened), Found = same.Max(q => q.Found) };
        var rows = await questions.ToListAsync(ct);
        return [.. rows.Where(row => list switch
            {
                QuestionList.Nothing => row.Found == 0,
                QuestionList.Abandoned => row.Found > 0 && row.Opened == 0 && row.Times >= LeastTimes,
                _ => true,
            })
            .OrderByDescending(row => row.Times).ThenBy(row => row.Shown, StringComparer.Ordinal).Take(Most).Select(row => new QuestionLine(row.Shown, row.Times, row.Found, row.Opened))];
    }
}

/// <summary>Which questions are shown.</summary>
public enum QuestionList
{
    /// <summary>Asked most.</summary>
    Most,

    /// <summary>Found nothing.</summary>
    Nothing,

    /// <summary>Found something that nobody followed.</summary>
    Abandoned,
}

public sealed record QuestionLine(string Question, int Times, int Found, int Opened);
