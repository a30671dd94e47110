namespace GovPortal.Core.Tenancy;

/// <summary>Today on the wall of the agency's office, whatever the server's own clock says.</summary>
public sealed class TenantClock(Tenant tenant, TimeProvider clock)
{
    public DateTimeOffset Now => clock.GetUtcNow();

    public DateOnly Today => DayOf(clock.GetUtcNow());

    /// <summary>The agency's calendar day on which the instant falls.</summary>
    public DateOnly DayOf(DateTimeOffset instant) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, tenant.TimeZone).DateTime);

    /// <summary>The first instant of the agency's calendar day.</summary>
    public DateTimeOffset StartOf(DateOnly day)
    {
        var local = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(local, tenant.TimeZone.GetUtcOffset(local)).ToUniversalTime();
    }
}
