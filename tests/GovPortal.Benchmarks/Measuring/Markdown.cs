using System.Globalization;

namespace GovPortal.Benchmarks.Measuring;

/// <summary>Tables and figures as docs/performance.md shows them.</summary>
internal static class Markdown
{
    public static string Table(IReadOnlyList<string> head, IEnumerable<IReadOnlyList<string>> rows) =>
        string.Join('\n', rows.Prepend([.. head.Select(_ => "---")]).Prepend(head).Select(cells => $"| {string.Join(" | ", cells)} |"));

    /// <summary>Three significant digits, thousands apart; a dash for what was not measured.</summary>
    public static string Of(double value) => double.IsNaN(value) ? "–" : Timings.Round(value).ToString("#,0.######", CultureInfo.InvariantCulture);

    public static string Of(double value, string unit) => double.IsNaN(value) ? "–" : $"{Of(value)} {unit}";
}
