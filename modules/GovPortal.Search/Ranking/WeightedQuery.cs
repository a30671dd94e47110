using GovPortal.Search.Indexing;

namespace GovPortal.Search.Ranking;

/// <summary>A question whose words were looked up: every list of entries to read, and what finding one is worth.</summary>
internal sealed record WeightedQuery(IReadOnlyList<WeightedPart> Parts, IReadOnlyList<WeightedTerm> Pairs, IReadOnlyList<FoundTerm> Own, IReadOnlyList<FoundTerm> Cited)
{
    /// <summary>Whether somebody asks for a paper again, to change it or to end it.</summary>
    public bool AsksAgain { get; init; }

    /// <summary>The kind of document that the question begins with.</summary>
    public DocumentKind Kind { get; init; }

    /// <summary>Whether it is wanted how much of each title was typed.</summary>
    public bool CountsTyped { get; init; }

    /// <summary>The share of an entry that holds every part.</summary>
    public float Whole { get; } = Parts.Count == 0 ? 1 : Parts.Sum(part => part.Cover);

    /// <summary>The least share that answers: of two words both are needed, of a long tale a third will do.</summary>
    public float Enough => Whole * Math.Clamp(Weights.CoverageOfLong + Weights.CoveragePerWord / Math.Max(1, Parts.Count), 0, Weights.CoverageOfShort);
}

/// <param name="Cover">How much of the question the part is.</param>
internal sealed record WeightedPart(IReadOnlyList<WeightedWording> Wordings, float Cover);

internal sealed record WeightedWording(IReadOnlyList<WeightedTerm> Terms, IReadOnlyList<WeightedTerm> Pairs, float Weight, bool IsTyped);

/// <param name="Cover">How much of its wording the term is; all terms of a wording together are 1.</param>
internal sealed record WeightedTerm(IReadOnlyList<WeightedList> Lists, float Cover);

/// <summary>The entries that hold a term in one zone.</summary>
/// <param name="InTitle">1 for the list that tells whether the title holds the word in any spelling, else 0.</param>
internal readonly record struct WeightedList(FoundTerm Term, int Zone, float Weight, float InTitle);
