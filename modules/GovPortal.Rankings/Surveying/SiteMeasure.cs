using GovPortal.Core.Modules;
using GovPortal.Core.Tenancy;

namespace GovPortal.Rankings.Surveying;

/// <summary>Whether an agency's site is on.</summary>
internal sealed class SiteMeasure : IAgencyMeasure
{
    public string Key => "site.is-on";

    public Task<double?> MeasureAsync(Tenant agency, CancellationToken ct) => Task.FromResult<double?>(agency.IsEnabled ? 1 : 0);
}
