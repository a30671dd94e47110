using System.Buffers;
using System.Globalization;
using System.Text;

namespace GovPortal.Core.Text;

public static partial class VietnameseText
{
    private const string EmptySlug = "muc";

    // Covers every Latin letter with marks, down to the Vietnamese ones at U+1EA0 to U+1EF9.
    private const int FoldedLetters = 0x1F00;

    private static readonly char[] folded = BuildFolded();

    /// <summary>The letter in lower case without marks (<c>Ế</c> → <c>e</c>, <c>Đ</c> → <c>d</c>); <c>\0</c> for a combining mark or a joiner.</summary>
    public static char Fold(char letter) =>
        letter < FoldedLetters ? folded[letter] : Joiners.IsOne(letter) ? '\0' : char.ToLowerInvariant(letter);

    /// <summary>Lower case, no diacritics, <c>đ</c> as <c>d</c>; the same for composed and decomposed input.</summary>
    public static string Fold(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var buffer = ArrayPool<char>.Shared.Rent(text.Length);
        var length = Fold(text, buffer);
        var result = text.AsSpan().SequenceEqual(buffer.AsSpan(0, length)) ? text : new string(buffer, 0, length);
        ArrayPool<char>.Shared.Return(buffer);
        return result;
    }

    /// <summary>Folds into a buffer at least as long as the text; answers how many letters were written.</summary>
    public static int Fold(ReadOnlySpan<char> text, Span<char> into)
    {
        var length = 0;
        foreach (var letter in text)
        {
            var plain = Fold(letter);
            into[length] = plain;
            length += plain == '\0' ? 0 : 1;
        }

        return length;
    }

    /// <summary>The text as the last segment of an address: ASCII words joined by hyphens, cut between words; <c>muc</c> when nothing is left.</summary>
    public static string Slug(string text, int maxLength = 80)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxLength, EmptySlug.Length);
        var slug = new StringBuilder(Math.Min(text.Length, maxLength + 1));
        foreach (var letter in text)
        {
            var plain = Fold(letter);
            if (char.IsAsciiLetterOrDigit(plain))
            {
                slug.Append(plain);
            }
            else if (plain != '\0' && slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }

            if (slug.Length > maxLength)
            {
                break;
            }
        }

        return CutBetweenWords(slug.ToString(), maxLength);
    }

    private static string CutBetweenWords(string slug, int maxLength)
    {
        if (slug.Length > maxLength)
        {
            var hyphen = slug.LastIndexOf('-', maxLength);
            slug = hyphen > 0 ? slug[..hyphen] : slug[..maxLength];
        }

        slug = slug.Trim('-');
        return slug.Length == 0 ? EmptySlug : slug;
    }

    private static char[] BuildFolded()
    {
        var table = new char[FoldedLetters];
        for (var code = 0; code < table.Length; code++)
        {
            var letter = (char)code;
            table[code] = letter switch
            {
                '\0' => ' ',
                'đ' or 'Đ' or 'ð' or 'Ð' => 'd',
                _ => Bare(letter),
            };
        }

        return table;
    }

    private static char Bare(char letter)
    {
        if (CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark)
        {
            return '\0';
        }

        var parts = letter.ToString().Normalize(NormalizationForm.FormD);
        return char.ToLowerInvariant(parts[0]);
    }
}
