using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace GovPortal.Editing.Cleaning;

/// <summary>A hidden column of a spreadsheet is hidden at its <c>col</c> alone; here its cells are hidden too.</summary>
internal static class HiddenColumns
{
    // As browsers count.
    private const int WidestCell = 1000;

    public static void Mark(IElement body)
    {
        foreach (var table in body.QuerySelectorAll("col").Where(IsHidden).Select(column => column.Closest("table")).OfType<IHtmlTableElement>().Distinct().ToArray())
        {
            var hidden = new List<bool>();
            foreach (var column in table.QuerySelectorAll("col").Where(column => column.Closest("table") == table))
            {
                hidden.AddRange(Enumerable.Repeat(IsHidden(column), SpanOf(column, "span")));
            }

            MarkCells(table, hidden);
        }
    }

    private static void MarkCells(IHtmlTableElement table, List<bool> hidden)
    {
        // For each column, how many rows a cell from above still reaches down.
        var reach = new int[hidden.Count];
        foreach (var row in table.Rows)
        {
            var at = 0;
            foreach (var cell in row.Children.Where(child => child.LocalName is "td" or "th"))
            {
                while (at < reach.Length && reach[at] > 0)
                {
                    reach[at++]--;
                }

                var (end, isSeen) = (Math.Min(at + SpanOf(cell, "colspan"), reach.Length), at >= reach.Length);
                for (var rows = SpanOf(cell, "rowspan") - 1; at < end; at++)
                {
                    reach[at] = rows;
                    isSeen |= !hidden[at];
                }

                if (!isSeen)
                {
                    cell.SetAttribute("hidden", "");
                }
            }

            for (; at < reach.Length; at++)
            {
                reach[at] = Math.Max(0, reach[at] - 1);
            }
        }
    }

    private static bool IsHidden(IElement column) => HiddenParts.IsHidden(column, WordHtml.StyleOf(column)) || column.GetAttribute("width")?.Trim() is "0" or "0px";

    private static int SpanOf(IElement element, string attribute) =>
        int.TryParse(element.GetAttribute(attribute), NumberStyles.None, CultureInfo.InvariantCulture, out var span) ? Math.Clamp(span, 1, WidestCell) : 1;
}
