using GovPortal.Core.Tenancy;
using GovPortal.Core.WorkingTime;
using GovPortal.Storage;
using GovPortal.Storage.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace GovPortal.Publishing.WorkingTime;

/// <summary>The calendar of each agency: the national holidays, over them what the province says (the portal's calendar), over that what the agency says.</summary>
public sealed class WorkingCalendars(PortalDbFactory databases, TenantDirectory directory)
{
    /// <summary>Read anew each time, so that a calendar imported beside a running server holds at once.</summary>
    public async Task<WorkingCalendar> OfAsync(Tenant tenant, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        var (hours, days) = (WeeklyHours.Usual, NationalHolidays.Days.ToList());
        foreach (var site in directory.Portal is { } portal && portal.Id != tenant.Id ? new[] { portal, tenant } : [tenant])
        {
            await using var db = databases.OpenFor(site);
            days.AddRange(await db.WorkingDays.AsNoTracking().OrderBy(d => d.Date).Select(d => new CalendarDay(d.Date, d.Kind, d.Part, d.Name)).ToListAsync(ct));
            foreach (var own in await db.WorkingHours.AsNoTracking().ToListAsync(ct))
            {
                hours = hours.With(own.Weekday, WeeklyHours.Parse(own.Hours)!);
            }
        }

        return new WorkingCalendar(hours, days);
    }
}
