using GovPortal.Publishing.Content;

namespace GovPortal.Publishing.Web;

/// <summary>One filter of a list: its name in the address, the key of its label, what is chosen, and the choices with their counts.</summary>
public sealed record FilterGroup(string Name, string LabelKey, string? Chosen, IReadOnlyList<TermCount> Choices)
{
    // What fits a screen beside the list; the rest is folded away.
    private const int ShownAtOnce = 8;

    public IEnumerable<TermCount> First => ChosenFirst.Take(ShownAtOnce);

    public IReadOnlyList<TermCount> Rest => [.. ChosenFirst.Skip(ShownAtOnce)];

    private IEnumerable<TermCount> ChosenFirst => Choices.OrderByDescending(choice => choice.Value == Chosen);
}
