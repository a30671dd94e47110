using System.Text.RegularExpressions;

namespace GovPortal.Migration.NukeViet;

/// <summary>What the name of a table of NukeViet 4 says: <c>nv4_vi_news_rows</c>.</summary>
/// <param name="Language">Two letters.</param>
/// <param name="Module">Of the site; it may have several of news.</param>
/// <param name="Part">What the table holds.</param>
internal sealed partial record NewsTable(string Language, string Module, string Part)
{
    /// <returns>Null for tables that hold no news.</returns>
    public static NewsTable? Of(string name)
    {
        var match = Name().Match(name);
        return match.Success ? new NewsTable(match.Groups["language"].Value, match.Groups["module"].Value, match.Groups["part"].Value) : null;
    }

    public bool IsText => Part is "detail" or "bodytext" || Part.StartsWith("bodyhtml", StringComparison.Ordinal);

    [GeneratedRegex(@"^[a-z0-9]+?_(?<language>[a-z]{2})_(?<module>.+?)_(?<part>rows|detail|bodyhtml_\d+|bodytext|cat|sources)$", RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
