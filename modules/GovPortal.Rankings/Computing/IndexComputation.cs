using GovPortal.Core.Checking;

namespace GovPortal.Rankings.Computing;

/// <summary>Computes an index: points, weights, scores, ranks, each block by itself.</summary>
public static class IndexComputation
{
    /// <summary>Scores and ranks of every unit: blocks in the order in which they first appear, in a block by rank, then as given.</summary>
    public static IndexResult Compute(UnitIndex index)
    {
        ArgumentNullException.ThrowIfNull(index);
        var (scores, weights, remarks) = (new List<UnitScore>(index.Units.Count), new List<WeightUsed>(), new List<Refusal>());
        foreach (var block in index.Units.Select((unit, position) => (unit, position)).GroupBy(its => its.unit.Block))
        {
            var positions = block.Select(its => its.position).ToArray();
            var points = PointsOf(index, positions);
            var raw = index.Method.Weights == Weighting.Fixed ? FixedScores.Of(index, points, positions.Length) : ComponentScores.Of(index, points, positions.Length);
            if (raw is null)
            {
                return new IndexResult([], [], [], new Refusal("rankings.pca.undecided", "method.weights", block.Key));
            }

            scores.AddRange(Ranked(positions.Select((position, unit) => ScoreOf(index, position, raw, unit)), block.Key));
            weights.AddRange(index.Indicators.Select((indicator, position) => new WeightUsed(block.Key, indicator.Name, raw.Weights[position])));
            remarks.AddRange(AllEqual(index, points, block.Key));
        }

        return new IndexResult(scores, weights, remarks, null);
    }

    private static double?[][] PointsOf(UnitIndex index, int[] positions) =>
        [.. index.Indicators.Select((indicator, i) => IndicatorPoints.Of(indicator, [.. positions.Select(position => index.Units[position].Values[i])], index.Method.Missing))];

    private static UnitScore ScoreOf(UnitIndex index, int position, RawScores raw, int unit)
    {
        var decimals = index.Method.Decimals;
        var groups = index.Groups.Select((group, i) => (group.Name, Score: raw.Groups[unit][i]))
            .Where(group => group.Score is not null)
            .Select(group => new GroupScore(group.Name, Rounding.Round(group.Score!.Value, decimals)));
        var score = raw.Scores[unit] is { } its ? Rounding.Round(its, decimals) : (double?)null;
        return new UnitScore(position, index.Units[position].Name, index.Units[position].Block, [.. groups], score, null);
    }

    private static IEnumerable<UnitScore> Ranked(IEnumerable<UnitScore> scores, string block)
    {
        var (place, rank, before) = (0, 0, (double?)null);
        foreach (var unit in scores.OrderByDescending(unit => unit.Score ?? double.NegativeInfinity))
        {
            place++;
            if (unit.Score is not { } score)
            {
                yield return unit;
                continue;
            }

            rank = score == before ? rank : place;
            before = score;
            yield return unit with { Block = block, Rank = rank };
        }
    }

    /// <summary>What cannot tell units apart has no weight by PCA, and that is said.</summary>
    private static IEnumerable<Refusal> AllEqual(UnitIndex index, double?[][] points, string block) =>
        index.Method.Weights == Weighting.Fixed
            ? []
            : index.Indicators.Where((_, i) => points[i].Distinct().Count() == 1).Select(indicator => new Refusal("rankings.remark.all-equal", indicator.Name, block));
}

/// <summary>What came out of an index.</summary>
/// <param name="Units">In the order of publication.</param>
/// <param name="Weights">By block and indicator.</param>
/// <param name="Remarks">What the reader of the result must know.</param>
/// <param name="Refusal">Why nothing could be computed; null when it was.</param>
public sealed record IndexResult(IReadOnlyList<UnitScore> Units, IReadOnlyList<WeightUsed> Weights, IReadOnlyList<Refusal> Remarks, Refusal? Refusal);
