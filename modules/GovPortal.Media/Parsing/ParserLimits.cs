using Microsoft.Extensions.Configuration;

namespace GovPortal.Media.Parsing;

/// <summary>What one file may cost the process that parses it.</summary>
/// <param name="Time">For one file.</param>
/// <param name="Memory">Bytes of the whole process.</param>
/// <param name="Output">Bytes of one answer.</param>
internal sealed record ParserLimits(TimeSpan Time, long Memory, long Output)
{
    public const string SecondsSetting = "GovPortal:Media:ParserSeconds";
    public const string MemorySetting = "GovPortal:Media:ParserMiB";

    private const int LeastMiB = 128;
    private const int MostMiB = 16_384;
    private const int MostSeconds = 600;

    /// <exception cref="InvalidOperationException">A setting is out of its range.</exception>
    public static ParserLimits From(IConfiguration settings, MediaLimits media)
    {
        var seconds = settings.GetValue(SecondsSetting, 60.0);
        var memory = settings.GetValue(MemorySetting, 1_024);
        if (seconds is not (>= 1 and <= MostSeconds))
        {
            throw new InvalidOperationException($"{SecondsSetting} is {seconds}; it may be from 1 to {MostSeconds}.");
        }

        // A picture written anew may be longer than it came.
        return memory is >= LeastMiB and <= MostMiB
            ? new ParserLimits(TimeSpan.FromSeconds(seconds), (long)memory << 20, Math.Min(int.MaxValue, media.Largest * 4))
            : throw new InvalidOperationException($"{MemorySetting} is {memory}; it may be from {LeastMiB} to {MostMiB}.");
    }
}
