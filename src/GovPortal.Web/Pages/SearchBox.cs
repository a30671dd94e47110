namespace GovPortal.Web.Pages;

/// <summary>A search form.</summary>
/// <param name="Id">Of its input; unlike any other on the page.</param>
/// <param name="Action">Where it asks.</param>
/// <param name="Label">What it searches, for those who do not see the page.</param>
public sealed record SearchBox(string Id, string Action, string Label, string Placeholder)
{
    public string? Value { get; init; }

    public bool IsLarge { get; init; }

    public bool HasSuggestions { get; init; } = true;

    /// <summary>Filters that stay while the words change.</summary>
    public IEnumerable<(string Name, string? Value)> Kept { get; init; } = [];
}
