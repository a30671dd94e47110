using GovPortal.Core.Text;

namespace GovPortal.Search.Indexing;

/// <summary>Cuts text into syllables and gives each its two forms: as written (one tone placement, one spelling of i and y) and folded.</summary>
internal static class WordForms
{
    /// <summary>Longer runs of letters are cut: no Vietnamese syllable passes 7 letters, and nobody searches for the tail of an address.</summary>
    public const int MostLetters = 40;

    // Asking the platform for each word costs a call out of managed code.
    private static readonly char[] lower = [.. Enumerable.Range(0, 0x1F00).Select(code => char.ToLowerInvariant((char)code))];

    /// <summary>Moves past the next word from <paramref name="at"/> on; false at the end of the text.</summary>
    public static bool Next(ReadOnlySpan<char> text, ref int at, out int start)
    {
        while (at < text.Length && !IsLetter(text[at]))
        {
            at++;
        }

        start = at;
        while (at < text.Length && IsLetter(text[at]))
        {
            at++;
        }

        return at > start;
    }

    /// <summary>Writes the word as it is compared when diacritics count; the span must hold <see cref="MostLetters"/>.</summary>
    public static int Exact(ReadOnlySpan<char> word, Span<char> into)
    {
        var length = Math.Min(word.Length, MostLetters);
        for (var at = 0; at < length; at++)
        {
            into[at] = word[at] < lower.Length ? lower[word[at]] : char.ToLowerInvariant(word[at]);
        }

        VietnameseText.CanonicalTone(into[..length]);
        OneSpellingOfY(into[..length]);
        return length;
    }

    /// <summary>Writes the word without diacritics; 0 when nothing but marks is in it.</summary>
    public static int Folded(ReadOnlySpan<char> word, Span<char> into)
    {
        var length = VietnameseText.Fold(word[..Math.Min(word.Length, MostLetters)], into);
        OneSpellingOfY(into[..length]);
        return length;
    }

    // kĩ and kỹ, sĩ and sỹ, quí and quý are one word in two schools of spelling; the state's own texts mix them.
    private static void OneSpellingOfY(Span<char> word)
    {
        var isShort = word.Length == 2 && word[0] is 'h' or 'k' or 'l' or 'm' or 's' or 't';
        var isQu = word.Length == 3 && word[0] == 'q' && word[1] == 'u';
        if (isShort || isQu)
        {
            word[^1] = YFor(word[^1]);
        }
    }

    private static char YFor(char letter) => letter switch { 'i' => 'y', 'ì' => 'ỳ', 'í' => 'ý', 'ỉ' => 'ỷ', 'ĩ' => 'ỹ', 'ị' => 'ỵ', _ => letter };

    private static bool IsLetter(char letter) =>
        char.IsLetterOrDigit(letter) || letter is >= '\u0300' and <= '\u036F';
}
