namespace GovPortal.Rankings.Site;

/// <summary>Scores of a unit over the years as a line; the table beside it says the same in numbers.</summary>
public sealed class LineChart
{
    public const int Width = 320;
    public const int Height = 160;
    private const int Left = 16;
    private const int Right = 16;
    private const int Top = 24;
    private const int Bottom = 28;

    public LineChart(IReadOnlyList<UnitYear> years)
    {
        var known = years.Where(year => year.Score.Score is not null).ToArray();
        var step = known.Length > 1 ? (double)(Width - Left - Right) / (known.Length - 1) : 0;
        var (least, greatest) = known.Length == 0 ? (0, 100) : (Math.Min(0, known.Min(year => year.Score.Score!.Value)), Math.Max(100, known.Max(year => year.Score.Score!.Value)));
        Points = [.. known.Select((year, i) => new ChartPoint(Left + (i * step), Height - Bottom - ((year.Score.Score!.Value - least) / (greatest - least) * (Height - Top - Bottom)), year))];
    }

    public IReadOnlyList<ChartPoint> Points { get; }

    public double Foot { get; } = Height - Bottom;

    public string Path => string.Join(' ', Points.Select(point => $"{Numerals.Drawn(point.X)},{Numerals.Drawn(point.Y)}"));
}

/// <summary>Where a year stands in the drawing.</summary>
public sealed record ChartPoint(double X, double Y, UnitYear Year);
