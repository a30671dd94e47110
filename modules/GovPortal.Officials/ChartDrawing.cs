using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace GovPortal.Officials;

/// <summary>
/// Draws the units of an agency as SVG: the agency on top, units in rows of at most four, those below each under it. Sizes are in the units of
/// the drawing, about a pixel each; colours come from the style sheet. What it says stands as a list beside it, so it needs no words of its own.
/// </summary>
public static class ChartDrawing
{
    private const int Box = 220;
    private const int Gap = 24;
    private const int Columns = 4;
    private const int Step = 18;
    private const int Line = 19;
    private const int Inner = 11;
    private const int Root = 460;

    // Letters of fifteen units that fit into a box at their middle width; more lines than that are a sentence and no name.
    private const double Letter = 7.9;
    private const int MostLines = 4;

    private static readonly HtmlEncoder encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <returns>The element <c>svg</c>; null where there is nothing to draw.</returns>
    public static string? Of(string agency, string description, IReadOnlyList<UnitNode> units, bool isEnglish)
    {
        ArgumentNullException.ThrowIfNull(units);
        if (units.Count == 0)
        {
            return null;
        }

        var inRow = Math.Min(Columns, units.Count);
        var width = Math.Max((inRow * Box) + ((inRow - 1) * Gap), Root);
        var drawn = new StringBuilder();
        var bottom = DrawBox(drawn, agency, "gp-chart__root", (width - Root) / 2, 0, Root);
        foreach (var row in units.Chunk(Columns))
        {
            bottom = DrawRow(drawn, row, width, inRow, bottom, isEnglish);
        }

        return Text($"""<svg class="gp-chart__drawing" role="img" aria-label="{encoder.Encode(description)}" viewBox="0 0 {width} {bottom + 1}" width="{width}" height="{bottom + 1}" xmlns="http://www.w3.org/2000/svg">{drawn}</svg>""");
    }

    /// <summary>Words in lines of at most so many letters; what is too long for the lines ends in an ellipsis.</summary>
    public static IReadOnlyList<string> Wrap(string text, int letters)
    {
        ArgumentNullException.ThrowIfNull(text);
        var lines = new List<string> { "" };
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var fitting = word.Length <= letters ? word : word[..(letters - 1)] + "…";
            if (lines[^1].Length == 0)
            {
                lines[^1] = fitting;
            }
            else if (lines[^1].Length + 1 + fitting.Length <= letters)
            {
                lines[^1] += " " + fitting;
            }
            else if (lines.Count == MostLines)
            {
                lines[^1] = lines[^1].TrimEnd('…') + "…";
                break;
            }
            else
            {
                lines.Add(fitting);
            }
        }

        return lines;
    }

    // The way down from the agency runs in the middle: between two columns where there is more than one row.
    private static int DrawRow(StringBuilder drawn, UnitNode[] row, int width, int inRow, int above, bool isEnglish)
    {
        var (middle, bus) = (width / 2, above + Gap);
        var top = bus + Gap;
        var first = (width - ((inRow * Box) + ((inRow - 1) * Gap))) / 2;
        int[] lefts = [.. row.Select((_, column) => first + (column * (Box + Gap)))];
        var (from, to) = (Math.Min(middle, lefts[0] + (Box / 2)), Math.Max(middle, lefts[^1] + (Box / 2)));
        drawn.Append(Text($"""<path class="gp-chart__way" d="M{middle} {above}V{bus}M{from} {bus}H{to}"/>"""));
        var bottom = top;
        foreach (var (unit, left) in row.Zip(lefts))
        {
            drawn.Append(Text($"""<path class="gp-chart__way" d="M{left + (Box / 2)} {bus}V{top}"/>"""));
            bottom = Math.Max(bottom, DrawUnit(drawn, unit, left, top, level: 0, isEnglish));
        }

        return bottom;
    }

    private static int DrawUnit(StringBuilder drawn, UnitNode node, int left, int top, int level, bool isEnglish)
    {
        var indent = Math.Min(level, UnitTree.MostLevels) * Step;
        var bottom = DrawBox(drawn, node.Unit.NameIn(isEnglish), level == 0 ? "gp-chart__unit" : "gp-chart__part", left + indent, top, Box - indent);
        var end = bottom;
        foreach (var below in node.Below)
        {
            var next = end + (Gap / 2);
            var elbow = left + indent + (Step / 2);
            drawn.Append(Text($"""<path class="gp-chart__way" d="M{elbow} {bottom}V{next + Gap}H{left + indent + Step}"/>"""));
            end = DrawUnit(drawn, below, left, next, level + 1, isEnglish);
        }

        return end;
    }

    /// <returns>Its lower edge.</returns>
    private static int DrawBox(StringBuilder drawn, string name, string kind, int left, int top, int width)
    {
        var lines = Wrap(name, (int)((width - (2 * Inner)) / Letter));
        var height = (lines.Count * Line) + (2 * Inner);
        drawn.Append(Text($"""<rect class="{kind}" x="{left}" y="{top}" width="{width}" height="{height}" rx="6"/><text class="{kind}-name" text-anchor="middle">"""));
        for (var number = 0; number < lines.Count; number++)
        {
            drawn.Append(Text($"""<tspan x="{left + (width / 2)}" y="{top + Inner + (number * Line) + 14}">{encoder.Encode(lines[number])}</tspan>"""));
        }

        drawn.Append("</text>");
        return top + height;
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
