using GovPortal.Core.Tenancy;
using GovPortal.Core.WorkingTime;
using GovPortal.Storage;
using Microsoft.EntityFrameworkCore;

namespace GovPortal.OneStop;

/// <summary>Dossiers in work whose due date would be another one if they were accepted under a changed calendar.</summary>
public sealed class DossierPromises(PortalDbFactory databases) : IPromises
{
    private static readonly NationalStatus[] Open = [NationalStatus.Received, NationalStatus.Processing, NationalStatus.SupplementAsked, NationalStatus.PaymentAsked];

    public async Task<IReadOnlyList<string>> MovedAsync(Tenant site, WorkingCalendar before, WorkingCalendar after, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(site);
        if (!site.Modules.Contains(OneStopModule.Named))
        {
            return [];
        }

        await using var db = databases.OpenFor(site);
        var limits = (await db.Services.AsNoTracking().ToListAsync(ct)).ToDictionary(service => service.Id, service => service.Terms.Limit);
        var promised = await db.Dossiers.AsNoTracking().Where(d => Open.Contains(d.Status) && d.AcceptedAt != null && d.DueAt != null).OrderBy(d => d.Id).Select(d => new { d.Code, d.ServiceId, d.AcceptedAt }).ToListAsync(ct);
        return [.. promised.Where(one => limits[one.ServiceId] is { } limit && Due(before, limit, one.AcceptedAt!.Value) != Due(after, limit, one.AcceptedAt.Value)).Select(one => one.Code!)];

        DateTime? Due(WorkingCalendar calendar, TimeLimit limit, DateTimeOffset accepted) => DueTime.Of(calendar, TimeZoneInfo.ConvertTime(accepted, site.TimeZone).DateTime, limit, []).At;
    }
}
