using GovPortal.Publishing.Content;

namespace GovPortal.Publishing.Web;

/// <summary>The filters beside a list, as links: each choice leads to the same list with it, the chosen one to the list without it.</summary>
/// <param name="AddressWith">Address of the list with one filter changed; null takes it away. It knows <see cref="WholeName"/> too.</param>
/// <param name="Label">Words of a choice.</param>
public sealed record FilterPanel(IReadOnlyList<FilterGroup> Groups, Func<string, string?, string> AddressWith, Func<FilterGroup, TermCount, string> Label)
{
    /// <summary>Name, in the address, of the filter all choices of which are shown.</summary>
    public const string WholeName = "xem";

    /// <summary>The filter all choices of which are shown; null shows the first few of each.</summary>
    public string? Whole { get; init; }

    /// <summary>False where counts were made without the other filters: they would promise more than the list holds.</summary>
    public bool IsCountedTogether { get; init; }

    public IEnumerable<FilterGroup> Useful => Groups.Where(group => group.Choices.Count > 1 || group.Chosen is not null);

    public IEnumerable<(FilterGroup Group, TermCount Choice)> Chosen => Groups.Where(group => !string.IsNullOrEmpty(group.Chosen))
        .Select(group => (group, group.Choices.FirstOrDefault(choice => choice.Value == group.Chosen) ?? new TermCount(group.Chosen!, group.Chosen!, 0)));

    public IEnumerable<TermCount> ShownOf(FilterGroup group) => IsWhole(group) ? group.All : group.First;

    public bool IsWhole(FilterGroup group) => group.Name == Whole;

    /// <summary>The same list with all choices of a filter, or without them again.</summary>
    public string AddressOfRest(FilterGroup group) => $"{AddressWith(WholeName, IsWhole(group) ? null : group.Name)}#{IdOf(group)}";

    /// <summary>The id of a filter on the page.</summary>
    public static string IdOf(FilterGroup group) => "loc-" + group.Name;

    /// <summary>True where a choice is called what the content calls it, in Vietnamese, and not by a text of the page.</summary>
    public bool IsContent(FilterGroup group, TermCount choice) => Label(group, choice) is var label && label == choice.Label && label.Any(char.IsLetter);

    public bool ShowsCounts(FilterGroup group) => IsCountedTogether || Groups.All(other => other == group || string.IsNullOrEmpty(other.Chosen));
}
