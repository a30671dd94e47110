using System.Net;
using System.Diagnostics.CodeAnalysis;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Ganss.Xss;
using GovPortal.Core.Text;
using GovPortal.Publishing.Content;
using Microsoft.Extensions.Caching.Memory;

namespace GovPortal.Editing.Cleaning;

/// <summary>Makes foreign HTML fit for a public page: headings, lists, tables, links and pictures stay; scripts, styles and Word's litter go.</summary>
public sealed class SafeHtml
{
    private static readonly string[] Tags =
    [
        "p", "br", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "strong", "em", "b", "i", "u", "s", "sub", "sup", "blockquote", "hr", "pre", "code",
        "table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td", "colgroup", "col", "a", "img", "figure", "figcaption", "dl", "dt", "dd",
        "div", "span", "bdo", "mark",
    ];

    private static readonly string[] Attributes = ["href", "src", "alt", "title", "colspan", "rowspan", "scope", "headers", "id", "lang", "dir", "start", "type", "value", "reversed", "width", "height", "class"];

    /// <summary>The classes a text keeps: of a link to a video, drawn as one, of the place of a picture, and of the marks where something is missing.</summary>
    private static readonly string[] Classes = ["gp-video", .. PicturePlaces.Classes, .. MissingMarks.Classes];

    // In letters of the texts.
    private const int MostRemembered = 4 << 20;

    private static readonly MemoryCache firstParagraphs = new(new MemoryCacheOptions { SizeLimit = MostRemembered });

    private readonly HtmlSanitizer sanitizer = new(new HtmlSanitizerOptions
    {
        AllowedTags = new HashSet<string>(Tags, StringComparer.OrdinalIgnoreCase),
        AllowedAttributes = new HashSet<string>(Attributes, StringComparer.OrdinalIgnoreCase),
        AllowedSchemes = new HashSet<string>(LinkTargets.Schemes, StringComparer.OrdinalIgnoreCase),
        UriAttributes = new HashSet<string>(["href", "src"], StringComparer.OrdinalIgnoreCase),
        AllowedClasses = new HashSet<string>(Classes, StringComparer.Ordinal),
    });

    /// <summary>
    /// Clean HTML in NFC; plain text becomes paragraphs, also where it holds <c>x&lt;y</c> or an address in angle brackets. Pictures that no reader could fetch are left out.
    /// </summary>
    public string Clean(string? html) => CleanPaste(html is null ? null : TextOrMarkup.OfForm(html)).Html;

    /// <summary>The same, and what was left out. Beyond the limits of <see cref="BoundedHtml"/> only the words stay, which is told.</summary>
    /// <exception cref="OperationCanceledException">Nobody waits for it any more.</exception>
    public CleanedHtml CleanPaste(string? html, CancellationToken ct = default) => Clean(html, hasShortcodes: false, ct);

    /// <summary>The same of what another system stored: its shortcodes are left out too, and what they hold stays.</summary>
    public CleanedHtml CleanImport(string? html) => Clean(html, hasShortcodes: true, CancellationToken.None);

    private CleanedHtml Clean(string? html, bool hasShortcodes, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(html))
        {
            return new CleanedHtml("", []);
        }

        // Without an element it is HTML all the same: its entities stand for signs.
        return !html.Contains('<', StringComparison.Ordinal) ? new CleanedHtml(Tidy(Paragraphs(VietnameseText.Normalize(WebUtility.HtmlDecode(html))), ct) ?? "", []) : CleanMarkup(html, hasShortcodes, ct) ?? WordsOf(html, ct);
    }

    /// <summary>The words alone, a line for each block.</summary>
    [SuppressMessage("Performance", "CA1822:Mark members as static", Justification = "Part of a service that is handed in.")]
    public string ToText(string? html)
    {
        if (string.IsNullOrWhiteSpace(html))
        {
            return "";
        }

        if (BoundedHtml.Parse(html)?.Body is not { } body)
        {
            return string.Join('\n', PlainWords.LinesOf(html, CancellationToken.None));
        }

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
    [SuppressMessage("Performance", "CA1822:Mark members as static", Justification = "Part of a service that is handed in.")]
    public string FirstParagraph(string? html)
    {
        if (string.IsNullOrWhiteSpace(html))
        {
            return "";
        }

        // Home pages show the same paragraph at every visit; the same text always has the same one.
        return firstParagraphs.GetOrCreate(html, entry =>
        {
            entry.Size = html.Length;
            return ReadFirstParagraph(html);
        })!;
    }

    private static string ReadFirstParagraph(string html)
    {
        var lines = BoundedHtml.Parse(html) is { } document ? document.QuerySelectorAll("p").Select(p => VietnameseText.NormalizeLine(p.TextContent)) : PlainWords.LinesOf(html, CancellationToken.None);
        return lines.FirstOrDefault(line => line.Length > 0) ?? "";
    }

    private static CleanedHtml WordsOf(string html, CancellationToken ct) => new(PlainWords.ParagraphsOf(html, ct), [new LeftOut(LeftOutKind.Structure, "", "")]);

    private CleanedHtml? CleanMarkup(string html, bool hasShortcodes, CancellationToken ct)
    {
        if (BoundedHtml.Parse(html, ct) is not { } foreign)
        {
            return null;
        }

        using (foreign)
        using (var copy = BoundedHtml.Empty())
        {
            if (hasShortcodes)
            {
                Shortcodes.Mark(foreign.DocumentElement);
            }

            var leftOut = new LeftOutList();
            var isOfWord = WordHtml.IsOfWord(foreign.DocumentElement);
            StyleSheetHiding.Mark(foreign.DocumentElement);
            FormFields.Mark(foreign.DocumentElement);
            HiddenCells.Mark(foreign.DocumentElement, isOfWord);
            VisibleCopy.Copy(foreign.Body ?? foreign.DocumentElement, copy.Body!, isOfWord, leftOut, ct);
            WordHtml.Mend(copy.Body!, isOfWord);
            ct.ThrowIfCancellationRequested();
            return Tidy(copy.Body!.InnerHtml, ct) is { } clean ? new CleanedHtml(clean, leftOut.All) : null;
        }
    }

    /// <summary>What the sanitiser lets through, as small as it can be; null beyond the limits.</summary>
    private string? Tidy(string html, CancellationToken ct)
    {
        using var given = BoundedHtml.Parse(html, ct);
        if (given is null)
        {
            return null;
        }

        using var document = BoundedHtml.Parse(sanitizer.SanitizeDom(given, (IHtmlElement)given.Body!).Body!.InnerHtml, ct);
        if (document is null)
        {
            return null;
        }

        ct.ThrowIfCancellationRequested();
        Tidy(document.Body!);
        return document.Body!.InnerHtml.Trim();
    }

    private static string Paragraphs(string text) =>
        string.Concat(text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(paragraph => $"<p>{System.Net.WebUtility.HtmlEncode(paragraph).Replace("\n", "<br>", StringComparison.Ordinal)}</p>"));

    private static void Tidy(IElement body)
    {
        foreach (var wrapper in body.QuerySelectorAll("span,bdo,div").Where(IsMereWrapper).ToArray())
        {
            var isLooseText = wrapper.LocalName == "div" && !wrapper.Children.Any(IsBlock);
            wrapper.Replace(isLooseText ? [Paragraph(wrapper)] : [.. wrapper.ChildNodes]);
        }

        // Editors end a line with a break that nobody sees.
        foreach (var end in body.QuerySelectorAll("br").Where(b => b.NextSibling is null && b.ParentElement is { LocalName: "li" or "p" or "td" or "th" or "h2" or "h3" or "h4" }).ToArray())
        {
            end.Remove();
        }

        foreach (var nothing in body.QuerySelectorAll("a:not([href]):not([id])").ToArray())
        {
            nothing.Replace([.. nothing.ChildNodes]);
        }

        DropNamelessLinks(body);
        PicturePlaces.Keep(body);

        // The innermost first: what holds nothing but something empty is empty too.
        foreach (var empty in body.QuerySelectorAll("p,h2,h3,h4,strong,em,b,i,u,s,sub,sup").Reverse().ToArray())
        {
            if (empty.Children.All(c => c.LocalName == "br") && string.IsNullOrWhiteSpace(empty.TextContent))
            {
                empty.Remove();
            }
        }

        foreach (var cell in body.QuerySelectorAll("th:not([scope])"))
        {
            cell.SetAttribute("scope", HeadsColumn(cell) ? "col" : "row");
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

    // A link that nobody sees is reached by the keyboard all the same, and says nothing there.
    private static void DropNamelessLinks(IElement body)
    {
        foreach (var link in body.QuerySelectorAll("a").Where(a => string.IsNullOrWhiteSpace(a.TextContent) && a.QuerySelectorAll("img").All(i => string.IsNullOrWhiteSpace(i.GetAttribute("alt")))).ToArray())
        {
            if (link.HasAttribute("id"))
            {
                // Somewhere else of the text leads here.
                link.RemoveAttribute("href");
                link.RemoveAttribute("class");
            }
            else
            {
                link.Replace([.. link.ChildNodes]);
            }
        }
    }

    // In the first row of a table without a head, one heading among plain cells is that row's own.
    private static bool HeadsColumn(IElement cell) =>
        cell.Closest("thead") is not null
        || cell.ParentElement is { } row && cell.Closest("table")?.QuerySelector("tr") == row && row.Children is var cells && (cells.Count(c => c.LocalName == "th") > 1 || cells.Length == 1 || cells.All(c => c.LocalName == "th"));

    private static bool IsMereWrapper(IElement element) => element.LocalName == "div" ? element.Attributes.Length == 0 : !element.HasAttribute("dir") && !MissingMarks.IsOne(element);

    private static bool IsBlock(IElement element) => element.LocalName is "p" or "div" or "ul" or "ol" or "table" or "h2" or "h3" or "h4" or "blockquote" or "figure" or "dl" or "pre" or "hr";

    private static IElement Paragraph(IElement wrapper)
    {
        var paragraph = wrapper.Owner!.CreateElement("p");
        paragraph.Append([.. wrapper.ChildNodes]);
        return paragraph;
    }
}
