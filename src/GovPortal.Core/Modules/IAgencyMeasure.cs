using GovPortal.Core.Tenancy;

namespace GovPortal.Core.Modules;

/// <summary>One thing the product knows of every agency by itself, so that nobody has to be asked: the days since its last news, and the like.</summary>
public interface IAgencyMeasure
{
    /// <summary>What it says, for example <c>days-since-last-news</c>.</summary>
    string Key { get; }

    /// <returns>The value now; yes is 1 and no 0; null where nothing can be said of this agency.</returns>
    Task<double?> MeasureAsync(Tenant agency, CancellationToken ct);
}
