namespace GovPortal.Core.Text;

/// <summary>A cell of a table that spreadsheets open.</summary>
public static class CsvCell
{
    /// <summary>In quotation marks; what would be a formula there is made a text.</summary>
    public static string Of(string? text) =>
        $"\"{(text is { Length: > 0 } && "=+-@\t\r".Contains(text[0], StringComparison.Ordinal) ? "'" : "")}{text?.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
