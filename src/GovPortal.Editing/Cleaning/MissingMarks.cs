using AngleSharp.Dom;

namespace GovPortal.Editing.Cleaning;

/// <summary>
/// Marks in a text where something stood that could not come: empty elements, so that no words are added, which the editor draws and the checker tells. Readers get the text
/// without them.
/// </summary>
public static class MissingMarks
{
    private const string Beginning = "gp-missing-";
    private const string Marks = $"span[class^={Beginning}]";

    /// <summary>The classes by which a mark says what stood there.</summary>
    internal static IReadOnlyList<string> Classes { get; } = [.. new[] { LeftOutKind.Picture, LeftOutKind.Frame, LeftOutKind.Recording, LeftOutKind.Drawing, LeftOutKind.Formula, LeftOutKind.Shortcode }.Select(ClassOf)];

    /// <summary>A mark as HTML, for what is taken out of a text after it was cleaned.</summary>
    public static string Of(LeftOutKind kind) => $"<span class=\"{ClassOf(kind)}\"></span>";

    /// <summary>Whether a text has marks at all, before it is parsed.</summary>
    public static bool MayBeIn(string html)
    {
        ArgumentNullException.ThrowIfNull(html);
        return html.Contains(Beginning, StringComparison.Ordinal);
    }

    /// <summary>Takes the marks out, and what held nothing else.</summary>
    public static void TakeOut(IParentNode text)
    {
        ArgumentNullException.ThrowIfNull(text);
        foreach (var mark in All(text).ToArray())
        {
            var holder = mark.ParentElement;
            mark.Remove();
            while (holder is { LocalName: "p" or "figure" or "strong" or "em" or "u" or "s" or "sub" or "sup" or "span" or "a" } && holder.ChildElementCount == 0 && string.IsNullOrWhiteSpace(holder.TextContent) && !holder.HasAttribute("id"))
            {
                var above = holder.ParentElement;
                holder.Remove();
                holder = above;
            }
        }
    }

    /// <summary>The text without its marks; empty where it holds nothing else.</summary>
    public static string Without(string? html)
    {
        if (html is null || !MayBeIn(html) || BoundedHtml.Parse(html) is not { } document)
        {
            return html ?? "";
        }

        using (document)
        {
            TakeOut(document);
            return document.Body!.InnerHtml.Trim();
        }
    }

    internal static IEnumerable<IElement> All(IParentNode text) => text.QuerySelectorAll(Marks).Where(IsOne);

    /// <summary>Whether an element of a text is a mark; whatever holds something is none.</summary>
    internal static bool IsOne(IElement element) => element is { LocalName: "span", ClassName: { } name } && Classes.Contains(name) && !element.HasChildNodes;

    internal static void Put(LeftOutKind kind, IElement into)
    {
        if (Classes.Contains(ClassOf(kind)))
        {
            var mark = into.Owner!.CreateElement("span");
            mark.ClassName = ClassOf(kind);
            into.AppendChild(mark);
        }
    }

    private static string ClassOf(LeftOutKind kind) => Beginning + kind.ToString().ToLowerInvariant();
}
