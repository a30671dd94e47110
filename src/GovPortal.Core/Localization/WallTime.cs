using System.Globalization;
using GovPortal.Core.Tenancy;

namespace GovPortal.Core.Localization;

/// <summary>Instants as the clock on the agency's wall shows them.</summary>
public static class WallTime
{
    /// <summary>Day and time, for example <c>28/07/2026 14:20</c>.</summary>
    public static string Wall(this Tenant tenant, DateTimeOffset instant) =>
        TimeZoneInfo.ConvertTime(instant, tenant.TimeZone).ToString("dd/MM/yyyy HH:mm", CultureInfo.InvariantCulture);

    /// <summary>The same to the second, for example <c>28/07/2026 14:20:05</c>: for what must be put in order.</summary>
    public static string WallSecond(this Tenant tenant, DateTimeOffset instant) =>
        TimeZoneInfo.ConvertTime(instant, tenant.TimeZone).ToString("dd/MM/yyyy HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>The instant at which the clock on the agency's wall shows this.</summary>
    public static DateTimeOffset InstantOf(this Tenant tenant, DateTime wall) =>
        new DateTimeOffset(DateTime.SpecifyKind(wall, DateTimeKind.Unspecified), tenant.TimeZone.GetUtcOffset(wall)).ToUniversalTime();

    /// <summary>As a form's field of day and time takes it, for example <c>2026-07-28T14:20</c>.</summary>
    public static string WallField(this Tenant tenant, DateTimeOffset instant) =>
        TimeZoneInfo.ConvertTime(instant, tenant.TimeZone).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);

    /// <summary>Day alone, for example <c>28/07/2026</c> (NĐ 30/2020: days and months with a leading zero).</summary>
    public static string WallDay(this Tenant tenant, DateTimeOffset instant) =>
        TimeZoneInfo.ConvertTime(instant, tenant.TimeZone).ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
}
