using System.Globalization;
using GovPortal.Core.Tenancy;
using GovPortal.Storage;
using GovPortal.Storage.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace GovPortal.OneStop;

/// <summary>Figures of a period, of one agency and one field of procedures, or a sum of such.</summary>
/// <param name="Carried">Accepted before the period and not ended before it.</param>
/// <param name="Received">Accepted in the period.</param>
public sealed record FiguresRow(string Agency, string Field, int Carried, int Received, int Online, int Postal, int Early, int OnTime, int Late, int Returned, int Stopped, int Undue, int Overdue, int Waiting, int Votes, int Content)
{
    public int Total => Carried + Received;

    /// <summary>Ended in the period.</summary>
    public int Resolved => Total - Undue - Overdue - Waiting;

    /// <summary>Percent of all dossiers of the period, to two decimals; null (N/A) where there is none.</summary>
    public decimal? OnTimeShare => Share(Early + OnTime, Early + OnTime + Late);

    public decimal? OnlineShare => Share(Online, Received);

    public decimal? ContentShare => Share(Content, Votes);

    /// <summary>As a reader of the page reads a share: <c>95,42 %</c> in Vietnamese, <c>95.42 %</c> in English, N/A where there is none.</summary>
    public static string Spoken(decimal? share, bool isEnglish) => share is { } known ? known.ToString("0.00", CultureInfo.GetCultureInfo(isEnglish ? "en-GB" : "vi-VN")) + " %" : "N/A";

    /// <summary>As files write a share.</summary>
    public static string Written(decimal? share) => share?.ToString("0.00", CultureInfo.InvariantCulture) ?? "N/A";

    public static FiguresRow operator +(FiguresRow a, FiguresRow b) => new(a.Agency, a.Field, a.Carried + b.Carried, a.Received + b.Received, a.Online + b.Online, a.Postal + b.Postal, a.Early + b.Early, a.OnTime + b.OnTime,
        a.Late + b.Late, a.Returned + b.Returned, a.Stopped + b.Stopped, a.Undue + b.Undue, a.Overdue + b.Overdue, a.Waiting + b.Waiting, a.Votes + b.Votes, a.Content + b.Content);

    public static FiguresRow Add(FiguresRow left, FiguresRow right) => left + right;

    /// <summary>A row without figures.</summary>
    public static FiguresRow Nothing(string agency, string field) => new(agency, field, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    private static decimal? Share(int part, int all) => all == 0 ? null : Math.Round(part * 100m / all, 2, MidpointRounding.AwayFromZero);
}

/// <summary>Figures of the one-stop desk by the national arithmetic, counted anew each time from how dossiers stand.</summary>
public sealed class OneStopFigures(PortalDbFactory databases, TenantDirectory directory, TimeProvider clock)
{
    /// <summary>From three stars on a citizen counts as content.</summary>
    public const int ContentFrom = 3;

    /// <summary>Rows of each agency that receives dossiers, and of each field there.</summary>
    /// <param name="from">First day, on the clock of the province.</param>
    /// <param name="until">Last day; a day to come is cut at now.</param>
    public async Task<IReadOnlyList<FiguresRow>> OfAsync(IEnumerable<Tenant> sites, DateOnly from, DateOnly until, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(sites);
        var rows = new List<FiguresRow>();

        // A period ends before its end; the present moment belongs to it.
        var soon = clock.GetUtcNow().AddMilliseconds(1);
        foreach (var site in sites.Where(site => site.Modules.Contains(OneStopModule.Named)))
        {
            var (start, end) = (StartOf(site, from), StartOf(site, until.AddDays(1)));
            rows.AddRange(await OfSiteAsync(site, start, end < soon ? end : soon, ct));
        }

        return rows;
    }

    /// <summary>Sites whose figures a site shows: the portal those of all, an agency its own.</summary>
    public IEnumerable<Tenant> SitesOf(Tenant site) => site.IsPortal ? directory.All.Where(one => one.IsEnabled) : [site];

    private async Task<IEnumerable<FiguresRow>> OfSiteAsync(Tenant site, DateTimeOffset start, DateTimeOffset end, CancellationToken ct)
    {
        await using var db = databases.OpenFor(site);
        var dossiers = await db.Dossiers.AsNoTracking()
            .Where(d => d.AcceptedAt < end && (d.AcceptedAt >= start || (d.DoneAt ?? d.ReturnedAt ?? d.ClosedAt) == null || (d.DoneAt ?? d.ReturnedAt ?? d.ClosedAt) >= start))
            .Select(d => new Dossier
            {
                ServiceCode = "",
                ServiceName = "",
                ApplicantName = "",
                ApplicantWords = "",
                SealedPersonal = "",
                SealedSecret = "",
                ConsentVersion = "",
                Id = d.Id,
                Field = d.Field,
                Channel = d.Channel,
                Local = d.Local,
                AcceptedAt = d.AcceptedAt,
                DueAt = d.DueAt,
                PausedAt = d.PausedAt,
                Supplements = d.Supplements,
                SupplementAskedAt = d.SupplementAskedAt,
                DoneAt = d.DoneAt,
                ReturnedAt = d.ReturnedAt,
                ClosedAt = d.ClosedAt,
            }).ToListAsync(ct);
        var votes = await db.DossierVotes.AsNoTracking().Where(v => v.At >= start && v.At < end).Select(v => new { v.DossierId, v.Stars }).ToDictionaryAsync(v => v.DossierId, v => v.Stars, ct);
        return dossiers.GroupBy(d => d.Field, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(group => group.Aggregate(FiguresRow.Nothing(site.Title, group.Key), (sum, dossier) => sum + RowOf(dossier, votes.TryGetValue(dossier.Id, out var stars) ? stars : null, start, end)));
    }

    private static FiguresRow RowOf(Dossier dossier, int? stars, DateTimeOffset start, DateTimeOffset end)
    {
        var (state, isNew) = (dossier.State, dossier.AcceptedAt >= start);
        var punctuality = OnTimeRule.Judge(state, end);
        var isEnded = OnTimeRule.EndOf(state) < end;
        var isWaiting = !isEnded && state.PausedAt < end;
        static int One(bool holds) => holds ? 1 : 0;
        return new FiguresRow("", "", One(!isNew), One(isNew), One(isNew && dossier.Channel == Channel.Online), One(isNew && dossier.Channel == Channel.Postal),
            One(punctuality == Punctuality.Early), One(punctuality == Punctuality.OnTime), One(punctuality == Punctuality.Late), One(state.ReturnedAt < end), One(state.ClosedAt < end),
            One(!isEnded && !isWaiting && punctuality != Punctuality.Late), One(!isEnded && !isWaiting && punctuality == Punctuality.Late), One(isWaiting), One(stars is not null), One(stars >= ContentFrom));
    }

    private static DateTimeOffset StartOf(Tenant site, DateOnly day) => new TenantClock(site, TimeProvider.System).StartOf(day);
}
