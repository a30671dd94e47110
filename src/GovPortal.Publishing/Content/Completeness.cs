using GovPortal.Core.Checking;

namespace GovPortal.Publishing.Content;

/// <summary>How much of what its type counts an item holds, and what its writer is warned of without being held up.</summary>
/// <param name="There">Parts that are there, at most <paramref name="Counted"/>.</param>
/// <param name="Counted">Parts that law or custom asks of the type; 0 where it counts none.</param>
/// <param name="Warnings">What is missing though nobody is held up for it, and days that look like slips; each names its field of the form.</param>
public sealed record Completeness(int There, int Counted, IReadOnlyList<Refusal> Warnings)
{
    public bool IsWhole => There == Counted && Warnings.Count == 0;
}

/// <summary>A part that an item of a type should have.</summary>
/// <param name="Missing">What is said where it is missing, with the field of the form that it is about.</param>
public sealed record CountedPart(bool IsThere, Refusal Missing);
