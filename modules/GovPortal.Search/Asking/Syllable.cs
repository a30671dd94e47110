using System.Text;
using GovPortal.Core.Text;

namespace GovPortal.Search.Asking;

/// <summary>The rules by which a Vietnamese syllable is built: an onset, a rhyme, and a tone that the rhyme can carry.</summary>
internal static class Syllable
{
    /// <summary>Longer ones do not exist: <c>nghiêng</c>.</summary>
    public const int MostLetters = 7;

    private const string StoppedTones = "\u0301\u0323";

    private static readonly string[] onsets = Lexicon.Lines("syllables.txt")[0].Split(' ');

    private static readonly HashSet<string> rhymes = [.. Lexicon.Lines("syllables.txt").Skip(1).SelectMany(line => line.Split(' '))];

    private static readonly HashSet<string> bareRhymes = [.. rhymes.Select(VietnameseText.Fold)];

    /// <summary>True for a syllable as it is written, its tone included; lower case, NFC.</summary>
    public static bool IsWritten(string word)
    {
        if (word.Length > MostLetters)
        {
            return false;
        }

        var (plain, tone) = Split(word);
        return Fits(plain, rhymes) && (tone == '\0' || !IsStopped(plain) || StoppedTones.Contains(tone, StringComparison.Ordinal)) && (tone != '\0' || !IsStopped(plain));
    }

    /// <summary>True for the letters of a syllable typed without diacritics.</summary>
    public static bool IsBare(string folded) => folded.Length <= MostLetters && Fits(folded, bareRhymes);

    /// <summary>The word without its tone, and the tone as a combining mark; <c>\0</c> where it has none.</summary>
    public static (string Plain, char Tone) Split(string word)
    {
        var plain = new StringBuilder(word.Length);
        var tone = '\0';
        foreach (var letter in word.Normalize(NormalizationForm.FormD))
        {
            if (letter is '\u0300' or '\u0301' or '\u0303' or '\u0309' or '\u0323')
            {
                tone = letter;
            }
            else
            {
                plain.Append(letter);
            }
        }

        return (plain.ToString().Normalize(NormalizationForm.FormC), tone);
    }

    private static bool IsStopped(string plain) => plain[^1] is 'c' or 'p' or 't' || plain.EndsWith("ch", StringComparison.Ordinal);

    private static bool Fits(string plain, HashSet<string> known)
    {
        if (known.Contains(plain))
        {
            return plain[0] != 'y' || plain.Length != 1;
        }

        foreach (var onset in onsets)
        {
            if (plain.StartsWith(onset, StringComparison.Ordinal) && known.Contains(plain[onset.Length..]))
            {
                return true;
            }
        }

        // gì, gìn, giêng, giết: the i is onset and rhyme at once.
        return plain.Length > 1 && plain[0] == 'g' && plain[1] == 'i' && known.Contains(plain[1..]);
    }
}
