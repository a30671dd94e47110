using System.Security;
using System.Text.Json;
using NetVips;

namespace GovPortal.Media.Parsing;

/// <summary>
/// Paints the picture that stands where a page is shared, in the parser process alone: the emblem, the site's name and the title on the site's colour. Letters come
/// from a font of our own, so that they are the same on every server.
/// </summary>
internal static class CardPainter
{
    private const int Width = 1200;
    private const int Height = 630;
    private const int Margin = 80;
    private const int EmblemSize = 120;
    private const int TitleTop = 260;

    // Points at 72 dots an inch, so that they are dots.
    private const int Dpi = 72;
    // The comma behind it keeps “SemiBold” a part of the name, and no weight of another family.
    private const string Family = "Be Vietnam Pro SemiBold";

    // What is longer is set smaller; a title comes cut to 150 letters.
    private static readonly (int Letters, int Size)[] sizes = [(50, 66), (100, 54), (int.MaxValue, 44)];

    private static readonly double[] white = [255, 255, 255];

    // The library takes a font by its path alone; it stands beside the program.
    private static readonly string font = Path.Combine(AppContext.BaseDirectory, "fonts", "share-card.ttf");

    /// <param name="bytes">A <see cref="ShareCard"/> as JSON.</param>
    public static byte[] Paint(byte[] bytes)
    {
        var card = JsonSerializer.Deserialize<ShareCard>(bytes)!;
        using var ground = Filled(Width, Height, card.Ground);
        using var strip = Filled(Width, 16, card.Mark);
        using var banded = ground.Insert(strip, 0, Height - 16);
        using var emblem = Emblem();
        using var crested = banded.Insert(emblem, Margin, Margin);
        using var named = Written(crested, card.Site, 34, Margin + EmblemSize + 32, Margin, Width - 2 * Margin - EmblemSize - 32, EmblemSize);
        using var titled = card.Title.Length == 0 ? named.Copy() : Written(named, card.Title, sizes.First(size => card.Title.Length <= size.Letters).Size, Margin, TitleTop, Width - 2 * Margin, Height - TitleTop - 40);
        return titled.PngsaveBuffer(palette: true, compression: 9, keep: Enums.ForeignKeep.None);
    }

    private static Image Written(Image ground, string words, int size, int left, int top, int width, int height)
    {
        // Marks of the text's own mean nothing here.
        using var letters = Image.Text(SecurityElement.Escape(words), $"{Family}, {size}", width, fontfile: font, dpi: Dpi, spacing: size / 6);
        using var shown = letters.Height > height ? letters.Crop(0, 0, letters.Width, height) : letters.Copy();
        using var ink = shown.NewFromImage(white).Copy(interpretation: Enums.Interpretation.Srgb);
        using var inked = ink.Bandjoin(shown);
        using var all = ground.Composite2(inked, Enums.BlendMode.Over, x: left, y: top);
        return all.Flatten();
    }

    private static Image Filled(int width, int height, string colour)
    {
        double[] bands = [.. Convert.FromHexString(colour.TrimStart('#')).Select(band => (double)band)];
        using var black = Image.Black(width, height);
        using var filled = black + bands;
        return filled.Cast(Enums.BandFormat.Uchar).Copy(interpretation: Enums.Interpretation.Srgb);
    }

    private static Image Emblem()
    {
        using var stream = typeof(CardPainter).Assembly.GetManifestResourceStream("card-emblem.png")!;
        using var whole = Image.NewFromStream(stream);
        return whole.ThumbnailImage(EmblemSize).CopyMemory();
    }
}
