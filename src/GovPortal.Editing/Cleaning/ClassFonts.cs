using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace GovPortal.Editing.Cleaning;

/// <summary>Spreadsheets name the fonts of their cells in a style sheet that comes along. Only symbol fonts matter; all else of a style sheet is looks.</summary>
internal static partial class ClassFonts
{
    public static IReadOnlyDictionary<string, string> Of(IElement document)
    {
        var fonts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var sheet in document.QuerySelectorAll("style"))
        {
            foreach (Match rule in Rule().Matches(sheet.TextContent))
            {
                if (SymbolFonts.FontIn(rule.Groups["look"].Value) is { } font && SymbolSigns.IsOf(font))
                {
                    fonts[rule.Groups["name"].Value] = font;
                }
            }
        }

        return fonts;
    }

    [GeneratedRegex(@"\.(?<name>[\w-]+)\s*\{(?<look>[^{}]*)\}", RegexOptions.NonBacktracking)]
    private static partial Regex Rule();
}
