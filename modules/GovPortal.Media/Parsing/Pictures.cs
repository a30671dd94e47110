using System.Globalization;
using NetVips;

namespace GovPortal.Media.Parsing;

/// <summary>Reads and writes pictures, in the parser process alone: a large one takes hundreds of megabytes of memory while it is open.</summary>
internal static class Pictures
{
    private const int QualityOfOriginal = 92;
    private const int QualityOfWebP = 80;
    private const int QualityOfAvif = 55;

    // From 4 on one picture takes seconds; the files get 3 % smaller.
    private const int EffortOfAvif = 2;

    // What cameras and programs write into a picture: where and when it was taken, by whom, with what, and a small copy of it.
    private static readonly string[] Metadata = ["exif-data", "xmp-data", "iptc-data", "photoshop-data", "orientation", "png-comment-0-", "gif-comment"];

    static Pictures()
    {
        // Only the formats a browser shows; nothing is remembered, since no picture comes twice.
        NetVips.NetVips.BlockUntrusted = true;
        Cache.Max = 0;
    }

    /// <summary>The picture upright and without what its camera wrote into it, and a small one to choose it by.</summary>
    /// <exception cref="VipsException">It is damaged.</exception>
    public static (ParserAnswer Answer, IReadOnlyList<byte[]> Payloads) Clean(byte[] bytes, string mediaType)
    {
        var size = SizeOf(bytes);
        return size.Refusal is not null ? (size, []) : (size, [Cleaned(bytes, mediaType), WebP(Thumbnail(bytes, PictureWidths.Smallest(size.Width)))]);
    }

    /// <summary>The picture in each width that is not made yet, as WebP and as AVIF.</summary>
    /// <exception cref="VipsException">It is damaged.</exception>
    public static (ParserAnswer Answer, IReadOnlyList<byte[]> Payloads) Render(byte[] bytes, IReadOnlyList<int> made)
    {
        var size = SizeOf(bytes);
        return size.Refusal is not null ? (size, []) : (size, [.. PictureWidths.Of(size.Width).Except(made).SelectMany(width => Forms(bytes, width))]);
    }

    // By the header alone, before anything is unpacked.
    private static ParserAnswer SizeOf(byte[] bytes)
    {
        using var picture = Image.NewFromBuffer(bytes);
        var (width, height) = IsTurned(picture) ? (picture.Height, picture.Width) : (picture.Width, picture.Height);
        return new ParserAnswer { Width = width, Height = height, Refusal = (long)width * height > MediaLimits.MostPixels ? "media.refused.too-many-pixels" : null };
    }

    private static byte[][] Forms(byte[] bytes, int width)
    {
        using var small = Thumbnail(bytes, width).CopyMemory();
        return [WebP(small), small.HeifsaveBuffer(q: QualityOfAvif, compression: Enums.ForeignHeifCompression.Av1, effort: EffortOfAvif, keep: Enums.ForeignKeep.None)];
    }

    private static byte[] WebP(Image picture) => picture.WebpsaveBuffer(q: QualityOfWebP, keep: Enums.ForeignKeep.None);

    // Turned upright and in the colours of screens.
    private static Image Thumbnail(byte[] bytes, int width) =>
        Image.ThumbnailBuffer(bytes, width, height: 10_000_000, size: Enums.Size.Down, outputProfile: "srgb", failOn: Enums.FailOn.Error);

    private static byte[] Cleaned(byte[] bytes, string mediaType)
    {
        using var picture = Image.NewFromBuffer(bytes, failOn: Enums.FailOn.Error);
        var isMoving = picture.GetFields().Contains("n-pages") && Convert.ToInt32(picture.Get("n-pages"), CultureInfo.InvariantCulture) > 1;
        if (isMoving || !picture.GetFields().Any(field => Metadata.Any(m => field.StartsWith(m, StringComparison.Ordinal))))
        {
            return bytes;
        }

        using var upright = picture.Autorot();
        return mediaType switch
        {
            "image/jpeg" => upright.JpegsaveBuffer(q: QualityOfOriginal, optimizeCoding: true, keep: Enums.ForeignKeep.Icc),
            "image/png" => upright.PngsaveBuffer(keep: Enums.ForeignKeep.Icc),
            "image/webp" => upright.WebpsaveBuffer(q: QualityOfOriginal, keep: Enums.ForeignKeep.Icc),
            "image/avif" => upright.HeifsaveBuffer(q: QualityOfOriginal, compression: Enums.ForeignHeifCompression.Av1, effort: EffortOfAvif, keep: Enums.ForeignKeep.Icc),
            _ => bytes,
        };
    }

    private static bool IsTurned(Image picture) =>
        picture.GetFields().Contains("orientation") && Convert.ToInt32(picture.Get("orientation"), CultureInfo.InvariantCulture) is >= 5 and <= 8;
}
