namespace GovPortal.Rankings.Computing;

/// <summary>Scores of a block before rounding.</summary>
/// <param name="Groups">By unit, then by group; null where nothing is known of the group.</param>
/// <param name="Scores">By unit; null where nothing is known of it.</param>
/// <param name="Weights">By indicator, as they were used.</param>
internal sealed record RawScores(IReadOnlyList<double?[]> Groups, IReadOnlyList<double?> Scores, IReadOnlyList<double> Weights);
