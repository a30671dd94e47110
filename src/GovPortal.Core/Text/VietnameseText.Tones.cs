using System.Text;

namespace GovPortal.Core.Text;

public static partial class VietnameseText
{
    // The five tones in one order for each vowel that can end an open oa, oe or uy, and for the vowel before it.
    private const string TonesOfA = "àáảãạ";
    private const string TonesOfE = "èéẻẽẹ";
    private const string TonesOfY = "ỳýỷỹỵ";
    private const string TonesOfO = "òóỏõọ";
    private const string TonesOfU = "ùúủũụ";

    /// <summary>Puts the tone of open <c>oa</c>, <c>oe</c>, <c>uy</c> on the first vowel (<c>hoà</c> → <c>hòa</c>, <c>thuỷ</c> → <c>thủy</c>); <c>quý</c>, <c>hoàn</c> stay. Answers NFC.</summary>
    public static string CanonicalTone(string text)
    {
        var normal = Normalize(text);
        StringBuilder? changed = null;
        for (var at = 1; at < normal.Length; at++)
        {
            if (TryMoveTone(normal, at, out var first, out var second))
            {
                changed ??= new StringBuilder(normal);
                changed[at - 1] = first;
                changed[at] = second;
            }
        }

        return changed?.ToString() ?? normal;
    }

    /// <summary>As <see cref="CanonicalTone(string)"/> for one lower-case NFC word, in place.</summary>
    public static void CanonicalTone(Span<char> word)
    {
        // Only the last two letters of a syllable can carry a movable tone, and both are plain ASCII or Latin Extended.
        if (word.Length > 1 && TryMoveTone(word, word.Length - 1, out var first, out var second))
        {
            word[^2] = first;
            word[^1] = second;
        }
    }

    private static bool TryMoveTone(ReadOnlySpan<char> text, int at, out char first, out char second)
    {
        (first, second) = (text[at - 1], text[at]);
        if (first is not ('o' or 'u' or 'O' or 'U') || second < 'À' || at + 1 < text.Length && char.IsLetter(text[at + 1]))
        {
            return false;
        }

        var afterQ = at > 1 && text[at - 2] is 'q' or 'Q';
        var lower = char.ToLowerInvariant(second);
        var (tones, plain, target) = (char.ToLowerInvariant(first), lower) switch
        {
            ('o', _) when TonesOfA.Contains(lower) => (TonesOfA, 'a', TonesOfO),
            ('o', _) when TonesOfE.Contains(lower) => (TonesOfE, 'e', TonesOfO),
            ('u', _) when !afterQ && TonesOfY.Contains(lower) => (TonesOfY, 'y', TonesOfU),
            _ => ("", '\0', ""),
        };
        if (tones.Length == 0)
        {
            return false;
        }

        var toned = target[tones.IndexOf(lower, StringComparison.Ordinal)];
        first = char.IsUpper(first) ? char.ToUpperInvariant(toned) : toned;
        second = char.IsUpper(second) ? char.ToUpperInvariant(plain) : plain;
        return true;
    }
}
