using System.Text.RegularExpressions;

namespace GovPortal.Editing.Cleaning;

/// <summary>The pictures of the library that a stored text shows.</summary>
public static partial class TextPictures
{
    /// <summary>In their order; pictures from elsewhere are left out.</summary>
    /// <param name="html">Clean HTML.</param>
    public static IReadOnlyList<TextPicture> In(string? html)
    {
        if (html is null || !html.Contains("/tep/", StringComparison.Ordinal) || !html.Contains("<img", StringComparison.OrdinalIgnoreCase))
        {
            return [];
        }

        using var document = BoundedHtml.Parse(html);
        return document is null ? [] : [.. document.QuerySelectorAll("img")
            .Select(image => (Match: FilePath().Match(image.GetAttribute("src") ?? ""), Alt: image.GetAttribute("alt")?.Trim()))
            .Where(image => image.Match.Success).Select(image => new TextPicture(image.Match.Value, image.Match.Groups["print"].Value, string.IsNullOrEmpty(image.Alt) ? null : image.Alt))];
    }

    /// <summary>What stands for the text where it is shown small or shared: its first picture that says what it shows; null where it has none.</summary>
    public static TextPicture? Lead(string? html) => In(html).FirstOrDefault(picture => picture.Alt is not null);

    [GeneratedRegex(@"/tep/(?<print>[0-9a-f]{16})/[\w.~%-]+", RegexOptions.IgnoreCase)]
    private static partial Regex FilePath();
}

/// <summary>A picture in a text.</summary>
/// <param name="Path">Its address below the site's root.</param>
/// <param name="Print">The part of the address that names its bytes.</param>
/// <param name="Alt">What it says to those who do not see it; null where nobody has said.</param>
public sealed record TextPicture(string Path, string Print, string? Alt);
