using GovPortal.Publishing.Content;

namespace GovPortal.Publishing.Web;

/// <summary>The filters beside a list, as links: each choice leads to the same list with it, the chosen one to the list without it.</summary>
/// <param name="AddressWith">Address of the list with one filter changed; null takes it away.</param>
/// <param name="Label">Words of a choice.</param>
public sealed record FilterPanel(IReadOnlyList<FilterGroup> Groups, Func<string, string?, string> AddressWith, Func<FilterGroup, TermCount, string> Label)
{
    /// <summary>False where counts were made without the other filters: they would promise more than the list holds.</summary>
    public bool IsCountedTogether { get; init; }

    public IEnumerable<FilterGroup> Useful => Groups.Where(group => group.Choices.Count > 1 || group.Chosen is not null);

    public IEnumerable<(FilterGroup Group, TermCount Choice)> Chosen => Groups.Where(group => !string.IsNullOrEmpty(group.Chosen))
        .Select(group => (group, group.Choices.FirstOrDefault(choice => choice.Value == group.Chosen) ?? new TermCount(group.Chosen!, group.Chosen!, 0)));

    public bool ShowsCounts(FilterGroup group) => IsCountedTogether || Groups.All(other => other == group || string.IsNullOrEmpty(other.Chosen));
}
