using GovPortal.Publishing.Content;

namespace GovPortal.Publishing.Web;

/// <summary>One filter of a list: its name in the address, the key of its label, what is chosen, and the choices with their counts.</summary>
public sealed record FilterGroup(string Name, string LabelKey, string? Chosen, IReadOnlyList<TermCount> Choices)
{
    // What fits a screen beside the list; all stand on a page of their own.
    private const int ShownAtOnce = 8;

    /// <summary>The chosen one, then those that most carry.</summary>
    public IEnumerable<TermCount> First => ChosenFirst.Take(ShownAtOnce);

    /// <summary>Every choice, the chosen one first.</summary>
    public IEnumerable<TermCount> All => ChosenFirst;

    /// <summary>How many choices <see cref="First"/> leaves out.</summary>
    public int More => Math.Max(0, Choices.Count - ShownAtOnce);

    private IEnumerable<TermCount> ChosenFirst => Chosen is null ? Choices : Choices.OrderByDescending(choice => choice.Value == Chosen);
}
