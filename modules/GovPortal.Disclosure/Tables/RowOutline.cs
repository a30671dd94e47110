using System.Text.RegularExpressions;
using GovPortal.Core.Text;

namespace GovPortal.Disclosure.Tables;

/// <summary>How deep each row of a table stands, told from its numbering as budgets write it: A, then I, then 1, then 1.1 or a.</summary>
public static partial class RowOutline
{
    private enum Style
    {
        Letter,
        Roman,
        Number,
        SmallLetter,
        Dash,
    }

    /// <returns>A level for each row from 0; null for a row without a number. All are 0 where the table numbers nothing.</returns>
    public static IReadOnlyList<int?> Levels(DisclosedTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        var column = table.Columns.Select((c, n) => (c.Name, Number: n)).Where(c => ColumnKinds.IsNumbering(c.Name)).Select(c => (int?)c.Number).FirstOrDefault();
        if (column is not { } at)
        {
            return [.. table.Rows.Select(row => SumRows.IsTotal(table, row) ? (int?)null : 0)];
        }

        var open = new List<(Style Style, int Dots, string Last)>();
        return [.. table.Rows.Select(row => row[at] is { Length: > 0 } mark ? Place(open, mark.Trim().TrimEnd('.', ')')) : null)];
    }

    private static int? Place(List<(Style Style, int Dots, string Last)> open, string mark)
    {
        if (StyleOf(mark, open) is not { } style)
        {
            return null;
        }

        var dots = mark.Count(sign => sign == '.');
        var at = open.FindIndex(level => level.Style == style && level.Dots == dots);
        if (at < 0)
        {
            open.Add((style, dots, mark));
            return open.Count - 1;
        }

        open.RemoveRange(at, open.Count - at);
        open.Add((style, dots, mark));
        return at;
    }

    private static Style? StyleOf(string mark, List<(Style Style, int Dots, string Last)> open)
    {
        // I and V are letters too, where H or U came before them.
        if (mark.Length == 1 && char.IsAsciiLetterUpper(mark[0]) && open.Any(level => level.Style == Style.Letter && level.Last.Length == 1 && level.Last[0] + 1 == mark[0]))
        {
            return Style.Letter;
        }

        return Roman().IsMatch(mark) && (mark.Length > 1 || mark is "I" or "V" or "X") ? Style.Roman
            : mark.Length == 1 && char.IsAsciiLetterUpper(mark[0]) ? Style.Letter
            : Numbered().IsMatch(mark) ? Style.Number
            : mark.Length == 1 && char.IsLower(mark[0]) ? Style.SmallLetter
            : mark is "-" or "–" or "+" ? Style.Dash : null;
    }

    [GeneratedRegex(@"^[IVXLC]{1,7}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Roman();

    [GeneratedRegex(@"^[0-9]{1,4}(\.[0-9]{1,3}){0,4}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Numbered();
}

/// <summary>Which rows state the sum of the table.</summary>
public static class SumRows
{
    private static readonly string[] beginnings = ["tong cong", "tong so", "cong tong"];
    private static readonly HashSet<string> whole = ["tong", "cong", "total", "grand total"];

    /// <summary>True for “Tổng cộng”, “Tổng số”, “Cộng”: by the first cell that says something besides a number.</summary>
    public static bool IsTotal(DisclosedTable table, IReadOnlyList<string?> row)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(row);
        var said = row.Where((cell, n) => cell is { Length: > 0 } && table.Columns[n].Kind == CellKind.Text).FirstOrDefault(cell => cell!.Length > 2) is { } words ? VietnameseText.Fold(words).Trim().TrimEnd(':') : "";
        return whole.Contains(said) || beginnings.Any(start => said == start || said.StartsWith(start + " (", StringComparison.Ordinal) || said.StartsWith(start + ":", StringComparison.Ordinal));
    }
}
