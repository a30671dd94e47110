using System.Globalization;

namespace GovPortal.Officials;

/// <summary>A chart of units: boxes and the ways between them, in the units of the drawing, about a pixel each.</summary>
public sealed record ChartDrawing(int Width, int Height, IReadOnlyList<ChartBox> Boxes, IReadOnlyList<string> Ways);

/// <summary>A box with a name in lines.</summary>
/// <param name="Kind"><c>root</c>, <c>unit</c> or <c>part</c>.</param>
public sealed record ChartBox(string Kind, int Left, int Top, int Width, int Height, IReadOnlyList<ChartWord> Words);

/// <summary>A line of a name.</summary>
public sealed record ChartWord(int Middle, int Base, string Text);

/// <summary>
/// Lays the units of an agency out as a chart: the agency on top, units in rows of at most four, those below each under it. What it says stands as a
/// list beside it, so it needs no words of its own.
/// </summary>
public sealed class ChartLayout
{
    private const int Box = 220;
    private const int Gap = 24;
    private const int Columns = 4;
    private const int Step = 18;
    private const int Line = 19;
    private const int Inner = 11;
    private const int Root = 460;

    // From the top of a line to where its letters stand.
    private const int Ascent = 14;

    // Letters at their middle width; more lines than that are a sentence and no name.
    private const double Letter = 7.9;
    private const int MostLines = 4;

    private readonly List<ChartBox> boxes = [];
    private readonly List<string> ways = [];
    private readonly bool isEnglish;

    private ChartLayout(bool isEnglish) => this.isEnglish = isEnglish;

    /// <returns>Null where there is nothing to draw.</returns>
    public static ChartDrawing? Of(string agency, IReadOnlyList<UnitNode> units, bool isEnglish)
    {
        ArgumentNullException.ThrowIfNull(units);
        if (units.Count == 0)
        {
            return null;
        }

        var layout = new ChartLayout(isEnglish);
        var inRow = Math.Min(Columns, units.Count);
        var width = Math.Max((inRow * Box) + ((inRow - 1) * Gap), Root);
        var below = layout.AddBox(agency, "root", (width - Root) / 2, 0, Root);
        var bottom = below;
        foreach (var row in units.Chunk(Columns))
        {
            bottom = layout.AddRow(row, width, inRow, below, bottom);
        }

        return new ChartDrawing(width, bottom + 1, layout.boxes, layout.ways);
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
    private int AddRow(UnitNode[] row, int width, int inRow, int below, int above)
    {
        var (middle, bus) = (width / 2, above + Gap);
        var top = bus + Gap;
        var first = (width - ((inRow * Box) + ((inRow - 1) * Gap))) / 2;
        int[] lefts = [.. row.Select((_, column) => first + (column * (Box + Gap)))];
        AddWay($"M{middle} {below}V{bus}M{Math.Min(middle, lefts[0] + (Box / 2))} {bus}H{Math.Max(middle, lefts[^1] + (Box / 2))}");
        var bottom = top;
        foreach (var (unit, left) in row.Zip(lefts))
        {
            AddWay($"M{left + (Box / 2)} {bus}V{top}");
            bottom = Math.Max(bottom, AddUnit(unit, left, top, level: 0));
        }

        return bottom;
    }

    /// <returns>The lower edge of the unit and those below it.</returns>
    private int AddUnit(UnitNode node, int left, int top, int level)
    {
        var indent = level * Step;
        var bottom = AddBox(node.Unit.NameIn(isEnglish), level == 0 ? "unit" : "part", left + indent, top, Box - indent);
        var end = bottom;
        foreach (var below in node.Below)
        {
            var next = end + (Gap / 2);
            AddWay($"M{left + indent + (Step / 2)} {bottom}V{next + Gap}H{left + indent + Step}");
            end = AddUnit(below, left, next, level + 1);
        }

        return end;
    }

    /// <returns>Its lower edge.</returns>
    private int AddBox(string name, string kind, int left, int top, int width)
    {
        ChartWord[] words = [.. Wrap(name, (int)((width - (2 * Inner)) / Letter)).Select((line, number) => new ChartWord(left + (width / 2), top + Inner + (number * Line) + Ascent, line))];
        var height = (words.Length * Line) + (2 * Inner);
        boxes.Add(new ChartBox(kind, left, top, width, height, words));
        return top + height;
    }

    private void AddWay(FormattableString way) => ways.Add(way.ToString(CultureInfo.InvariantCulture));
}
