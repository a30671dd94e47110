using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using GovPortal.Core.Text;

namespace GovPortal.Editing.Cleaning;

/// <summary>Word writes a list as paragraphs that draw their own bullets and numbers; here it becomes a list again, with its levels.</summary>
internal static partial class WordLists
{
    public static void Mend(IElement body)
    {
        foreach (var heading in body.QuerySelectorAll("h1,h2,h3,h4,h5,h6"))
        {
            // A numbered heading stays a heading, with the number Word drew.
            TakeMarker(heading, out var marker);
            if (marker.Length > 0)
            {
                heading.InsertBefore(body.Owner!.CreateTextNode(marker + " "), heading.FirstChild);
            }
        }

        foreach (var parent in body.QuerySelectorAll("p").Where(IsPoint).Select(point => point.ParentElement!).Distinct().ToArray())
        {
            MendWithin(parent);
        }
    }

    // Between two points of one list stands nothing but white space.
    private static void MendWithin(IElement parent)
    {
        var run = new List<ListPoint>();
        INode[] children = [.. parent.ChildNodes];
        foreach (var child in children)
        {
            if (child is IElement { LocalName: "p" } point && IsPoint(point))
            {
                run.Add(PointOf(point));
            }
            else if (child is IElement || child is IText { Data: var data } && !string.IsNullOrWhiteSpace(data))
            {
                Replace(run);
            }
        }

        Replace(run);
    }

    private static void Replace(List<ListPoint> run)
    {
        if (run.Count > 0)
        {
            ListBuilder.Replace(run, run[0].Source);
            run.ForEach(point => point.Source.Remove());
            run.Clear();
        }
    }

    private static bool IsPoint(IElement paragraph) => Level().IsMatch(WordHtml.StyleOf(paragraph));

    private static ListPoint PointOf(IElement paragraph)
    {
        var match = Level().Match(WordHtml.StyleOf(paragraph));
        TakeMarker(paragraph, out var marker);
        return new ListPoint(paragraph, Math.Max(1, int.Parse(match.Groups[2].ValueSpan, CultureInfo.InvariantCulture)), match.Groups[1].Value, marker);
    }

    private static void TakeMarker(IElement point, out string marker)
    {
        IElement[] drawn = [.. point.QuerySelectorAll("span").Where(s => WordHtml.HasStyle(s, "mso-list:ignore"))];
        marker = VietnameseText.NormalizeLine(string.Concat(drawn.Select(m => m.TextContent)));
        foreach (var one in drawn)
        {
            one.Remove();
        }
    }

    [GeneratedRegex(@"mso-list:l(\d+)level(\d)")]
    private static partial Regex Level();
}
