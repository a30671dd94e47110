using System.Globalization;
using GovPortal.Core.Tenancy;
using GovPortal.Publishing.Reading;

namespace GovPortal.Events;

/// <summary>Events of a site by day: those to come, and those past of a year.</summary>
public sealed class EventLists(PublishedContent content, TenantClock clock)
{
    // More than an agency holds in a year.
    private const int MostOfYear = 500;

    /// <summary>Those that are not over on the agency's present day, the next first.</summary>
    public async Task<IReadOnlyList<ListedEvent>> ComingAsync(CancellationToken ct)
    {
        var coming = new List<ListedEvent>();
        foreach (var year in (await YearsAsync(ct)).Where(year => year >= clock.Today.Year))
        {
            coming.AddRange((await OfYearAsync(year, ct)).Where(one => one.Line.LastDay() >= clock.Today));
        }

        return [.. coming.DistinctBy(one => one.Item.Id).OrderBy(one => one.Line.StartsAt).ThenBy(one => one.Item.Id)];
    }

    /// <summary>Those of a year that are over, the last first.</summary>
    public async Task<IReadOnlyList<ListedEvent>> PastAsync(int year, CancellationToken ct) =>
        [.. (await OfYearAsync(year, ct)).Where(one => one.Line.LastDay() < clock.Today).OrderByDescending(one => one.Line.StartsAt).ThenBy(one => one.Item.Id)];

    /// <summary>Years in which something was or will be held, the latest first.</summary>
    public async Task<IReadOnlyList<int>> YearsAsync(CancellationToken ct) =>
        [.. (await content.CountTermsAsync(PublicEventType.TypeName, PublicEventType.YearTerm, ct)).Select(term => int.Parse(term.Value, CultureInfo.InvariantCulture)).OrderDescending()];

    private async Task<IEnumerable<ListedEvent>> OfYearAsync(int year, CancellationToken ct)
    {
        var found = await content.ListAsync(new ListQuery(PublicEventType.TypeName, Size: MostOfYear) { IsCounted = false, Terms = new Dictionary<string, string> { [PublicEventType.YearTerm] = year.ToString("0000", CultureInfo.InvariantCulture) } }, ct);
        return found.Items.Select(item => new ListedEvent(item, PublicEventType.LineOf(item)));
    }
}

/// <summary>An event in a list.</summary>
public sealed record ListedEvent(ListedItem Item, EventLine Line);
