using System.Text;
using System.Text.RegularExpressions;
using GovPortal.Disclosure.Tables;

namespace GovPortal.Disclosure.Parsing;

/// <summary>Reads CSV: parted by commas its numbers have dots before fractions, parted by semicolons or tabs they are as Vietnamese write them.</summary>
internal static partial class TextSheet
{
    private static readonly char[] separators = ['\t', ';', ','];

    /// <summary>Null for letters that are neither UTF-8 nor UTF-16.</summary>
    public static IReadOnlyList<SheetCells>? Read(byte[] bytes)
    {
        if (Letters(bytes) is not { } text)
        {
            return null;
        }

        var first = text.Split('\n', 2)[0];
        var separator = separators.OrderByDescending(sign => first.Count(letter => letter == sign)).First();
        var rows = TableText.Cells(text, separator);
        return rows.Count == 0 ? [] : [new SheetCells("", separator == ',' ? [.. rows.Select(row => row.Select(Vietnamese).ToArray())] : rows, [], [])];
    }

    private static string? Letters(byte[] bytes)
    {
        try
        {
            return bytes.AsSpan() switch
            {
                [0xEF, 0xBB, 0xBF, ..] => new UTF8Encoding(false, true).GetString(bytes, 3, bytes.Length - 3),
                [0xFF, 0xFE, ..] => new UnicodeEncoding(false, true, true).GetString(bytes, 2, bytes.Length - 2),
                [0xFE, 0xFF, ..] => new UnicodeEncoding(true, true, true).GetString(bytes, 2, bytes.Length - 2),
                _ => new UTF8Encoding(false, true).GetString(bytes),
            };
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static string Vietnamese(string cell) =>
        English().IsMatch(cell) && decimal.TryParse(cell, System.Globalization.NumberStyles.Number, System.Globalization.CultureInfo.InvariantCulture, out var number) ? CellValue.Shown(number) : cell;

    // A fraction, or groups of three: a plain number is the same in both.
    [GeneratedRegex(@"^-?([0-9]{1,15}\.[0-9]{1,6}|[0-9]{1,3}(,[0-9]{3}){1,4}(\.[0-9]{1,6})?)\z", RegexOptions.CultureInvariant)]
    private static partial Regex English();
}
