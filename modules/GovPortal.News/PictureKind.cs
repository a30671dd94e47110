namespace GovPortal.News;

/// <summary>Which picture format bytes are, by their beginning. SVG is not taken from editors: it can carry scripts.</summary>
internal static class PictureKind
{
    public static (string? MediaType, string Ending) Of(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xFF, 0xD8, 0xFF, ..] => ("image/jpeg", ".jpg"),
        [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => ("image/png", ".png"),
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => ("image/webp", ".webp"),
        [(byte)'G', (byte)'I', (byte)'F', (byte)'8', ..] => ("image/gif", ".gif"),
        _ => (null, ""),
    };
}
