namespace GovPortal.Procedures;

/// <summary>A shorter display of a long name, for titles of windows and rows of lists; the page of the procedure keeps the whole.</summary>
public static class ShortName
{
    /// <summary>Names up to this many letters stand as they are: 1,103 of the national catalogue are longer.</summary>
    public const int Longest = 150;

    /// <summary>The name itself where it fits, else its beginning up to a whole word and “…”. Blanks and line ends become one blank.</summary>
    /// <param name="longest">In characters, without the “…”.</param>
    public static string Of(string name, int longest = Longest)
    {
        var text = string.Join(' ', name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (text.Length <= longest)
        {
            return text;
        }

        // A clause that ends not far before the limit reads better than a cut through the next.
        var clause = text.LastIndexOfAny([';', ','], longest);
        var word = text.LastIndexOf(' ', longest);
        var end = clause > longest * 2 / 3 && text[clause + 1] == ' ' ? clause : word > 0 ? word : longest;
        return text[..end].TrimEnd(' ', ',', ';', ':', '-', '–', '(') + "…";
    }
}
