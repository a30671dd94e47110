using System.Globalization;
using AngleSharp.Dom;

namespace GovPortal.Editing.Cleaning;

/// <summary>Lists whose markers a style draws: HTML's own become lists of their type; of all others the markers, or none, stay as a reader saw them.</summary>
internal static class DrawnLists
{
    /// <summary>Mends one list in place, or puts paragraphs in its place.</summary>
    public static void Mend(IElement list)
    {
        IElement[] points = [.. list.Children.Where(child => child.LocalName == "li")];
        string[] styles = [.. points.Select(point => ListStyles.Of(point) ?? ListStyles.Of(list) ?? (list.LocalName == "ol" ? "1" : ListStyles.Bullet))];
        if (styles.Length > 0 && (styles.Distinct().Count() > 1 || !ListStyles.IsOfHtml(styles[0])))
        {
            Spell(list, styles);
            return;
        }

        foreach (var point in points)
        {
            point.RemoveAttribute("type");
        }

        Rename(list, styles.Length > 0 ? styles[0] : list.LocalName == "ol" ? "1" : ListStyles.Bullet);
    }

    private static void Rename(IElement list, string style)
    {
        var name = style == ListStyles.Bullet ? "ul" : "ol";
        var made = list.LocalName == name ? list : WordHtml.Rename(list, name);
        var type = style is "1" or ListStyles.Bullet ? null : style;
        if (made.GetAttribute("type") != type)
        {
            made.SetAttribute("type", type);
        }

        foreach (var attribute in name == "ul" ? ["start", "reversed"] : Array.Empty<string>())
        {
            made.RemoveAttribute(attribute);
        }
    }

    private static void Spell(IElement list, string[] styles)
    {
        var step = list.HasAttribute("reversed") ? -1 : 1;
        var next = Whole(list, "start") ?? (step < 0 ? styles.Length : 1);
        var run = new List<ListPoint>();
        var at = 0;
        foreach (var child in list.ChildNodes.ToArray())
        {
            if (child is IElement { LocalName: "li" } point)
            {
                var number = Whole(point, "value") ?? next;
                run.Add(new ListPoint(point, 1, "", ListStyles.Marker(styles[at++], number)));
                next = number + step;
            }
            else if (child is IElement other)
            {
                // Nothing but points belongs here; a browser draws the rest without a marker.
                run.Add(new ListPoint(other, 1, "", ListStyles.None));
            }
            else if (!string.IsNullOrWhiteSpace(child.TextContent))
            {
                var words = list.Owner!.CreateElement("p");
                words.AppendChild(child);
                run.Add(new ListPoint(words, 1, "", ListStyles.None));
            }
        }

        ListBuilder.Replace(run, list);
        list.Remove();
    }

    private static int? Whole(IElement element, string attribute) =>
        int.TryParse(element.GetAttribute(attribute), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && Math.Abs((long)number) < 1_000_000 ? number : null;
}
