using Microsoft.Extensions.Configuration;

namespace GovPortal.Media;

/// <summary>How much may be uploaded.</summary>
public sealed class MediaLimits
{
    public const string LargestSetting = "GovPortal:Media:LargestMiB";
    public const string QuotaSetting = "GovPortal:Media:QuotaGiB";

    /// <summary>More in one picture is a mistake or an attack: decoding it takes hundreds of megabytes of memory.</summary>
    public const long MostPixels = 50_000_000;

    /// <exception cref="InvalidOperationException">A setting is out of its range.</exception>
    public MediaLimits(IConfiguration settings)
    {
        LargestMiB = Read(settings, LargestSetting, 30, 1_000);
        QuotaGiB = Read(settings, QuotaSetting, 5, 100_000);
    }

    /// <summary>Of one file.</summary>
    public double LargestMiB { get; }

    /// <summary>Of all files of a site together.</summary>
    public double QuotaGiB { get; }

    public long Largest => (long)(LargestMiB * (1 << 20));

    public long Quota => (long)(QuotaGiB * (1 << 30));

    private static double Read(IConfiguration settings, string name, double usual, double most) =>
        settings.GetValue(name, usual) is var given && given > 0 && given <= most ? given : throw new InvalidOperationException($"{name} is {given}; it may be more than 0 and at most {most}.");
}
