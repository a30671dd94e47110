using System.Globalization;
using AngleSharp.Dom;

namespace GovPortal.Editing.Cleaning;

/// <summary>A point of a list as its writer saw it.</summary>
/// <param name="Source">The element that holds its words, without the marker; a paragraph or a list item.</param>
/// <param name="Level">From 1.</param>
/// <param name="List">Which list of the text it belongs to.</param>
/// <param name="Marker">What stands before it: "1.", "a)", "•", "Điều 5."</param>
internal sealed record ListPoint(IElement Source, int Level, string List, string Marker);

/// <summary>Builds lists of points. What a browser draws alike becomes a list; any other marker stays as words at the beginning of its paragraph, exactly as it read.</summary>
internal static class ListBuilder
{
    /// <summary>Deepest level that word processors know.</summary>
    public const int Deepest = 9;

    /// <summary>Puts the lists where the first of the points stands and takes the points away.</summary>
    /// <param name="run">Points that follow one another.</param>
    public static void Replace(IReadOnlyList<ListPoint> run, IElement first)
    {
        var all = new Branch(null);
        var above = new Stack<(Branch Branch, int Level)>([(all, 0)]);
        foreach (var point in run)
        {
            while (above.Peek().Level >= point.Level)
            {
                above.Pop();
            }

            var branch = new Branch(point);
            above.Peek().Branch.Below.Add(branch);
            above.Push((branch, point.Level));
        }

        var holder = first.Owner!.CreateElement("div");
        Build(all.Below, holder);
        first.Before([.. holder.ChildNodes]);
    }

    // No deeper than the levels, of which there are nine.
    private static void Build(List<Branch> branches, IElement into)
    {
        for (var at = 0; at < branches.Count;)
        {
            // One after the other of the same list.
            var end = at + 1;
            while (end < branches.Count && branches[end].Point!.List == branches[at].Point!.List)
            {
                end++;
            }

            for (; at < end; at += BuildAlike(branches.GetRange(at, end - at), into))
            {
            }
        }
    }

    /// <returns>How many were built.</returns>
    private static int BuildAlike(List<Branch> branches, IElement into)
    {
        string[] markers = [.. branches.Select(branch => branch.Point!.Marker)];
        var bullets = markers.TakeWhile(ListMarkers.IsBullet).Count();
        if (bullets > 0)
        {
            AddList(branches.Take(bullets), into.Owner!.CreateElement("ul"), into);
            return bullets;
        }

        var alike = ListMarkers.CountAlike(markers, 0, out var type, out var start);
        if (alike > 0)
        {
            var list = into.Owner!.CreateElement("ol");
            if (type != "1")
            {
                list.SetAttribute("type", type);
            }

            if (start != 1)
            {
                list.SetAttribute("start", start.ToString(CultureInfo.InvariantCulture));
            }

            AddList(branches.Take(alike), list, into);
            return alike;
        }

        var letters = Math.Max(1, markers.TakeWhile(marker => marker.Length == 2 && char.IsLetter(marker[0]) && marker[1] == '.').Count());
        foreach (var branch in branches.Take(letters))
        {
            into.AppendChild(ParagraphOf(branch.Point!));
            Build(branch.Below, into);
        }

        return letters;
    }

    private static void AddList(IEnumerable<Branch> branches, IElement list, IElement into)
    {
        into.AppendChild(list);
        foreach (var branch in branches)
        {
            var item = list.Owner!.CreateElement("li");
            Carry(branch.Point!.Source, item);
            item.Append([.. branch.Point.Source.ChildNodes]);
            list.AppendChild(item);
            var below = list.Owner.CreateElement("div");
            Build(branch.Below, below);
            if (below.FirstElementChild is { LocalName: "p" } && item.QuerySelector("p") is null)
            {
                var words = list.Owner.CreateElement("p");
                words.Append([.. item.ChildNodes]);
                item.AppendChild(words);
            }

            item.Append([.. below.ChildNodes]);
        }
    }

    private static INode ParagraphOf(ListPoint point)
    {
        var holder = point.Source.Owner!.CreateElement(point.Source.LocalName == "li" ? "div" : point.Source.LocalName);
        Carry(point.Source, holder);
        holder.Append([.. point.Source.ChildNodes]);
        LeadWithParagraph(holder);
        var words = holder.ChildNodes.FirstOrDefault(child => child is IElement || !string.IsNullOrWhiteSpace(child.TextContent)) is IElement { LocalName: "p" } first ? first : holder;
        if (point.Marker.Length > 0)
        {
            words.InsertBefore(holder.Owner!.CreateTextNode(point.Marker + " "), words.FirstChild);
        }

        return holder;
    }

    // Loose words before a block would stand outside of any paragraph.
    private static void LeadWithParagraph(IElement holder)
    {
        INode[] leading = [.. holder.ChildNodes.TakeWhile(node => node is not IElement { LocalName: "p" or "ul" or "ol" or "table" or "blockquote" or "figure" or "dl" or "pre" or "div" })];
        if (leading.Length < holder.ChildNodes.Length && leading.Any(node => node is IElement || !string.IsNullOrWhiteSpace(node.TextContent)))
        {
            var words = holder.Owner!.CreateElement("p");
            words.Append(leading);
            holder.InsertBefore(words, holder.FirstChild);
        }
    }

    // What a link leads to, the language of the words and the way they run.
    private static void Carry(IElement source, IElement made)
    {
        foreach (var name in new[] { "id", "lang", "dir" })
        {
            if (source.GetAttribute(name) is { } value)
            {
                made.SetAttribute(name, value);
            }
        }
    }

    private sealed class Branch(ListPoint? point)
    {
        public ListPoint? Point => point;

        public List<Branch> Below { get; } = [];
    }
}
