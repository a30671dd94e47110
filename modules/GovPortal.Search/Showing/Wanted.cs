using GovPortal.Core.Text;
using GovPortal.Search.Asking;

namespace GovPortal.Search.Showing;

/// <summary>What people who have typed so far most likely mean: needs of a short list in which it stands at the beginning of a word.</summary>
internal static class Wanted
{
    /// <summary>Needs that are looked for at most; each is a search.</summary>
    public const int Most = 2;

    // Fewer letters begin too many words.
    private const int FewestLetters = 4;

    private static readonly (string Words, string Folded)[] needs = [.. Lexicon.Lines("wanted.txt").Select(words => (words, " " + VietnameseText.Fold(words)))];

    public static IEnumerable<string> By(string typed)
    {
        var folded = VietnameseText.Fold(VietnameseText.NormalizeLine(typed));
        return folded.Length < FewestLetters ? [] : needs.Where(need => need.Folded.Contains(" " + folded, StringComparison.Ordinal)).Take(Most).Select(need => need.Words);
    }
}
