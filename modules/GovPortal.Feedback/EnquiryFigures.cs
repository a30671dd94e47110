using GovPortal.Core.Tenancy;
using GovPortal.Storage;
using GovPortal.Storage.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace GovPortal.Feedback;

/// <summary>Figures of an agency and a kind in a period, or a sum of such.</summary>
/// <param name="Received">Came in the period.</param>
/// <param name="OnTime">Of those received, ended in time.</param>
/// <param name="Late">Of those received, ended late.</param>
/// <param name="Overdue">Of those received, not ended though their time is over.</param>
/// <param name="Open">Of those received, not ended and in time.</param>
public sealed record EnquiryRow(string Agency, EnquiryKind? Kind, int Received, int Answered, int Refused, int Forwarded, int OnTime, int Late, int Overdue, int Open, int Published)
{
    /// <summary>Percent of those whose time was up, to two decimals; null where there is none.</summary>
    public decimal? OnTimeShare => OnTime + Late + Overdue is var due and > 0 ? Math.Round(OnTime * 100m / due, 2, MidpointRounding.AwayFromZero) : null;

    public static EnquiryRow operator +(EnquiryRow a, EnquiryRow b) => new(a.Agency, a.Kind, a.Received + b.Received, a.Answered + b.Answered, a.Refused + b.Refused, a.Forwarded + b.Forwarded,
        a.OnTime + b.OnTime, a.Late + b.Late, a.Overdue + b.Overdue, a.Open + b.Open, a.Published + b.Published);

    public static EnquiryRow Add(EnquiryRow left, EnquiryRow right) => left + right;

    /// <summary>A row without figures.</summary>
    public static EnquiryRow Nothing(string agency, EnquiryKind? kind) => new(agency, kind, 0, 0, 0, 0, 0, 0, 0, 0, 0);
}

/// <summary>How agencies answer, counted anew each time from how enquiries stand. What was sent on counts with the agency that got it.</summary>
public sealed class EnquiryFigures(PortalDbFactory databases, TenantDirectory directory, TimeProvider clock)
{
    /// <summary>Sites whose figures a site shows: the portal those of all, an agency its own.</summary>
    public IEnumerable<Tenant> SitesOf(Tenant site) => (site.IsPortal ? directory.All.Where(one => one.IsEnabled) : [site]).Where(one => one.Modules.Contains(FeedbackModule.Named));

    /// <summary>A row for each agency and kind that got something.</summary>
    public async Task<IReadOnlyList<EnquiryRow>> OfAsync(IEnumerable<Tenant> sites, DateOnly from, DateOnly until, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(sites);
        var (rows, now) = (new List<EnquiryRow>(), clock.GetUtcNow());
        foreach (var site in sites)
        {
            var time = new TenantClock(site, clock);
            var (start, end) = (time.StartOf(from), time.StartOf(until.AddDays(1)));
            await using var db = databases.OpenFor(site);
            var received = await db.Enquiries.AsNoTracking().Where(e => e.ReceivedAt >= start && e.ReceivedAt < end)
                .Select(e => new Stand(e.Kind, e.State, e.DueAt, e.PausedAt, e.EndedAt, e.ItemId != null)).ToListAsync(ct);
            rows.AddRange(received.GroupBy(one => one.Kind).OrderBy(group => group.Key).Select(group => group.Aggregate(EnquiryRow.Nothing(site.Title, group.Key), (sum, one) => sum + RowOf(one, now))));
        }

        return rows;
    }

    private static EnquiryRow RowOf(Stand one, DateTimeOffset now)
    {
        static int If(bool holds) => holds ? 1 : 0;
        var isForwarded = one.State == EnquiryState.Forwarded;
        var isInTime = one.DueAt is null || (one.EndedAt ?? one.PausedAt ?? now) <= one.DueAt;
        var isDone = one.EndedAt is not null && !isForwarded;
        return new EnquiryRow("", null, 1, If(one.State == EnquiryState.Answered), If(one.State == EnquiryState.Refused), If(isForwarded), If(isDone && isInTime), If(isDone && !isInTime),
            If(one.EndedAt is null && !isInTime), If(one.EndedAt is null && isInTime), If(one.IsPublished));
    }

    private sealed record Stand(EnquiryKind Kind, EnquiryState State, DateTimeOffset? DueAt, DateTimeOffset? PausedAt, DateTimeOffset? EndedAt, bool IsPublished);
}
