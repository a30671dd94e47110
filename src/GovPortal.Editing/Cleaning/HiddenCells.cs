using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace GovPortal.Editing.Cleaning;

/// <summary>
/// A hidden column of a spreadsheet is hidden at its <c>col</c> alone; here its cells are hidden too. A cell that reaches over hidden columns and rows reaches over what is left
/// of them, so that the table stays a rectangle.
/// </summary>
internal sealed class HiddenCells
{
    // As browsers count.
    private const int WidestCell = 1000;
    private const int TallestCell = 65_534;

    // No spreadsheet is wider; what stands behind them stays as it is.
    private const int MostColumns = 16_384;

    private readonly List<bool> columns;
    private readonly bool keepsWords;

    // For each column, how many rows a cell from above still reaches down, and the cell that begins in a hidden row and goes on.
    private readonly List<(int Rows, IElement? Cell)> reach = [];

    private HiddenCells(List<bool> columns, bool keepsWords) => (this.columns, this.keepsWords) = (columns, keepsWords);

    /// <param name="isOfOffice">A spreadsheet shows the words of a joined cell whose first row is hidden; a browser does not.</param>
    public static void Mark(IElement document, bool isOfOffice)
    {
        foreach (var table in document.QuerySelectorAll("table").OfType<IHtmlTableElement>().ToArray())
        {
            var columns = ColumnsOf(table);
            var sections = table.Rows.GroupBy(row => row.ParentElement).Select(section => section.ToArray()).ToArray();
            if (columns.Contains(true) || sections.Any(section => section.Any(IsHidden)))
            {
                foreach (var section in sections)
                {
                    new HiddenCells(columns, isOfOffice).MarkSection(section);
                }
            }
        }
    }

    private static List<bool> ColumnsOf(IElement table)
    {
        var columns = new List<bool>();
        foreach (var group in table.Children.Where(child => child.LocalName == "colgroup"))
        {
            var own = group.Children.Where(child => child.LocalName == "col").ToArray();
            foreach (var column in own.Length > 0 ? own : [group])
            {
                var isHidden = IsHiddenColumn(column) || IsHiddenColumn(group);
                columns.AddRange(Enumerable.Repeat(isHidden, SpanOf(column, "span", WidestCell)));
                if (isHidden)
                {
                    column.SetAttribute("hidden", "");
                }
            }
        }

        return columns;
    }

    private void MarkSection(IHtmlTableRowElement[] rows)
    {
        // How many rows before each are hidden.
        var hiddenBefore = new int[rows.Length + 1];
        for (var row = 0; row < rows.Length; row++)
        {
            hiddenBefore[row + 1] = hiddenBefore[row] + (IsHidden(rows[row]) ? 1 : 0);
        }

        for (var row = 0; row < rows.Length; row++)
        {
            MarkRow(rows[row], row, hiddenBefore);
        }
    }

    private void MarkRow(IHtmlTableRowElement row, int number, int[] hiddenBefore)
    {
        var (at, isHidden) = (0, hiddenBefore[number + 1] > hiddenBefore[number]);
        foreach (var cell in row.Children.Where(child => child.LocalName is "td" or "th").ToArray())
        {
            at = Pass(at, row, cell, isHidden);
            // Nothing stands for all rows that are left.
            var left = hiddenBefore.Length - 1 - number;
            var (span, rows) = (SpanOf(cell, "colspan", WidestCell), cell.GetAttribute("rowspan") == "0" ? left : Math.Min(SpanOf(cell, "rowspan", TallestCell), left));
            var seen = rows - (hiddenBefore[number + rows] - hiddenBefore[number]);
            var goesOn = isHidden && seen > 0 ? cell : null;
            Narrow(cell, "rowspan", rows, seen);
            MarkCell(cell, at, span);
            for (var end = at + span; at < end; at++)
            {
                Reach(at, (rows - 1, goesOn));
                goesOn = null;
            }

            if (at > MostColumns)
            {
                return;
            }
        }

        _ = Pass(at, row, null, isHidden, toEnd: true);
    }

    private void MarkCell(IElement cell, int at, int span)
    {
        var hidden = Enumerable.Range(at, span).Count(column => column < columns.Count && columns[column]);
        if (hidden == span)
        {
            cell.SetAttribute("hidden", "");
        }
        else
        {
            Narrow(cell, "colspan", span, span - hidden);
        }
    }

    /// <summary>Passes the columns that cells from above reach into; what began in a hidden row stands in the first row that is seen.</summary>
    private int Pass(int at, IElement row, IElement? before, bool isHidden, bool toEnd = false)
    {
        for (; at < reach.Count && (toEnd || reach[at].Rows > 0); at++)
        {
            if (!isHidden && reach[at] is { Rows: > 0, Cell: { } cell })
            {
                row.InsertBefore(keepsWords ? cell : Emptied(cell), before);
                reach[at] = (reach[at].Rows, null);
            }

            reach[at] = (Math.Max(0, reach[at].Rows - 1), reach[at].Cell);
        }

        return at;
    }

    private void Reach(int column, (int, IElement?) down)
    {
        while (reach.Count <= column)
        {
            reach.Add((0, null));
        }

        reach[column] = down;
    }

    private static IElement Emptied(IElement cell)
    {
        var empty = (IElement)cell.Clone(deep: false);
        empty.RemoveAttribute("id");
        return empty;
    }

    private static void Narrow(IElement cell, string attribute, int span, int seen)
    {
        if (seen > 1 && seen < span)
        {
            cell.SetAttribute(attribute, seen.ToString(CultureInfo.InvariantCulture));
        }
        else if (seen == 1 && span > 1)
        {
            cell.RemoveAttribute(attribute);
        }
    }

    private static bool IsHidden(IElement row) => HiddenParts.IsHidden(row, WordHtml.StyleOf(row));

    private static bool IsHiddenColumn(IElement column) => HiddenParts.IsHidden(column, WordHtml.StyleOf(column)) || column.GetAttribute("width")?.Trim() is "0" or "0px";

    private static int SpanOf(IElement element, string attribute, int most) =>
        int.TryParse(element.GetAttribute(attribute), NumberStyles.None, CultureInfo.InvariantCulture, out var span) ? Math.Clamp(span, 1, most) : 1;
}
