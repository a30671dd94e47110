using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace GovPortal.Core.Writing;

/// <summary>Word writes a list as paragraphs that draw their own bullets and numbers; here it becomes a list again, with its levels.</summary>
internal static partial class WordLists
{
    public static void Mend(IElement body)
    {
        var points = body.QuerySelectorAll("p,h1,h2,h3,h4,h5,h6").Where(e => Level().IsMatch(WordHtml.StyleOf(e))).ToArray();
        var open = new Stack<(IElement List, int Level, string Number)>();
        INode? last = null;
        foreach (var point in points)
        {
            var match = Level().Match(WordHtml.StyleOf(point));
            var (number, level) = (match.Groups[1].Value, int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture));
            if (point.LocalName != "p")
            {
                // A numbered heading stays a heading, with the number Word drew.
                foreach (var ignored in Markers(point))
                {
                    WordHtml.Unwrap(ignored);
                }

                open.Clear();
                continue;
            }

            if (!Follows(point, last))
            {
                open.Clear();
            }

            Place(point, number, level, open);
            last = open.Last().List;
        }
    }

    private static void Place(IElement point, string number, int level, Stack<(IElement List, int Level, string Number)> open)
    {
        var marker = string.Concat(Markers(point).Select(m => m.TextContent)).Replace('\u00a0', ' ').Trim();
        var isOrdered = Ordered().IsMatch(marker);
        foreach (var drawn in Markers(point))
        {
            drawn.Remove();
        }

        while (open.Count > 0 && open.Peek().Level > level)
        {
            open.Pop();
        }

        // Another list of the same level begins where Word says so, or where numbers follow bullets.
        if (open.Count > 0 && open.Peek().Level == level && (open.Peek().Number != number || open.Peek().List.LocalName == "ol" != isOrdered))
        {
            open.Pop();
        }

        var item = point.Owner!.CreateElement("li");
        if (open.Count > 0 && open.Peek().Level == level)
        {
            point.Remove();
        }
        else
        {
            var list = point.Owner!.CreateElement(isOrdered ? "ol" : "ul");
            if (isOrdered && int.TryParse(marker.TrimEnd('.', ')'), NumberStyles.None, CultureInfo.InvariantCulture, out var start) && start > 1)
            {
                list.SetAttribute("start", start.ToString(CultureInfo.InvariantCulture));
            }

            if (open.Count > 0 && open.Peek().List.LastElementChild is { } above)
            {
                above.AppendChild(list);
                point.Remove();
            }
            else
            {
                point.Replace(list);
            }

            open.Push((list, level, number));
        }

        item.Append([.. point.ChildNodes]);
        open.Peek().List.AppendChild(item);
    }

    private static IElement[] Markers(IElement point) => [.. point.QuerySelectorAll("span").Where(s => WordHtml.HasStyle(s, "mso-list:ignore"))];

    // Between two points of one list stands nothing but white space.
    private static bool Follows(IElement point, INode? list)
    {
        for (var before = point.PreviousSibling; before is not null && list is not null; before = before.PreviousSibling)
        {
            if (before == list)
            {
                return true;
            }

            if (before is IElement || before is IText { Data: var data } && !string.IsNullOrWhiteSpace(data))
            {
                return false;
            }
        }

        return false;
    }

    [GeneratedRegex(@"mso-list:l(\d+)level(\d)")]
    private static partial Regex Level();

    // 1. 1) (1) a. a) iv. 1.2. and 1; a letter by itself is a bullet of another font: o in Courier New, v or q in Wingdings.
    [GeneratedRegex(@"^\(?(\d+(\.\d+)*[.)]*|(\p{L}|[ivxlc]+)[.)]+)$", RegexOptions.IgnoreCase)]
    private static partial Regex Ordered();
}
