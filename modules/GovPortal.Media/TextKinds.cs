using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace GovPortal.Media;

/// <summary>Tells texts, tables and markup apart.</summary>
internal static class TextKinds
{
    // A browser looks no further to decide whether it has markup before it (WHATWG MIME Sniffing, 7).
    private const int LookedAt = 1445;

    private static readonly UnicodeEncoding LittleEndian = new(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: true);
    private static readonly UnicodeEncoding BigEndian = new(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: true);

    // What no text holds.
    private static readonly SearchValues<byte> Binary = SearchValues.Create([0, 0x1B]);

    /// <returns>Null for what is no text.</returns>
    public static FileVerdict? Find(ReadOnlySpan<byte> bytes, string ending) => bytes switch
    {
        [0xFF, 0xFE, .. var wide] => OfWide(wide, LittleEndian, ending),
        [0xFE, 0xFF, .. var wide] => OfWide(wide, BigEndian, ending),
        _ when Utf8.IsValid(bytes) && bytes.IndexOfAny(Binary) < 0 => OfLetters(Encoding.UTF8.GetString(bytes[..Math.Min(bytes.Length, LookedAt)]), ending, FileKind.Text, FileKind.Table),
        _ when ending is ".txt" or ".csv" or ".xml" && (bytes.IndexOfAny(Binary) < 0 || IsWideWithoutMark(bytes)) => new FileVerdict(null, "media.refused.letters"),
        _ => null,
    };

    // Letters of sixteen or thirty-two bits that nothing announces: every second byte or more is nothing.
    private static bool IsWideWithoutMark(ReadOnlySpan<byte> bytes)
    {
        var begin = bytes[..Math.Min(bytes.Length, LookedAt)];
        var (even, odd) = (0, 0);
        for (var at = 0; at < begin.Length; at++)
        {
            (even, odd) = begin[at] != 0 ? (even, odd) : at % 2 == 0 ? (even + 1, odd) : (even, odd + 1);
        }

        return begin.Length > 3 && Math.Max(even, odd) * 4 > begin.Length && Math.Min(even, odd) * 4 < Math.Max(even, odd) || begin.StartsWith((ReadOnlySpan<byte>)[0, 0, 0xFE, 0xFF]);
    }

    private static FileVerdict? OfWide(ReadOnlySpan<byte> bytes, UnicodeEncoding encoding, string ending)
    {
        try
        {
            // Over the whole, so that half a letter anywhere is seen.
            _ = encoding.GetCharCount(bytes);
            var begin = ForBegin(encoding).GetString(bytes[..Math.Min(bytes.Length, LookedAt - 1)]);
            return begin.Contains('\0', StringComparison.Ordinal) ? ending is ".txt" or ".csv" or ".xml" ? new FileVerdict(null, "media.refused.letters") : null : OfLetters(begin, ending, FileKind.WideText, FileKind.WideTable);
        }
        catch (ArgumentException)
        {
            // Cut in the middle of a letter, or no text at all.
            return ending is ".txt" or ".csv" or ".xml" ? new FileVerdict(null, "media.refused.damaged") : null;
        }
    }

    // The beginning may end in the middle of a letter.
    private static Encoding ForBegin(UnicodeEncoding encoding) => ReferenceEquals(encoding, BigEndian) ? Encoding.BigEndianUnicode : Encoding.Unicode;

    private static FileVerdict? OfLetters(string begin, string ending, FileKind text, FileKind table)
    {
        var isMarkup = begin.TrimStart('\uFEFF', ' ', '\t', '\r', '\n').StartsWith('<');
        // A signature may be XML too (XAdES), whatever its name says.
        if (isMarkup && (ending == ".xml" || ending is ".p7s" or ".p7m" or ".xsig" && begin.TrimStart('\uFEFF', ' ', '\t', '\r', '\n').StartsWith("<?xml", StringComparison.Ordinal)))
        {
            return begin.Contains("<!DOCTYPE", StringComparison.OrdinalIgnoreCase) ? new FileVerdict(null, "media.refused.markup") : new FileVerdict(FileKind.Xml, null);
        }

        // Markup may hold scripts, and a browser decides by itself what it takes for markup.
        if (isMarkup || ending is ".svg" or ".html" or ".htm" or ".xhtml")
        {
            return new FileVerdict(null, "media.refused.markup");
        }

        return ending switch { ".txt" => new FileVerdict(text, null), ".csv" => new FileVerdict(table, null), _ => null };
    }
}
