using GovPortal.Core.Configuration;
using GovPortal.Core.Parsing;
using Microsoft.Extensions.Configuration;

namespace GovPortal.Media.Parsing;

/// <summary>What one uploaded file may cost the process that parses it, by the settings.</summary>
internal static class ParserSettings
{
    public const string SecondsSetting = "GovPortal:Media:ParserSeconds";
    public const string MemorySetting = "GovPortal:Media:ParserMiB";

    private const int LeastMiB = 128;
    private const int MostMiB = 16_384;
    private const int MostSeconds = 600;

    /// <exception cref="InvalidOperationException">A setting is out of its range.</exception>
    public static ParserLimits From(IConfiguration settings, MediaLimits media)
    {
        var seconds = settings.Number(SecondsSetting, 60.0, 1.0, MostSeconds);
        var memory = settings.Number(MemorySetting, 1_024L, LeastMiB, MostMiB);

        // A picture written anew may be longer than it came.
        return new ParserLimits(TimeSpan.FromSeconds(seconds), memory << 20, Math.Min(int.MaxValue, media.Largest * 4));
    }
}
