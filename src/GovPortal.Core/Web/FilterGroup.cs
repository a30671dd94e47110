using GovPortal.Core.Content;

namespace GovPortal.Core.Web;

/// <summary>One filter of a list: its name in the address, the key of its label, what is chosen, and the choices with their counts.</summary>
public sealed record FilterGroup(string Name, string LabelKey, string? Chosen, IReadOnlyList<TermCount> Choices);
