using System.Globalization;
using System.Text;

namespace GovPortal.Core.Text;

/// <summary>Vietnamese text made comparable: one Unicode spelling, one tone placement, letters without marks, addresses, and the order of the alphabet.</summary>
public static partial class VietnameseText
{
    private const char ZeroWidthSpace = '\u200B';
    private const char WordJoiner = '\u2060';
    private const char ByteOrderMark = '\uFEFF';

    /// <summary>Orders as a Vietnamese dictionary does (a ă â b c d đ e ê …), upper and lower case side by side.</summary>
    public static StringComparer Comparer { get; } =
        StringComparer.Create(CultureInfo.GetCultureInfo("vi-VN"), CompareOptions.None);

    /// <summary>
    /// The same text in NFC, with line ends as <c>\n</c>, plain spaces for no-break and other wide ones, "•" for private-use bullets,
    /// and without control and broken surrogate characters, and zero-width ones but where they mean something (<see cref="Joiners"/>).
    /// </summary>
    public static string Normalize(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var clean = NeedsCleaning(text) ? Clean(text) : text;
        return clean.IsNormalized(NormalizationForm.FormC) ? clean : clean.Normalize(NormalizationForm.FormC);
    }

    /// <summary>As <see cref="Normalize"/>, on one line: every run of white space is one space, none at the ends.</summary>
    public static string NormalizeLine(string text)
    {
        var normal = Normalize(text);
        if (IsOneLine(normal))
        {
            return normal;
        }

        var line = new StringBuilder(normal.Length);
        foreach (var letter in normal)
        {
            if (!char.IsWhiteSpace(letter))
            {
                line.Append(letter);
            }
            else if (line.Length > 0 && line[^1] != ' ')
            {
                line.Append(' ');
            }
        }

        return line.ToString().TrimEnd();
    }

    private static bool IsOneLine(string text)
    {
        var previous = ' ';
        foreach (var letter in text)
        {
            if (char.IsWhiteSpace(letter) && (letter != ' ' || previous == ' '))
            {
                return false;
            }

            previous = letter;
        }

        return text.Length == 0 || previous != ' ';
    }

    private static bool NeedsCleaning(string text)
    {
        foreach (var letter in text)
        {
            if (letter is < ' ' and not '\n' and not '\t' || letter >= '\u007F' && !IsPlain(letter))
            {
                return true;
            }
        }

        return false;
    }

    private static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            var letter = text[at];
            if (char.IsSurrogate(letter))
            {
                // string.Normalize throws on half a pair.
                if (at + 1 < text.Length && char.IsSurrogatePair(letter, text[at + 1]))
                {
                    clean.Append(letter).Append(text[++at]);
                }
            }
            else if (letter == '\r')
            {
                clean.Append('\n');
                at += at + 1 < text.Length && text[at + 1] == '\n' ? 1 : 0;
            }
            else if (Joiners.IsOne(letter) && Joiners.Means(text, at))
            {
                clean.Append(letter);
            }
            else if (Replacement(letter) is var put and not '\0')
            {
                clean.Append(put);
            }
        }

        return clean.ToString();
    }

    private static bool IsPlain(char letter) => !char.IsSurrogate(letter) && Replacement(letter) == letter;

    /// <summary>What stands for the letter in clean text; <c>\0</c> drops it.</summary>
    private static char Replacement(char letter) => letter switch
    {
        '\n' or '\t' => letter,
        < ' ' => '\0',
        < '\u007F' => letter,
        '\u0085' or '\u2028' or '\u2029' => '\n',
        <= '\u009F' => '\0',
        '\u00AD' or '\u034F' or '\u180E' => '\0',
        '\u00A0' or '\u202F' or '\u205F' or '\u3000' or (>= '\u2000' and <= '\u200A') => ' ',
        >= ZeroWidthSpace and <= '\u200F' or (>= '\u202A' and <= '\u202E') => '\0',
        >= WordJoiner and <= '\u206F' => '\0',
        // Word writes the bullets of its Symbol and Wingdings fonts as private-use characters.
        >= '\uE000' and <= '\uF8FF' => '•',
        ByteOrderMark or '\uFFFE' or '\uFFFF' or (>= '\uFFF9' and <= '\uFFFB') => '\0',
        _ => letter,
    };
}
