using GovPortal.Core.Configuration;
using Microsoft.Extensions.Configuration;

namespace GovPortal.Media;

/// <summary>How much may be uploaded.</summary>
public sealed class MediaLimits
{
    public const string LargestSetting = "GovPortal:Media:LargestMiB";
    public const string QuotaSetting = "GovPortal:Media:QuotaGiB";

    /// <summary>More in one picture is a mistake or an attack: decoding it takes hundreds of megabytes of memory.</summary>
    public const long MostPixels = 50_000_000;

    // Of a MiB or a GiB: next to nothing, yet something.
    private const double Least = 0.0001;

    /// <exception cref="InvalidOperationException">A setting is out of its range.</exception>
    public MediaLimits(IConfiguration settings)
    {
        LargestMiB = settings.Number(LargestSetting, 30.0, Least, 1_000.0);
        QuotaGiB = settings.Number(QuotaSetting, 5.0, Least, 100_000.0);
    }

    /// <summary>Of one file.</summary>
    public double LargestMiB { get; }

    /// <summary>Of all files of a site together.</summary>
    public double QuotaGiB { get; }

    public long Largest => (long)(LargestMiB * (1 << 20));

    public long Quota => (long)(QuotaGiB * (1 << 30));
}
