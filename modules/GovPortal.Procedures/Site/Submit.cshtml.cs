using GovPortal.Core.Caching;
using GovPortal.Core.Localization;
using GovPortal.Core.Tenancy;
using GovPortal.Core.Text;
using GovPortal.Core.WorkingTime;
using GovPortal.Publishing.Content;
using GovPortal.Publishing.Reading;
using GovPortal.Publishing.WorkingTime;
using GovPortal.Web.Caching;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace GovPortal.Procedures.Site;

/// <summary>Where a dossier is handed in by who lives in a commune, whether the counter is open, and when the outcome is due.</summary>
public sealed class SubmitPage(PublishedContent content, VisitedSite site, ReceivingOffices offices, WorkingCalendars calendars, TimeProvider time, Localizer say) : PageModel
{
    // What is said of a name that is none.
    private const int LongestNamed = 40;

    [BindProperty(SupportsGet = true, Name = "xa")]
    public string? CommuneName { get; set; }

    /// <summary>The day on which the dossier is handed in; today where none is given.</summary>
    [BindProperty(SupportsGet = true, Name = "ngay")]
    public DateOnly? Day { get; set; }

    public ContentItem Item { get; private set; } = null!;

    public Procedure Procedure { get; private set; } = null!;

    /// <summary>To choose from; empty where the commune makes no difference.</summary>
    public IReadOnlyList<Tenant> Communes { get; private set; } = [];

    public Tenant? Commune { get; private set; }

    public IReadOnlyList<CounterCard> Counters { get; private set; } = [];

    public IReadOnlyList<PromiseRow> Promises { get; private set; } = [];

    public DateOnly Received { get; private set; }

    public DateOnly Today { get; private set; }

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken ct)
    {
        if (await content.FindAsync<Procedure>(code, ct) is not { IsMoved: false, Body: { } body, Item: { } item })
        {
            return ProcedureCode.TryParse(code, out var canonical) && await content.FindAsync<Procedure>(canonical, ct) is { Body: not null } found
                ? RedirectPermanent(site.Link($"/thu-tuc/{found.Item.Slug}/nop-ho-so")) : NotFound();
        }

        (Item, Procedure, Communes) = (item, body, ReceivingOffices.IsOfCommune(body) && !offices.IsElsewhere(body) ? offices.Communes : []);
        Commune = offices.CommuneNamed(CommuneName) ?? (ReceivingOffices.IsCommune(site.Tenant) && string.IsNullOrEmpty(CommuneName) ? site.Tenant : null);
        if (Commune is null && !string.IsNullOrEmpty(CommuneName))
        {
            ModelState.AddModelError("xa", say["procedures.office.no-commune", ShortName.Of(CommuneName, LongestNamed)]);
        }

        Today = new TenantClock(site.Tenant, time).Today;
        Received = ModelState.GetFieldValidationState("ngay") == ModelValidationState.Invalid ? Today : Day ?? Today;
        if (!ModelState.IsValid)
        {
            PageDependencies.PreventCaching();
        }

        await ReadOfficesAsync(ct);
        return Page();
    }

    /// <summary>True where the hour matters, since it is the day of handing in itself.</summary>
    public bool IsWithinDay(DateTime due) => DateOnly.FromDateTime(due) == Received;

    /// <summary>The due day for calendar programs.</summary>
    public string CalendarAddress(int place) => site.Link($"/thu-tuc/{Item.Slug}/ngay-tra.ics") + new QueryWriter().Add("ngay", Days.Iso(Received)).Add("dong", place).Add("xa", Commune?.Name);

    private async Task ReadOfficesAsync(CancellationToken ct)
    {
        var counters = new List<CounterCard>();
        foreach (var office in offices.Of(Procedure, site.Tenant, Commune))
        {
            var calendar = await calendars.OfAsync(office.Site, ct);
            counters.Add(new CounterCard(office, OpeningOf(office.Site, calendar), calendar));
        }

        Counters = counters;
        var counting = Counters is [var first, ..] ? first.Calendar : await calendars.OfAsync(site.Tenant, ct);
        var words = new MethodWords(say, Procedure);
        Promises = [.. words.Rows.Select((row, place) => new PromiseRow(place, words.ChannelsOf(row), words.Time(row.First) ?? row.First.Text, PromisedTime.Of(counting, Received, row.First.Time, row.First.TimeUnit)))
            .DistinctBy(row => (row.Channels, row.Time))];
    }

    private Opening? OpeningOf(Tenant office, WorkingCalendar calendar)
    {
        var opening = Opening.At(calendar, TimeZoneInfo.ConvertTime(time.GetUtcNow(), office.TimeZone).DateTime);
        if (opening is not null)
        {
            // What the page says of the counter is true until then.
            PageDependencies.EndBy(office.InstantOf(opening.ChangesAt));
        }

        return opening;
    }
}

/// <summary>An office with what is known of its opening; null where its calendar ends.</summary>
public sealed record CounterCard(ReceivingOffice Office, Opening? Opening, WorkingCalendar Calendar);

/// <summary>What a way of handing in promises.</summary>
/// <param name="Place">Which row of the methods it is.</param>
/// <param name="Due">Null where the record states no number.</param>
public sealed record PromiseRow(int Place, string Channels, string? Time, DueMoment? Due);
