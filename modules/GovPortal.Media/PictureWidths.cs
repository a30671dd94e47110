namespace GovPortal.Media;

/// <summary>The widths pictures are made in.</summary>
public static class PictureWidths
{
    private static readonly int[] Offered = [320, 640, 960, 1280, 1920];

    public static int Smallest(int width) => Math.Min(width, Offered[0]);

    /// <summary>Its own is the largest, up to 1920, so that nobody gets a small picture drawn large.</summary>
    public static IReadOnlyList<int> Of(int width)
    {
        var largest = Math.Min(width, Offered[^1]);
        return [.. Offered.Where(w => w < largest), largest];
    }
}
