using System.Collections.Frozen;
using AngleSharp.Dom;

namespace GovPortal.Editing.Cleaning;

/// <summary>What each element becomes in a text: itself, one that reads the same, or its words alone. No name deletes words.</summary>
internal static class ElementNames
{
    private const string Math = "http://www.w3.org/1998/Math/MathML";
    private const string Drawing = "http://www.w3.org/2000/svg";

    private static readonly FrozenSet<string> kept = new[]
    {
        "p", "br", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "strong", "em", "u", "s", "sub", "sup", "blockquote", "hr", "pre", "code", "table", "caption", "thead", "tbody", "tfoot",
        "tr", "th", "td", "colgroup", "col", "a", "figure", "figcaption", "dl", "dt", "dd", "div", "span", "bdo", "mark",
    }.ToFrozenSet();

    private static readonly FrozenDictionary<string, string> alike = new Dictionary<string, string>
    {
        ["b"] = "strong",
        ["i"] = "em",
        ["del"] = "s",
        ["strike"] = "s",
        ["menu"] = "ul",
        ["dir"] = "ul",
        ["listing"] = "pre",
        ["xmp"] = "pre",
        ["plaintext"] = "pre",
        ["section"] = "div",
        ["article"] = "div",
        ["header"] = "div",
        ["footer"] = "div",
        ["main"] = "div",
        ["aside"] = "div",
        ["nav"] = "div",
        ["address"] = "div",
        ["form"] = "div",
        ["fieldset"] = "div",
        ["legend"] = "div",
        ["details"] = "div",
        ["summary"] = "div",
        ["dialog"] = "div",
        ["center"] = "div",
        ["hgroup"] = "div",
        ["search"] = "div",
        ["select"] = "div",
        ["option"] = "div",
        ["optgroup"] = "div",
        ["marquee"] = "div",
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, string> ofFormulas = new Dictionary<string, string> { ["sup"] = "sup", ["sub"] = "sub" }.ToFrozenDictionary();

    /// <summary>The element of the clean text; null where the words stand by themselves.</summary>
    public static string? Of(IElement element) =>
        element.NamespaceUri is Math or Drawing ? ofFormulas.GetValueOrDefault(PlaceInFormula(element)) : FormFields.IsOneLine(element) ? null
        : kept.Contains(element.LocalName) ? element.LocalName : alike.GetValueOrDefault(element.LocalName);

    public static bool IsFormula(IElement element) => element.NamespaceUri == Math && element.LocalName == "math" || element.LocalName is "m:omath" or "m:omathpara";

    public static bool IsDrawing(IElement element) => element.NamespaceUri == Drawing;

    /// <summary>What stands before and behind an element's words so that they read as they were drawn.</summary>
    public static (string Before, string Behind) SignsAround(IElement element) => element.LocalName switch
    {
        "q" => ("“", "”"),
        "rt" => (" (", ")"),
        "text" when IsDrawing(element) => (" ", " "),
        "msqrt" => ("√(", ")"),
        "mfenced" => ("(", ")"),
        "input" or "option" or "optgroup" => (FormFields.WordsOf(element), ""),
        _ when PlaceInFormula(element) is "denominator" => ("/", ""),
        _ when element.LocalName is "mrow" or "mfrac" && element.ParentElement?.LocalName == "mfrac" && element.ChildElementCount > 1 => ("(", ")"),
        _ => ("", ""),
    };

    private static string PlaceInFormula(IElement element) => element.ParentElement is not { NamespaceUri: Math } above || above.FirstElementChild == element ? "" : above.LocalName switch
    {
        "msup" => "sup",
        "msub" => "sub",
        "msubsup" or "munderover" => above.LastElementChild == element ? "sup" : "sub",
        "mfrac" => "denominator",
        _ => "",
    };
}
