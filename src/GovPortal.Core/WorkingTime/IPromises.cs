using GovPortal.Core.Tenancy;

namespace GovPortal.Core.WorkingTime;

/// <summary>Knows what was promised by the calendar of a site. A promise stands when the calendar changes; whoever changes it is told which ones would be others today.</summary>
public interface IPromises
{
    /// <summary>Names of promises still open that the one calendar and the other tell differently.</summary>
    Task<IReadOnlyList<string>> MovedAsync(Tenant site, WorkingCalendar before, WorkingCalendar after, CancellationToken ct);
}
