using System.Text.Json.Nodes;
using GovPortal.Benchmarks.Measuring;

namespace GovPortal.Benchmarks.Scale;

/// <summary>What one number of sites gave.</summary>
internal sealed record SitesResult(int Sites)
{
    public Timings Start { get; } = new();

    /// <summary>First pages of sites that nobody had visited since the start.</summary>
    public Timings FirstVisit { get; } = new();

    /// <summary>A site's page, rendered.</summary>
    public Timings SitePage { get; } = new();

    /// <summary>The portal's home page, rendered.</summary>
    public Timings PortalHome { get; } = new();

    public double IdleMiB { get; set; }

    public double VisitedMiB { get; set; }

    public Spread Cached { get; set; } = Spread.None;

    public Spread Uncached { get; set; } = Spread.None;

    public override string ToString() =>
        $"{Sites} sites: start to the first page of some site {Start.Median:0} ms; {IdleMiB:0} MiB idle, {VisitedMiB:0} MiB after all were visited; first visit of a site: {FirstVisit}; rendered: a site's page {SitePage.Median:0.00} ms, portal home {PortalHome.Median:0.00} ms; "
        + $"all sites to one, cached {Cached.All:0} to {Cached.One:0} ({Cached.Ratio:0.00}), rendered {Uncached.All:0} to {Uncached.One:0} ({Uncached.Ratio:0.00})";

    public JsonObject ToJson() => new()
    {
        ["startMs"] = Timings.Round(Start.Median),
        ["memoryMiB"] = Math.Round(IdleMiB),
        ["memoryVisitedMiB"] = Math.Round(VisitedMiB),
        ["firstVisit"] = FirstVisit.ToJson(),
        ["sitePageMs"] = Timings.Round(SitePage.Median),
        ["sitePageP99Ms"] = Timings.Round(SitePage.Percentile(99)),
        ["portalHomeMs"] = Timings.Round(PortalHome.Median),
        ["cached"] = Cached.ToJson(),
        ["uncached"] = Uncached.ToJson(),
    };
}

/// <summary>Pages a second of one site, and spread over all of them.</summary>
internal sealed record Spread(double One, double All, double Ratio)
{
    public static readonly Spread None = new(double.NaN, double.NaN, double.NaN);

    public JsonObject ToJson() => new() { ["oneSitePerSecond"] = Timings.Round(One), ["allSitesPerSecond"] = Timings.Round(All), ["ratio"] = Timings.Round(Ratio) };
}
