namespace GovPortal.Rankings.Computing;

/// <summary>Scores by weights of the first principal component of a block: Σ weight × standardised points, brought to 0 to 100.</summary>
internal static class ComponentScores
{
    // Scores of units nearer than this differ by the noise of computing alone.
    private const double Equal = 1e-12;

    /// <param name="points">By indicator, then by unit; none is null.</param>
    /// <returns>Null where the correlations single out no first component.</returns>
    public static RawScores? Of(UnitIndex index, double?[][] points, int units)
    {
        double[][] standardised = [.. points.Select(column => Standardised([.. column.Select(its => its!.Value)]))];
        if (WeightsOf(standardised, index.Method.Weights) is not { } weights)
        {
            return null;
        }

        var total = Stretched(standardised, weights, 0, standardised.Length, units);
        var groups = Enumerable.Range(0, units).Select(_ => new double?[index.Groups.Count]).ToArray();
        var position = 0;
        for (var group = 0; group < index.Groups.Count; group++)
        {
            var its = Stretched(standardised, weights, position, index.Groups[group].Indicators.Count, units);
            position += index.Groups[group].Indicators.Count;
            for (var unit = 0; unit < units; unit++)
            {
                groups[unit][group] = its[unit];
            }
        }

        return new RawScores(groups, [.. total.Select(score => (double?)score)], weights);
    }

    /// <summary>Mean 0 and population standard deviation 1; all 0 where every unit has the same points.</summary>
    private static double[] Standardised(double[] points)
    {
        var (mean, deviation) = ColumnStatistics.Spread(points);
        return deviation > 0 ? [.. points.Select(its => (its - mean) / deviation)] : new double[points.Length];
    }

    private static double[]? WeightsOf(double[][] standardised, Weighting weighting)
    {
        var weights = new double[standardised.Length];
        var varying = Enumerable.Range(0, weights.Length).Where(position => Array.Exists(standardised[position], its => its != 0)).ToArray();
        if (varying.Length == 0)
        {
            return weights;
        }

        if (FirstComponent.Of([.. varying.Select(position => standardised[position])]) is not { } vector)
        {
            return null;
        }

        double[] sizes = [.. vector.Select(its => weighting == Weighting.Pca ? Math.Abs(its) : its * its)];
        var sum = ColumnStatistics.Sum(sizes);
        for (var i = 0; i < varying.Length; i++)
        {
            weights[varying[i]] = sizes[i] / sum;
        }

        return weights;
    }

    /// <summary>The weighted sum of some indicators, the least brought to 0 and the greatest to 100.</summary>
    private static double[] Stretched(double[][] standardised, double[] weights, int first, int count, int units)
    {
        var sums = new double[units];
        for (var position = first; position < first + count; position++)
        {
            for (var unit = 0; unit < units; unit++)
            {
                sums[unit] += weights[position] * standardised[position][unit];
            }
        }

        var (least, greatest) = (sums.Min(), sums.Max());
        return [.. sums.Select(sum => greatest - least > Equal ? 100 * ((sum - least) / (greatest - least)) : 0)];
    }
}
