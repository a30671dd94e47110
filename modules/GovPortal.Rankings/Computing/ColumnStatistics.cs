namespace GovPortal.Rankings.Computing;

/// <summary>Figures of one indicator over the units of a block.</summary>
internal static class ColumnStatistics
{
    /// <summary>Mean and population standard deviation; the deviation of equal values is exactly 0.</summary>
    /// <param name="values">At least one.</param>
    public static (double Mean, double Deviation) Spread(IReadOnlyCollection<double> values)
    {
        var mean = Sum(values) / values.Count;
        return values.Max() > values.Min()
            ? (mean, Math.Sqrt(Sum(values.Select(value => (value - mean) * (value - mean))) / values.Count))
            : (values.First(), 0);
    }

    /// <summary>The middle value, of an even number the mean of the two in the middle.</summary>
    /// <param name="values">At least one.</param>
    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        var middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : sorted[middle - 1] + ((sorted[middle] - sorted[middle - 1]) / 2);
    }

    /// <summary>A sum whose error does not grow with the number of addends (Neumaier).</summary>
    public static double Sum(IEnumerable<double> values)
    {
        double sum = 0, lost = 0;
        foreach (var value in values)
        {
            var next = sum + value;
            lost += Math.Abs(sum) >= Math.Abs(value) ? sum - next + value : value - next + sum;
            sum = next;
        }

        return sum + lost;
    }
}
