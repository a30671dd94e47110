using System.Globalization;
using GovPortal.Core.Tenancy;

namespace GovPortal.Core.Web;

/// <summary>Instants as the clock on the agency's wall shows them.</summary>
public static class WallTime
{
    /// <summary>Day and time, for example <c>28/07/2026 14:20</c>.</summary>
    public static string Wall(this Tenant tenant, DateTimeOffset instant) =>
        TimeZoneInfo.ConvertTime(instant, tenant.TimeZone).ToString("dd/MM/yyyy HH:mm", CultureInfo.InvariantCulture);

    /// <summary>Day alone, for example <c>28/07/2026</c> (NĐ 30/2020: days and months with a leading zero).</summary>
    public static string WallDay(this Tenant tenant, DateTimeOffset instant) =>
        TimeZoneInfo.ConvertTime(instant, tenant.TimeZone).ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
}
