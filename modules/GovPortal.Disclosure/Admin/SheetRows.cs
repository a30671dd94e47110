using System.Globalization;
using GovPortal.Core.Localization;
using GovPortal.Core.Text;
using GovPortal.Disclosure.Parsing;
using GovPortal.Disclosure.Tables;

namespace GovPortal.Disclosure.Admin;

/// <summary>Makes sheets of a file tables of the form, and says what of them an editor should look at.</summary>
internal static class SheetRows
{
    private const int MostTold = 8;

    /// <summary>Lines above the headings that hold one cell name the table, or what it is counted in.</summary>
    public static TableRow Of(SheetCells sheet)
    {
        var rows = sheet.Rows.ToList();
        var row = new TableRow();
        while (rows.Count > 2 && rows[0].Count > 1 && rows[0].Where(cell => cell.Length > 0).ToArray() is [var words])
        {
            rows.RemoveAt(0);
            if (VietnameseText.Fold(words).StartsWith("don vi", StringComparison.Ordinal))
            {
                row.Unit = words[(words.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();
            }
            else
            {
                row.Title = row.Title is null ? words : $"{row.Title} {words}";
            }
        }

        row.Title ??= sheet.Name.Length > 0 ? sheet.Name : null;
        row.Cells = TableText.Write(TableText.Squared(rows));
        return row;
    }

    /// <summary>A sentence for each kind of cell that is not what it seems.</summary>
    public static IEnumerable<string> Remarks(SheetCells sheet, Texts texts, string language)
    {
        foreach (var (key, cells) in new[] { ("disclosure.sheet.merged", sheet.Merged), ("disclosure.sheet.formulas", sheet.Formulas) })
        {
            if (cells.Count > 0)
            {
                yield return string.Format(CultureInfo.InvariantCulture, texts.In(language, key), sheet.Name, string.Join(", ", cells.Take(MostTold)) + (cells.Count > MostTold ? "…" : ""), cells.Count);
            }
        }
    }
}
