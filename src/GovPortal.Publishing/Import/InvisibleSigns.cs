using System.Buffers;
using System.Globalization;
using System.Text;

namespace GovPortal.Publishing.Import;

/// <summary>Signs nobody sees that editors, joined files and copies from web pages leave before or behind a record.</summary>
internal static class InvisibleSigns
{
    /// <summary>The line without them, and which stood first; null when none did.</summary>
    public static string Trim(string line, out string? first)
    {
        first = null;
        var (start, end) = (0, line.Length);
        while (start < end && Rune.DecodeFromUtf16(line.AsSpan(start, end - start), out var sign, out var length) == OperationStatus.Done && IsInvisible(sign))
        {
            first ??= NameOf(sign);
            start += length;
        }

        while (end > start && Rune.DecodeLastFromUtf16(line.AsSpan(start, end - start), out var sign, out var length) == OperationStatus.Done && IsInvisible(sign))
        {
            first ??= NameOf(sign);
            end -= length;
        }

        return start == 0 && end == line.Length ? line : line[start..end];
    }

    // Ordinary spaces and tabs are nobody's surprise.
    private static string? NameOf(Rune sign) => sign.Value is ' ' or '\t' or '\r' ? null : string.Create(CultureInfo.InvariantCulture, $"U+{sign.Value:X4}");

    private static bool IsInvisible(Rune sign) =>
        Rune.IsWhiteSpace(sign) || Rune.IsControl(sign) || Rune.GetUnicodeCategory(sign) is UnicodeCategory.Format || IsIgnorable(sign.Value);

    // What else Unicode names Default_Ignorable_Code_Point (joiners, fillers, variation selectors), the blank of Braille, and a mark of UTF-16 read the wrong way round.
    private static bool IsIgnorable(int sign) => sign is 0x034F or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or (>= 0x180B and <= 0x180F) or 0x2065 or 0x2800 or 0x3164
        or (>= 0xFE00 and <= 0xFE0F) or 0xFFA0 or (>= 0xFFF0 and <= 0xFFF8) or 0xFFFE or (>= 0xE0000 and <= 0xE0FFF);
}
