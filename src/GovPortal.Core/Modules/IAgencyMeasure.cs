using GovPortal.Core.Tenancy;

namespace GovPortal.Core.Modules;

/// <summary>One thing the product knows of every agency by itself, so that nobody has to be asked: the days since its last news, and the like.</summary>
public interface IAgencyMeasure
{
    /// <summary>Module and thing, for example <c>news.days-since-last</c>.</summary>
    string Key { get; }

    /// <returns>The value now; yes is 1 and no 0; null where nothing can be said of this agency.</returns>
    Task<double?> MeasureAsync(Tenant agency, CancellationToken ct);
}
