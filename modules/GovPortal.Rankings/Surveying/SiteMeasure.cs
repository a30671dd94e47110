using GovPortal.Core.Modules;
using GovPortal.Core.Tenancy;

namespace GovPortal.Rankings.Surveying;

/// <summary>Whether an agency's site is on.</summary>
internal sealed class SiteMeasure : IAgencyMeasure
{
    public const string SiteIsOn = "site-is-on";

    public string Key => SiteIsOn;

    public Task<double?> MeasureAsync(Tenant agency, CancellationToken ct) => Task.FromResult<double?>(agency.IsEnabled ? 1 : 0);
}
