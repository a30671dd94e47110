using NetVips;

namespace GovPortal.Media;

/// <summary>Reads and writes pictures. One at a time: a large one takes 150 megabytes of memory while it is open.</summary>
public sealed class Pictures : IDisposable
{
    private const int QualityOfOriginal = 92;
    private const int QualityOfWebP = 80;
    private const int QualityOfAvif = 55;

    // From 4 on one picture takes seconds; the files get 3 % smaller.
    private const int EffortOfAvif = 2;

    // What cameras and programs write into a picture: where and when it was taken, by whom, with what, and a small copy of it.
    private static readonly string[] Metadata = ["exif-data", "xmp-data", "iptc-data", "photoshop-data", "orientation", "png-comment-0-", "gif-comment"];

    private static readonly int[] Widths = [320, 640, 960, 1280, 1920];

    private readonly SemaphoreSlim gate = new(1);

    static Pictures()
    {
        // Only the formats a browser shows; nothing is remembered, since no picture comes twice.
        NetVips.NetVips.BlockUntrusted = true;
        Cache.Max = 0;
    }

    public static int Smallest(int width) => Math.Min(width, Widths[0]);

    /// <summary>The widths a picture is made in; its own is the largest, up to 1920, so that nobody gets a small one drawn large.</summary>
    public static IReadOnlyList<int> WidthsOf(int width)
    {
        var largest = Math.Min(width, Widths[^1]);
        return [.. Widths.Where(w => w < largest), largest];
    }

    /// <summary>Pixels, by the header alone; null when it is damaged.</summary>
    public static (int Width, int Height)? SizeOf(byte[] bytes)
    {
        try
        {
            using var picture = Image.NewFromBuffer(bytes);
            return IsTurned(picture) ? (picture.Height, picture.Width) : (picture.Width, picture.Height);
        }
        catch (VipsException)
        {
            return null;
        }
    }

    /// <summary>The picture upright and without what its camera wrote into it, and a small one to choose it by; null when it is damaged.</summary>
    public async Task<(byte[] Bytes, byte[] Small)?> CleanAsync(byte[] bytes, FileKind kind, CancellationToken ct)
    {
        await gate.WaitAsync(ct);
        try
        {
            return await Task.Run(() => (Clean(bytes, kind), Thumbnail(bytes, Widths[0]).WebpsaveBuffer(q: QualityOfWebP, keep: Enums.ForeignKeep.None)), ct);
        }
        catch (VipsException)
        {
            return null;
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>The picture in one width, as WebP and as AVIF.</summary>
    /// <exception cref="VipsException">It is damaged.</exception>
    public async Task<(byte[] WebP, byte[] Avif)> RenderAsync(byte[] bytes, int width, CancellationToken ct)
    {
        await gate.WaitAsync(ct);
        try
        {
            return await Task.Run(() =>
            {
                using var small = Thumbnail(bytes, width).CopyMemory();
                return (small.WebpsaveBuffer(q: QualityOfWebP, keep: Enums.ForeignKeep.None),
                    small.HeifsaveBuffer(q: QualityOfAvif, compression: Enums.ForeignHeifCompression.Av1, effort: EffortOfAvif, keep: Enums.ForeignKeep.None));
            }, ct);
        }
        finally
        {
            gate.Release();
        }
    }

    public void Dispose() => gate.Dispose();

    // Turned upright and in the colours of screens.
    private static Image Thumbnail(byte[] bytes, int width) =>
        Image.ThumbnailBuffer(bytes, width, height: 10_000_000, size: Enums.Size.Down, outputProfile: "srgb", failOn: Enums.FailOn.Error);

    private static byte[] Clean(byte[] bytes, FileKind kind)
    {
        using var picture = Image.NewFromBuffer(bytes, failOn: Enums.FailOn.Error);
        var isMoving = picture.GetFields().Contains("n-pages") && Convert.ToInt32(picture.Get("n-pages"), System.Globalization.CultureInfo.InvariantCulture) > 1;
        if (isMoving || !picture.GetFields().Any(field => Metadata.Any(m => field.StartsWith(m, StringComparison.Ordinal))))
        {
            return bytes;
        }

        using var upright = picture.Autorot();
        return kind.Ending switch
        {
            ".jpg" => upright.JpegsaveBuffer(q: QualityOfOriginal, optimizeCoding: true, keep: Enums.ForeignKeep.Icc),
            ".png" => upright.PngsaveBuffer(keep: Enums.ForeignKeep.Icc),
            ".webp" => upright.WebpsaveBuffer(q: QualityOfOriginal, keep: Enums.ForeignKeep.Icc),
            ".avif" => upright.HeifsaveBuffer(q: QualityOfOriginal, compression: Enums.ForeignHeifCompression.Av1, effort: EffortOfAvif, keep: Enums.ForeignKeep.Icc),
            _ => bytes,
        };
    }

    private static bool IsTurned(Image picture) =>
        picture.GetFields().Contains("orientation") && Convert.ToInt32(picture.Get("orientation"), System.Globalization.CultureInfo.InvariantCulture) is >= 5 and <= 8;
}
