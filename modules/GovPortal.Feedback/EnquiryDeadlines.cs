using GovPortal.Core.Localization;
using GovPortal.Core.Tenancy;
using GovPortal.Core.WorkingTime;
using GovPortal.Publishing.Rules;
using GovPortal.Publishing.WorkingTime;

namespace GovPortal.Feedback;

/// <summary>Promises of an enquiry, in working days of the agency by the rules that hold.</summary>
public sealed class EnquiryDeadlines(DatedRules rules, WorkingCalendars calendars)
{
    /// <summary>Name of the rule for something to be done to enquiries of a kind.</summary>
    /// <param name="what"><c>answer</c>, <c>refuse</c> or <c>publish</c>.</param>
    public static string RuleOf(EnquiryKind kind, string what) => $"feedback.{kind.ToString().ToLowerInvariant()}.{what}";

    /// <summary>Makes the promises of an enquiry that has just come.</summary>
    public async Task PromiseAsync(Tenant site, Enquiry enquiry, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(enquiry);
        (enquiry.DueAt, enquiry.DueCitation) = await OfAsync(site, enquiry.Kind, "answer", enquiry.ReceivedAt, ct);
        (enquiry.RefuseBy, _) = await OfAsync(site, enquiry.Kind, "refuse", enquiry.ReceivedAt, ct);
    }

    /// <summary>Until when something is to be done that begins at an instant.</summary>
    /// <returns>No instant where no rule holds, or the calendar of a year it reaches is not announced.</returns>
    public async Task<(DateTimeOffset? At, string? Citation)> OfAsync(Tenant site, EnquiryKind kind, string what, DateTimeOffset from, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(site);
        var wall = Wall(site, from);
        if (await rules.FindAsync(site, RuleOf(kind, what), DateOnly.FromDateTime(wall), ct) is not { } rule)
        {
            return (null, null);
        }

        return (DueTime.Of(await calendars.OfAsync(site, ct), wall, TimeLimit.OfDays(rule.Days), []).At is { } at ? site.InstantOf(at) : null, rule.Citation);
    }

    /// <summary>A promise after the clock stood still; as it was where that cannot be said.</summary>
    public async Task<DateTimeOffset?> AfterPauseAsync(Tenant site, DateTimeOffset due, DateTimeOffset since, DateTimeOffset until, CancellationToken ct) =>
        DueTime.After(await calendars.OfAsync(site, ct), Wall(site, due), new Pause(Wall(site, since), Wall(site, until))).At is { } at ? site.InstantOf(at) : due;

    internal static DateTime Wall(Tenant site, DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, site.TimeZone).DateTime;
}
