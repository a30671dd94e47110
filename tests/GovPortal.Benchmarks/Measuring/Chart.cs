using ScottPlot;

namespace GovPortal.Benchmarks.Measuring;

/// <summary>Bars side by side, with a line where the target lies.</summary>
/// <param name="File">Name without ending.</param>
/// <param name="Over">What stands below the bars, one for each value of a series.</param>
internal sealed record Chart(string File, string Title, string Unit, IReadOnlyList<string> Over, params Series[] Series)
{
    private const int Width = 760;
    private const int Height = 380;

    // Told apart by people who do not see all colours, and in grey.
    private static readonly string[] colors = ["#1B4F8F", "#E69F00", "#5FA8D3", "#8A8A8A"];

    public double? Target { get; init; }

    public string Markdown => $"![{Title}](charts/{File}.svg)";

    public void Save(string folder)
    {
        using var plot = new Plot();
        plot.Font.Set("DejaVu Sans");
        plot.Title($"{Title} ({Unit})");
        var width = 0.8 / Series.Length;
        for (var number = 0; number < Series.Length; number++)
        {
            var offset = (number - ((Series.Length - 1) / 2.0)) * width;
            var color = Color.FromHex(colors[number % colors.Length]);
            var bars = plot.Add.Bars(Series[number].Values.Select((value, at) => new Bar
            {
                Position = at + offset,
                Value = double.IsFinite(value) ? value : 0,
                Size = width * 0.92,
                FillColor = color,
                LineWidth = 0,
                Label = Measuring.Markdown.Of(value),
            }).ToArray());
            bars.LegendText = Series[number].Name;
        }

        if (Target is { } target)
        {
            var line = plot.Add.HorizontalLine(target, 2, Color.FromHex("#B3261E"), LinePattern.Dashed);
            line.LegendText = $"target {Measuring.Markdown.Of(target)}";
        }

        plot.Axes.Bottom.SetTicks([.. Over.Select((_, at) => (double)at)], [.. Over]);
        plot.Axes.Margins(bottom: 0, top: 0.25);
        plot.ShowLegend(Edge.Bottom);
        plot.SaveSvg(Path.Combine(folder, $"{File}.svg"), Width, Height);
    }
}

/// <param name="Values">One for each place below the bars.</param>
internal sealed record Series(string Name, IReadOnlyList<double> Values);
