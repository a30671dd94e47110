namespace GovPortal.Search.Indexing;

/// <summary>
/// Remembers in which zone of an entry a term stands first, so that it is kept there only. A word then counts by the strongest zone it
/// stands in, and not once more for every keyword or abstract that repeats the title.
/// </summary>
internal sealed class StrongestZones
{
    private readonly Dictionary<string, int> zones = [];
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> bySpan;

    public StrongestZones() => bySpan = zones.GetAlternateLookup<ReadOnlySpan<char>>();

    public void Clear() => zones.Clear();

    /// <summary>Notes a term of a zone; zones come strongest first.</summary>
    public void Note(ReadOnlySpan<char> term, int zone) => bySpan.TryAdd(term, zone);

    public bool IsStrongest(ReadOnlySpan<char> term, int zone) => !bySpan.TryGetValue(term, out var strongest) || strongest == zone;
}
