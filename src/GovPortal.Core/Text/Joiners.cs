using System.Globalization;
using System.Text;

namespace GovPortal.Core.Text;

/// <summary>
/// Signs without width that decide how their neighbours look: the joiner and the non-joiner (Unicode 16, 9.2 and 12.1) and the marks of direction. Between Latin letters nobody
/// sees them, and words that hold one are not found.
/// </summary>
internal static class Joiners
{
    private const char NonJoiner = '\u200C';
    private const char Joiner = '\u200D';
    private const char VariationSelector = '\uFE0F';

    // Letters around a mark of direction among which one must run from right to left.
    private const int Near = 40;

    // Scripts whose letters take another shape beside each other, first and last letter of each block.
    private static readonly (int First, int Last)[] shaping =
    [
        (0x0600, 0x07FF), (0x0840, 0x0DFF), (0x1000, 0x109F), (0x1780, 0x18AF), (0x1A20, 0x1AAF), (0x1B00, 0x1C4F), (0x1CD0, 0x1CFF), (0xA800, 0xA8FF), (0xA930, 0xA9FF),
        (0xAA60, 0xAA7F), (0xAAE0, 0xAAFF), (0xABC0, 0xABFF), (0xFB50, 0xFDFF), (0xFE70, 0xFEFC), (0x10AC0, 0x10BAF), (0x10D00, 0x10D3F), (0x10EC0, 0x10FDF), (0x11000, 0x11FFF), (0x1E900, 0x1E95F),
    ];

    // Hebrew and all that runs as it does.
    private static readonly (int First, int Last)[] rightToLeft = [(0x0590, 0x08FF), (0xFB1D, 0xFDFF), (0xFE70, 0xFEFC), (0x10800, 0x10FFF), (0x1E800, 0x1EFFF)];

    public static bool IsOne(char letter) => letter is NonJoiner or Joiner or '\u200E' or '\u200F';

    /// <summary>Whether a reader would see the difference.</summary>
    public static bool Means(string text, int at)
    {
        var (before, behind) = (Before(text, at), Behind(text, at));
        return text[at] switch
        {
            Joiner => IsOf(shaping, before) || IsOf(shaping, behind) || (IsPicture(text, at, before) && behind is { } next && IsPicture(next)),
            // The one before says it already; at the end of a word there is nothing to hold apart.
            NonJoiner => (IsOf(shaping, before) || IsOf(shaping, behind)) && !IsBlank(before) && !IsBlank(behind) && before?.Value != NonJoiner,
            var mark => before?.Value != mark && RunsBoth(text.AsSpan(Math.Max(0, at - Near), Math.Min(text.Length, at + Near) - Math.Max(0, at - Near))),
        };
    }

    // 👩‍💻 is two pictures and a joiner between them; a shade or the wish for colours may stand behind the first.
    private static bool IsPicture(string text, int at, Rune? before) => at > 0 && (text[at - 1] == VariationSelector || (before is { } last && (IsPicture(last) || last.Value is >= 0x1F3FB and <= 0x1F3FF)));

    private static bool IsPicture(Rune rune) => rune.Value > char.MaxValue ? !Rune.IsLetter(rune) : Rune.GetUnicodeCategory(rune) is UnicodeCategory.OtherSymbol or UnicodeCategory.MathSymbol;

    private static bool IsOf((int First, int Last)[] blocks, Rune? rune) => rune is { } one && Array.Exists(blocks, block => one.Value >= block.First && one.Value <= block.Last);

    private static bool RunsBoth(ReadOnlySpan<char> words)
    {
        foreach (var one in words.EnumerateRunes())
        {
            if (IsOf(rightToLeft, one) && Rune.IsLetter(one))
            {
                return true;
            }
        }

        return false;
    }

    // An end of the text is none: the word may go on in the next element.
    private static bool IsBlank(Rune? rune) => rune is { } one && (Rune.IsWhiteSpace(one) || Rune.IsControl(one));

    private static Rune? Before(string text, int at) => at > 0 && Rune.DecodeLastFromUtf16(text.AsSpan(0, at), out var rune, out _) == System.Buffers.OperationStatus.Done ? rune : null;

    private static Rune? Behind(string text, int at) => at + 1 < text.Length && Rune.DecodeFromUtf16(text.AsSpan(at + 1), out var rune, out _) == System.Buffers.OperationStatus.Done ? rune : null;
}
