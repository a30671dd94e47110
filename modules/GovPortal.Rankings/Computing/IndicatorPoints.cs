namespace GovPortal.Rankings.Computing;

/// <summary>From the values of one indicator over a block to points.</summary>
internal static class IndicatorPoints
{
    /// <summary>The points of each unit; null where the value is not known and nothing takes its place.</summary>
    /// <param name="values">Of the units of one block, in order.</param>
    public static double?[] Of(Indicator indicator, IReadOnlyList<double?> values, MissingRule missing)
    {
        var known = values.OfType<double>().ToArray();
        if (known.Length == 0)
        {
            return [.. values.Select(_ => missing == MissingRule.Exclude ? (double?)null : 0)];
        }

        if (missing != MissingRule.Median)
        {
            var points = For(indicator, known);
            double? unknown = missing == MissingRule.Zero ? 0 : null;
            return [.. values.Select(value => value is { } its ? points(its) : unknown)];
        }

        var median = indicator.Formula == Formula.YesNo ? (known.Sum() * 2 > known.Length ? 1 : 0) : ColumnStatistics.Median(known);
        double[] filled = [.. values.Select(value => value ?? median)];
        return [.. filled.Select(For(indicator, filled)).Select(points => (double?)points)];
    }

    /// <param name="known">All values that set the measure, at least one.</param>
    private static Func<double, double> For(Indicator indicator, double[] known)
    {
        var (least, greatest, max) = (known.Min(), known.Max(), indicator.Max);
        switch (indicator.Formula)
        {
            case Formula.YesNo:
                return value => value == 0 ? 0 : max;
            case Formula.Ratio:
                return value => max * value;
            case Formula.Tiers:
                return value => indicator.Tiers.LastOrDefault(tier => tier.From <= value)?.Points ?? 0;
            case Formula.ShareOfGreatest:
                return value => greatest == 0 ? 0 : max * (value / greatest);
            case Formula.MinMax:
                return value => greatest > least ? max * ((value - least) / (greatest - least)) : 0;
            case Formula.ZScore:
                var (mean, deviation) = ColumnStatistics.Spread(known);
                return value => deviation > 0 ? (value - mean) / deviation : 0;
            default:
                throw new ArgumentOutOfRangeException(nameof(indicator), indicator.Formula, "There is no such formula.");
        }
    }
}
