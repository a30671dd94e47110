using System.Text;
using AngleSharp.Dom;

namespace GovPortal.Editing.Cleaning;

/// <summary>Which way words run.</summary>
internal static class Directions
{
    // Hebrew begins there; the letters of Europe lie before it, and Vietnamese ones there and from 1E00.
    private const int FirstOfRightToLeft = 0x0590;

    /// <summary>Whether an element says it in a way that changes what a reader sees. Editors on the web say of each paragraph that it runs as all do.</summary>
    public static bool IsSaid(IElement element) => element.GetAttribute("dir")?.ToLowerInvariant() switch
    {
        "rtl" => element.LocalName != "span" || Turns(element.TextContent.Trim()),
        "auto" => element.LocalName != "bdo",
        "ltr" => element.LocalName == "bdo" || element.ParentElement?.Closest("[dir=rtl i],[dir=auto i]") is not null,
        _ => false,
    };

    // Word puts a sign or a part of a word into a span of its own that runs the other way, which looks the same.
    private static bool Turns(string words) => words.EnumerateRunes().Skip(1).Any() && !words.EnumerateRunes().All(one => Rune.IsLetter(one) && one.Value is < FirstOfRightToLeft or (>= 0x1E00 and <= 0x1EFF));
}
