namespace GovPortal.Migration.NukeViet;

/// <summary>A row of a table in a dump.</summary>
/// <param name="Line">Where it begins.</param>
internal sealed record DumpRow(int Line, string Table, IReadOnlyDictionary<string, string?> Cells)
{
    public string this[string column] => Cells.GetValueOrDefault(column) ?? "";

    public bool Has(string column) => Cells.ContainsKey(column);

    /// <summary>A moment as MySQL programs keep it, in seconds since 1970; null for none.</summary>
    public DateTimeOffset? Moment(string column) =>
        long.TryParse(this[column], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and < 253_402_300_799 ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;
}
