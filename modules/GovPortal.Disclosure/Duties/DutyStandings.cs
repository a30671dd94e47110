using GovPortal.Core.Modules;
using GovPortal.Core.Tenancy;
using GovPortal.Core.WorkingTime;
using GovPortal.Publishing.Content;
using GovPortal.Publishing.Reading;
using GovPortal.Publishing.WorkingTime;

namespace GovPortal.Disclosure.Duties;

/// <summary>Compares what a site has with what it has to have, on its present day.</summary>
public sealed class DutyStandings(Tenant tenant, PublishedContent content, ContentTypes types, ModuleList modules, DutyList list, WorkingCalendars calendars, TenantClock clock)
{
    // Standing pages of a site; more are found by the site map.
    private const int MostPages = 500;

    public DutyPack Pack => list.On(clock.Today);

    /// <summary>The duties of this kind of agency, in the pack's order.</summary>
    /// <param name="year">Only what tells of this year is compared; null for the present state.</param>
    public async Task<IReadOnlyList<DutyStanding>> OfAsync(int? year, CancellationToken ct)
    {
        var calendar = await calendars.OfAsync(tenant, ct);
        var standings = new List<DutyStanding>();
        foreach (var duty in Pack.Duties.Where(duty => duty.Kinds.Count == 0 || duty.Kinds.Contains(tenant.Kind)))
        {
            standings.Add(await OfAsync(duty, year, calendar, ct));
        }

        return standings;
    }

    private async Task<DutyStanding> OfAsync(Duty duty, int? year, WorkingCalendar calendar, CancellationToken ct)
    {
        if (duty.ShownAs is { } type)
        {
            return await OfTypeAsync(duty, type, ct);
        }

        var terms = new Dictionary<string, string> { [DisclosedInformationType.SectionTerm] = duty.Key };
        if (year is { } only)
        {
            terms[DisclosedInformationType.YearTerm] = Written(only);
        }

        var found = await content.ListAsync(new ListQuery(DisclosedInformationType.TypeName, Size: 1) { Terms = terms }, ct);
        var absent = await AbsentAsync(duty, year, calendar, ct);
        var address = found.Items.Count == 0 ? null : $"/cong-khai?muc={duty.Key}" + (year is { } y ? $"&nam={Written(y)}" : "");
        return new DutyStanding(duty, StateOf(duty, found.Items.FirstOrDefault(), absent), found.Total, found.Items.FirstOrDefault(), address, absent, NextDue(duty, year, calendar));
    }

    private async Task<DutyStanding> OfTypeAsync(Duty duty, string name, CancellationToken ct)
    {
        ListedItem? newest = null;
        var count = 0;
        if (types.Find(name) is { } type && modules.IsOn(type.Module, tenant))
        {
            var found = await content.ListAsync(new ListQuery(name, Size: duty.Slug is null ? 1 : MostPages), ct);
            newest = found.Items.FirstOrDefault(item => duty.Slug is null || item.Slug == duty.Slug);
            count = newest is null ? 0 : duty.Slug is null ? found.Total : 1;
        }

        var address = newest is null ? null : duty.Slug is null ? $"/{types.Of(name).Path}" : types.PathOf(name, newest.Slug);
        return new DutyStanding(duty, StateOf(duty, newest, []), count, newest, address, [], null);
    }

    // As many parts as a year has, from the last that fell due; of a year that is asked for, all of its own.
    private async Task<IReadOnlyList<(Period Period, DateOnly Due)>> AbsentAsync(Duty duty, int? year, WorkingCalendar calendar, CancellationToken ct)
    {
        var expected = DutyDates.DueBy(duty, clock.Today, Pack.From, year, calendar).Take(duty.Parts.Count).ToArray();
        var absent = new List<(Period Period, DateOnly Due)>();
        foreach (var part in expected)
        {
            var terms = new Dictionary<string, string> { [DisclosedInformationType.SectionTerm] = duty.Key, [DisclosedInformationType.PeriodTerm] = part.Period.ToString() };
            if ((await content.ListAsync(new ListQuery(DisclosedInformationType.TypeName, Size: 1) { IsCounted = false, Terms = terms }, ct)).Items.Count == 0)
            {
                absent.Add(part);
            }
        }

        return absent;
    }

    private DutyState StateOf(Duty duty, ListedItem? newest, IReadOnlyList<(Period Period, DateOnly Due)> absent) =>
        newest is null ? absent.Count > 0 || duty.Parts.Count == 0 && duty.IsForAll ? DutyState.Missing : DutyState.NotDue
        : absent.Count > 0 || duty.MostMonths is { } months && clock.DayOf(newest.CorrectedAt ?? newest.PublishedAt).AddMonths(months) < clock.Today ? DutyState.Overdue
        : DutyState.Complete;

    private (Period Period, DateOnly Due)? NextDue(Duty duty, int? year, WorkingCalendar calendar)
    {
        var next = DutyDates.Of(duty, [clock.Today.Year - 1, clock.Today.Year, clock.Today.Year + 1], calendar).Where(part => part.Due >= clock.Today && (year is null || part.Period.Year == year)).OrderBy(part => part.Due).Take(1).ToArray();
        return next is [var one] ? one : null;
    }

    private static string Written(int year) => year.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
