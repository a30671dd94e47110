namespace GovPortal.Content.Versions;

/// <summary>Which elements and attributes of a text have a name in the language files.</summary>
public static class TextNames
{
    private static readonly HashSet<string> elements = ["p", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "list", "table", "thead", "tbody", "tfoot", "tr", "caption", "pre", "blockquote", "figure", "figcaption", "hr", "dl", "dt", "dd"];
    private static readonly HashSet<string> marks = ["strong", "em", "u", "s", "sub", "sup", "mark", "code", "th"];
    private static readonly HashSet<string> attributes = ["type", "start", "value", "reversed", "colspan", "rowspan", "title", "lang", "dir", "width", "height", "id", "class"];

    /// <summary>Last part of <c>desk.compare.kind.…</c>; <c>div</c> for a part without a name of its own.</summary>
    public static string OfElement(string name) => elements.Contains(name) ? name : "div";

    /// <summary>Last part of <c>desk.compare.mark.…</c>.</summary>
    public static string OfMark(string name) => name switch
    {
        "b" => "strong",
        "i" => "em",
        _ => marks.Contains(name) ? name : "other",
    };

    /// <summary>Last part of <c>desk.compare.attribute.…</c>; null for one that goes by its own name.</summary>
    public static string? OfAttribute(string name) => attributes.Contains(name) ? name : null;
}
