namespace GovPortal.Rankings.Computing;

/// <summary>Scores by the weights given: group = 100 × Σ weight × points ÷ Σ weight × max; score = Σ group weight × group ÷ Σ group weight.</summary>
internal static class FixedScores
{
    /// <param name="points">By indicator, then by unit.</param>
    public static RawScores Of(UnitIndex index, double?[][] points, int units)
    {
        var groups = new double?[units][];
        var scores = new double?[units];
        for (var unit = 0; unit < units; unit++)
        {
            groups[unit] = OfGroups(index.Groups, points, unit);
            scores[unit] = Mean(index.Groups, groups[unit]);
        }

        return new RawScores(groups, scores, [.. index.Indicators.Select(indicator => indicator.Weight)]);
    }

    private static double?[] OfGroups(IReadOnlyList<IndicatorGroup> groups, double?[][] points, int unit)
    {
        var scores = new double?[groups.Count];
        var position = 0;
        for (var group = 0; group < groups.Count; group++)
        {
            double above = 0, below = 0;
            foreach (var indicator in groups[group].Indicators)
            {
                if (points[position++][unit] is { } its)
                {
                    above += indicator.Weight * its;
                    below += indicator.Weight * indicator.Max;
                }
            }

            scores[group] = below > 0 ? 100 * above / below : null;
        }

        return scores;
    }

    private static double? Mean(IReadOnlyList<IndicatorGroup> groups, double?[] scores)
    {
        double above = 0, below = 0;
        for (var group = 0; group < scores.Length; group++)
        {
            if (scores[group] is { } score)
            {
                above += groups[group].Weight * score;
                below += groups[group].Weight;
            }
        }

        return below > 0 ? above / below : null;
    }
}
