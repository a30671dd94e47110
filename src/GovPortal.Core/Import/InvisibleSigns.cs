using System.Globalization;

namespace GovPortal.Core.Import;

/// <summary>Signs nobody sees that editors, joined files and copies from web pages leave before or behind a record.</summary>
internal static class InvisibleSigns
{
    /// <summary>The line without them, and which stood first; null when none did.</summary>
    public static string Trim(string line, out string? first)
    {
        first = null;
        var (start, end) = (0, line.Length);
        for (; start < end && IsInvisible(line[start]); start++)
        {
            first ??= NameOf(line[start]);
        }

        for (; end > start && IsInvisible(line[end - 1]); end--)
        {
            first ??= NameOf(line[end - 1]);
        }

        return start == 0 && end == line.Length ? line : line[start..end];
    }

    // Ordinary spaces and tabs are nobody's surprise.
    private static string? NameOf(char sign) => sign is ' ' or '\t' or '\r' ? null : string.Create(CultureInfo.InvariantCulture, $"U+{(int)sign:X4}");

    private static bool IsInvisible(char sign) =>
        char.IsWhiteSpace(sign) || char.IsControl(sign) || char.GetUnicodeCategory(sign) is UnicodeCategory.Format;
}
