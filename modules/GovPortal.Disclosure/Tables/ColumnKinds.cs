using GovPortal.Core.Text;

namespace GovPortal.Disclosure.Tables;

/// <summary>What each column of a table holds: as it is said, else as its heading and cells tell.</summary>
public static class ColumnKinds
{
    private static readonly HashSet<string> numbering = ["tt", "stt", "so tt", "so thu tu", "no", "no.", "#"];
    private static readonly string[] notAdded = ["%", "ty le", "ti le", "so sanh", "so voi", "don gia", "gia ", "nam ", "ma ", "dien tich binh quan"];

    private static readonly Dictionary<string, CellKind> words = new(StringComparer.Ordinal)
    {
        ["chu"] = CellKind.Text,
        ["text"] = CellKind.Text,
        ["so"] = CellKind.Amount,
        ["so cong"] = CellKind.Amount,
        ["amount"] = CellKind.Amount,
        ["so lieu"] = CellKind.Figure,
        ["ty le"] = CellKind.Figure,
        ["figure"] = CellKind.Figure,
        ["ngay"] = CellKind.Day,
        ["day"] = CellKind.Day,
    };

    /// <summary>True for the column that numbers rows: “TT”, “STT”.</summary>
    public static bool IsNumbering(string heading) => numbering.Contains(VietnameseText.Fold(heading).Trim());

    /// <summary>A word for a kind, with or without diacritics: chữ, số, số liệu, ngày.</summary>
    public static bool TryParse(string word, out CellKind kind) => words.TryGetValue(VietnameseText.Fold(word).Trim(), out kind);

    /// <summary>How <see cref="TryParse"/> reads a kind back.</summary>
    public static string Written(CellKind kind) => kind switch { CellKind.Amount => "số", CellKind.Figure => "số liệu", CellKind.Day => "ngày", _ => "chữ" };

    /// <param name="cells">Of the column, without its heading.</param>
    public static CellKind Guess(string heading, IEnumerable<string> cells)
    {
        string[] filled = [.. cells.Where(cell => cell.Length > 0)];
        if (filled.Length == 0 || IsNumbering(heading))
        {
            return CellKind.Text;
        }

        if (filled.All(cell => CellValue.TryNumber(cell, out _)))
        {
            var folded = VietnameseText.Fold(heading) + " ";
            return notAdded.Any(mark => folded.StartsWith(mark, StringComparison.Ordinal) || mark.Length > 4 && folded.Contains(mark, StringComparison.Ordinal) || mark == "%" && folded.Contains('%', StringComparison.Ordinal)) ? CellKind.Figure : CellKind.Amount;
        }

        return filled.All(cell => CellValue.Kept(cell, CellKind.Day) is not null) ? CellKind.Day : CellKind.Text;
    }
}
