using System.Globalization;
using AngleSharp.Dom;
using GovPortal.Core.Configuration;

namespace GovPortal.Editing.Cleaning;

/// <summary>
/// Lists of editors on the web: Word Online puts each point into a list of its own and names its level, Google Docs and LibreOffice put a list between the points of another,
/// and what numbers look like stands in a style.
/// </summary>
internal static class NestedLists
{
    public static void Mend(IElement body)
    {
        foreach (var parent in body.QuerySelectorAll("li[data-leveltext],li[data-aria-level]").Select(HolderOf).Distinct().ToArray())
        {
            Regroup(parent);
        }

        foreach (var list in body.QuerySelectorAll("ul > ul,ul > ol,ol > ul,ol > ol").ToArray())
        {
            if (list.PreviousElementSibling is { LocalName: "li" } above)
            {
                above.AppendChild(list);
            }
        }

        // The innermost first: what they become stands in the points of the outer ones.
        foreach (var list in body.QuerySelectorAll("ol,ul").Reverse().ToArray())
        {
            DrawnLists.Mend(list);
        }
    }

    // Word Online wraps each list into a box.
    private static IElement HolderOf(IElement item)
    {
        var list = item.ParentElement!;
        return (IsBox(list.ParentElement) ? list.ParentElement!.ParentElement : list.ParentElement) ?? list;
    }

    private static bool IsBox(IElement? element) => element is { LocalName: "div" } && element.ClassName?.Contains("ListContainerWrapper", StringComparison.Ordinal) == true;

    private static void Regroup(IElement holder)
    {
        var run = new List<ListPoint>();
        var taken = new List<IElement>();
        var counters = new int[ListBuilder.Deepest + 1];

        // The line at the end stands nowhere; it ends the last run.
        INode[] children = [.. holder.ChildNodes, holder.Owner!.CreateElement("hr")];
        foreach (var child in children)
        {
            IElement[] lists = child is not IElement element ? [] : IsBox(element) ? [.. element.Children] : [element];
            if (lists.Length > 0 && lists.All(list => list.LocalName is "ul" or "ol" && list.Children.All(item => item.LocalName == "li" && IsOfWordOnline(item))))
            {
                taken.Add((IElement)child);
                run.AddRange(lists.SelectMany(list => list.Children.Select(item => PointOf(item, list, counters))));
            }
            else if (taken.Count > 0 && (child is IElement || !string.IsNullOrWhiteSpace(child.TextContent)))
            {
                ListBuilder.Replace(run, taken[0]);
                taken.ForEach(one => one.Remove());
                run.Clear();
                taken.Clear();
            }
        }
    }

    private static bool IsOfWordOnline(IElement item) => item.HasAttribute("data-leveltext") || item.HasAttribute("data-aria-level");

    private static ListPoint PointOf(IElement item, IElement list, int[] counters)
    {
        var level = Math.Clamp(Number(item, "data-aria-level") ?? Number(item, "aria-level") ?? 1, 1, ListBuilder.Deepest);
        var isOrdered = list.LocalName == "ol";
        if (!isOrdered)
        {
            return new ListPoint(item, level, item.GetAttribute("data-listid") ?? "", "•");
        }

        counters[level] = Number(item, "data-aria-posinset") ?? (list.FirstElementChild == item ? Number(list, "start") : null) ?? counters[level] + 1;
        var marker = item.GetAttribute("data-leveltext") is { } drawn && drawn.Contains('%', StringComparison.Ordinal) ? drawn : $"%{level}.";
        for (var above = 1; above <= level; above++)
        {
            var number = ListStyles.Number(above == level ? ListStyles.Of(item) ?? ListStyles.Of(list) ?? "1" : "1", counters[above]);
            marker = marker.Replace(string.Create(CultureInfo.InvariantCulture, $"%{above}"), number, StringComparison.Ordinal);
        }

        return new ListPoint(item, level, item.GetAttribute("data-listid") ?? "", marker);
    }

    private static int? Number(IElement element, string attribute) =>
        int.TryParse(element.GetAttribute(attribute), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
