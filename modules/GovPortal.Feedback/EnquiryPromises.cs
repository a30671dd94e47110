using GovPortal.Core.Tenancy;
using GovPortal.Core.WorkingTime;
using GovPortal.Publishing.Rules;
using GovPortal.Storage;
using Microsoft.EntityFrameworkCore;

namespace GovPortal.Feedback;

/// <summary>Open enquiries whose due date would be another one if they came under a changed calendar.</summary>
public sealed class EnquiryPromises(PortalDbFactory databases, DatedRules rules) : IPromises
{
    public async Task<IReadOnlyList<string>> MovedAsync(Tenant site, WorkingCalendar before, WorkingCalendar after, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(site);
        if (!site.Modules.Contains(FeedbackModule.Named))
        {
            return [];
        }

        await using var db = databases.OpenFor(site);
        var open = await db.Enquiries.AsNoTracking().Where(e => e.EndedAt == null && e.DueAt != null).OrderBy(e => e.Id).Select(e => new { e.Code, e.Kind, e.ReceivedAt }).ToListAsync(ct);
        var moved = new List<string>();
        foreach (var one in open)
        {
            var wall = EnquiryDeadlines.Wall(site, one.ReceivedAt);
            if (await rules.FindAsync(site, EnquiryDeadlines.RuleOf(one.Kind, "answer"), DateOnly.FromDateTime(wall), ct) is { } rule
                && DueTime.Of(before, wall, TimeLimit.OfDays(rule.Days), []).At != DueTime.Of(after, wall, TimeLimit.OfDays(rule.Days), []).At)
            {
                moved.Add(one.Code);
            }
        }

        return moved;
    }
}
