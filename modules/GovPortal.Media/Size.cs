using System.Globalization;
using GovPortal.Publishing.Files;

namespace GovPortal.Media;

/// <summary>Kinds and sizes of files as people read them.</summary>
public static class Size
{
    private const double Step = 1024;

    /// <summary>What people call a kind of file: PDF, DOCX, JPG.</summary>
    public static string Ending(StoredFile file) => Path.GetExtension(file.Name).TrimStart('.').ToUpperInvariant();

    public static string Text(long bytes) => bytes switch
    {
        < 1 << 20 => string.Create(CultureInfo.CurrentCulture, $"{Math.Max(1, bytes / Step):0} KB"),
        < 1 << 30 => string.Create(CultureInfo.CurrentCulture, $"{bytes / Step / Step:0.0} MB"),
        _ => string.Create(CultureInfo.CurrentCulture, $"{bytes / Step / Step / Step:0.##} GB"),
    };
}
