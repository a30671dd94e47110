using System.Globalization;
using System.Text;

namespace GovPortal.Rankings.Site;

/// <summary>Rows as CSV (RFC 4180) in UTF-8 with its mark, so that spreadsheets read Vietnamese; a text that a spreadsheet would compute is marked as text.</summary>
internal static class Csv
{
    public const string MediaType = "text/csv; charset=utf-8";

    private static readonly char[] Quoted = ['"', ',', '\r', '\n'];
    private static readonly char[] Computed = ['=', '+', '-', '@', '\t', '\r'];

    /// <param name="rows">Each cell text, a number, true or false, or null.</param>
    public static byte[] Write(IEnumerable<IEnumerable<object?>> rows)
    {
        var text = new StringBuilder("\uFEFF");
        foreach (var row in rows)
        {
            text.AppendJoin(',', row.Select(Cell)).Append("\r\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static string Cell(object? value) => value switch
    {
        null => "",
        bool flag => flag ? "true" : "false",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => Text(value.ToString() ?? ""),
    };

    private static string Text(string text)
    {
        var safe = text.Length > 0 && Computed.Contains(text[0]) ? "'" + text : text;
        return safe.IndexOfAny(Quoted) >= 0 ? "\"" + safe.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"" : safe;
    }
}
