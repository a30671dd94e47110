using System.Globalization;

namespace GovPortal.Migration.Tables;

/// <summary>Names of cells as spreadsheets write them: <c>B2</c> is the second column of the second row.</summary>
internal static class CellName
{
    /// <returns>From 0; null for no name.</returns>
    public static int? ColumnOf(string? name)
    {
        var column = 0;
        foreach (var sign in (name ?? "").TakeWhile(char.IsAsciiLetter).Take(4))
        {
            column = (column * 26) + (char.ToUpperInvariant(sign) - 'A' + 1);
        }

        return column == 0 ? null : column - 1;
    }

    /// <returns>From 1; null for no name.</returns>
    public static int? RowOf(string? name) =>
        int.TryParse((name ?? "").AsSpan().TrimStart("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"), NumberStyles.None, CultureInfo.InvariantCulture, out var row) ? row : null;
}
