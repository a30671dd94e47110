using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace GovPortal.Editing.Cleaning;

/// <summary>Gives a table from Word its heading row, and cells without paragraphs that mean nothing.</summary>
internal static class WordTables
{
    public static void Mend(IElement body)
    {
        foreach (var wrapper in body.QuerySelectorAll("figcaption").Where(caption => caption.ChildElementCount == 1 && caption.FirstElementChild is { LocalName: "div" or "p" }).Select(caption => caption.FirstElementChild!).ToArray())
        {
            WordHtml.Unwrap(wrapper);
        }

        foreach (var table in body.QuerySelectorAll("table").OfType<IHtmlTableElement>().ToArray())
        {
            foreach (var widths in table.QuerySelectorAll("colgroup").ToArray())
            {
                widths.Remove();
            }

            // Editors put a table into a figure to hold it.
            if (table.ParentElement is { LocalName: "figure" } figure && figure.QuerySelector("figcaption,img") is null)
            {
                WordHtml.Unwrap(figure);
            }

            foreach (var cell in table.QuerySelectorAll("td,th").Where(c => c.Closest("table") == table))
            {
                // Widths are Word's own; a page on a phone has others.
                cell.RemoveAttribute("width");
                cell.RemoveAttribute("height");
                if (cell.Children is [{ LocalName: "p" or "div" } only] && only.QuerySelector("p,div,ul,ol,table") is null && !cell.ChildNodes.OfType<IText>().Any(t => !string.IsNullOrWhiteSpace(t.Data)))
                {
                    cell.InnerHtml = only.InnerHtml.Trim();
                }
            }

            table.RemoveAttribute("width");
            table.RemoveAttribute("height");
            if (table.QuerySelector("th") is null && HeadingRow(table) is { } row)
            {
                MakeHeading(table, row);
            }
        }
    }

    // Word marks rows that are repeated on every page; people mark the first row by strong words throughout.
    private static IElement[]? HeadingRow(IHtmlTableElement table)
    {
        if (table.Head is { Rows.Length: > 0 } head)
        {
            return [.. head.Rows];
        }

        var first = table.Rows.FirstOrDefault();
        return table.Rows.Length > 1 && first is { Cells.Length: > 1 } && first.Cells.All(IsStrong) && !first.Cells.Any(c => c.RowSpan > 1) ? [first] : null;
    }

    private static bool IsStrong(IElement cell)
    {
        var words = cell.TextContent.Trim();
        return words.Length > 0 && string.Concat(cell.QuerySelectorAll("b,strong").Where(b => b.ParentElement?.Closest("b,strong") is null).Select(b => b.TextContent)).Trim() == words;
    }

    private static void MakeHeading(IHtmlTableElement table, IElement[] rows)
    {
        foreach (var cell in rows.SelectMany(row => row.Children.Where(c => c.LocalName == "td")).ToArray())
        {
            var heading = WordHtml.Rename(cell, "th");
            heading.SetAttribute("scope", "col");
            foreach (var stress in heading.QuerySelectorAll("b,strong").ToArray())
            {
                WordHtml.Unwrap(stress);
            }
        }

        if (table.Head is null)
        {
            var head = table.Owner!.CreateElement("thead");
            head.Append(rows);
            table.InsertBefore(head, table.Children.FirstOrDefault(c => c.LocalName is not ("caption" or "colgroup")));
        }
    }
}
