using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Ganss.Xss;
using GovPortal.Core.Text;
using GovPortal.Core.Writing;

namespace GovPortal.Core.Content;

/// <summary>Makes foreign HTML fit for a public page: headings, lists, tables, links and pictures stay; scripts, styles and Word's litter go.</summary>
public sealed class SafeHtml
{
    private static readonly string[] Tags =
    [
        "p", "br", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "strong", "em", "b", "i", "u", "s", "sub", "sup", "blockquote", "hr", "pre", "code",
        "table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td", "colgroup", "col", "a", "img", "figure", "figcaption", "dl", "dt", "dd",
        "div", "span", "mark",
    ];

    private static readonly string[] Attributes = ["href", "src", "alt", "title", "colspan", "rowspan", "scope", "headers", "id", "lang", "start", "width", "height", "class"];

    /// <summary>The one class a text keeps: a link to a video, drawn as one.</summary>
    private static readonly string[] Classes = ["gp-video"];

    private readonly HtmlSanitizer sanitizer = new(new HtmlSanitizerOptions
    {
        AllowedTags = new HashSet<string>(Tags, StringComparer.OrdinalIgnoreCase),
        AllowedAttributes = new HashSet<string>(Attributes, StringComparer.OrdinalIgnoreCase),
        AllowedSchemes = new HashSet<string>(["http", "https", "mailto", "tel"], StringComparer.OrdinalIgnoreCase),
        UriAttributes = new HashSet<string>(["href", "src"], StringComparer.OrdinalIgnoreCase),
        AllowedClasses = new HashSet<string>(Classes, StringComparer.Ordinal),
    });

    private readonly HtmlParser parser = new();

    /// <summary>Clean HTML in NFC; plain text becomes paragraphs.</summary>
    public string Clean(string? html) => CleanPaste(html).Html;

    /// <summary>The same, and how many pictures had to be left out because no reader could fetch them.</summary>
    public CleanedHtml CleanPaste(string? html)
    {
        if (string.IsNullOrWhiteSpace(html))
        {
            return new CleanedHtml("", 0);
        }

        var text = VietnameseText.Normalize(html);
        var picturesLeftOut = 0;
        if (text.Contains('<', StringComparison.Ordinal))
        {
            var foreign = parser.ParseDocument(text);
            picturesLeftOut = foreign.QuerySelectorAll("img").Count(WordHtml.IsOutOfReach);
            WordHtml.Mend(foreign);
            text = foreign.Body!.InnerHtml;
        }
        else
        {
            text = Paragraphs(text);
        }

        var document = parser.ParseDocument(sanitizer.Sanitize(text));
        Tidy(document.Body!);
        return new CleanedHtml(document.Body!.InnerHtml.Trim(), picturesLeftOut);
    }

    /// <summary>The words alone, a line for each block.</summary>
    public string ToText(string? html)
    {
        if (string.IsNullOrWhiteSpace(html))
        {
            return "";
        }

        var body = parser.ParseDocument(html).Body!;
        foreach (var block in body.QuerySelectorAll("p,li,h1,h2,h3,h4,h5,h6,tr,br,div,blockquote,dt,dd"))
        {
            block.AppendChild(block.Owner!.CreateTextNode("\n"));
        }

        foreach (var cell in body.QuerySelectorAll("td,th"))
        {
            cell.AppendChild(cell.Owner!.CreateTextNode(" "));
        }

        return string.Join('\n', VietnameseText.Normalize(body.TextContent).Split('\n').Select(VietnameseText.NormalizeLine).Where(line => line.Length > 0));
    }

    /// <summary>The words of the first paragraph, for a teaser; empty where there is none.</summary>
    public string FirstParagraph(string? html) =>
        string.IsNullOrWhiteSpace(html) ? "" : parser.ParseDocument(html).QuerySelectorAll("p").Select(p => VietnameseText.NormalizeLine(p.TextContent)).FirstOrDefault(text => text.Length > 0) ?? "";

    private static string Paragraphs(string text) =>
        string.Concat(text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(paragraph => $"<p>{System.Net.WebUtility.HtmlEncode(paragraph).Replace("\n", "<br>", StringComparison.Ordinal)}</p>"));

    private static void Tidy(IElement body)
    {
        foreach (var picture in body.QuerySelectorAll("img").Where(WordHtml.IsOutOfReach).ToArray())
        {
            picture.Remove();
        }

        foreach (var wrapper in body.QuerySelectorAll("span,div").Where(e => e.Attributes.Length == 0 || e.LocalName == "span").ToArray())
        {
            var isLooseText = wrapper.LocalName == "div" && !wrapper.Children.Any(IsBlock);
            wrapper.Replace(isLooseText ? [Paragraph(wrapper)] : [.. wrapper.ChildNodes]);
        }

        // Editors end a line with a break that nobody sees.
        foreach (var end in body.QuerySelectorAll("br").Where(b => b.NextSibling is null && b.ParentElement is { LocalName: "li" or "p" or "td" or "th" or "h2" or "h3" or "h4" }).ToArray())
        {
            end.Remove();
        }

        foreach (var empty in body.QuerySelectorAll("p,h2,h3,h4,strong,em,b,i,u").Where(e => e.Children.All(c => c.LocalName == "br") && string.IsNullOrWhiteSpace(e.TextContent)).ToArray())
        {
            empty.Remove();
        }

        foreach (var cell in body.QuerySelectorAll("th:not([scope])"))
        {
            cell.SetAttribute("scope", cell.Closest("thead") is null ? "row" : "col");
        }

        foreach (var link in body.QuerySelectorAll("a[href^='http']"))
        {
            link.SetAttribute("rel", "noopener");
        }

        foreach (var picture in body.QuerySelectorAll("img"))
        {
            picture.SetAttribute("loading", "lazy");
        }
    }

    private static bool IsBlock(IElement element) => element.LocalName is "p" or "div" or "ul" or "ol" or "table" or "h2" or "h3" or "h4" or "blockquote" or "figure" or "dl" or "pre" or "hr";

    private static IElement Paragraph(IElement wrapper)
    {
        var paragraph = wrapper.Owner!.CreateElement("p");
        paragraph.InnerHtml = wrapper.InnerHtml;
        return paragraph;
    }
}

/// <param name="PicturesLeftOut">Pictures that lay in the writer's own files, or in the text itself.</param>
public sealed record CleanedHtml(string Html, int PicturesLeftOut);
