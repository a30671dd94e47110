using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace GovPortal.Core.Writing;

/// <summary>Turns what word processors put on the clipboard into what it means: headings, lists, tables with headings, notes, strong words.</summary>
public static partial class WordHtml
{
    private static readonly HashSet<string> wrappers =
    [
        "font", "center", "ins", "big", "small", "tt", "abbr", "acronym", "cite", "q", "time", "kbd", "samp", "var", "dfn", "label", "nobr",
        "section", "article", "header", "footer", "main", "aside", "nav", "address", "form", "fieldset", "details", "summary",
    ];

    /// <summary>Mends a document in place. What means nothing is left to the sanitiser.</summary>
    public static void Mend(IHtmlDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var body = document.Body!;
        var isOfWord = body.QuerySelector("[class^=Mso],[style*=mso-]") is not null;
        DropLitter(document, body, isOfWord);
        WordNotes.Mend(body);
        WordLists.Mend(body);
        MendHeadings(body);
        WordTables.Mend(body);
        MendStress(body);
        if (isOfWord)
        {
            MendSpaces(body);
        }

        JoinSplitWords(body);
        body.Normalize();
    }

    /// <summary>Whether a picture lies where no page of ours shows it: in the writer's own files, in the text itself, or on somebody else's server.</summary>
    public static bool IsOutOfReach(IElement picture) =>
        (picture.GetAttribute("src") ?? "").Trim() is var source && (!source.StartsWith('/') || source.StartsWith("//", StringComparison.Ordinal) || source.Contains('\\', StringComparison.Ordinal));

    /// <summary>Leads pictures that were copied from a page of this portal to their file: a browser copies the whole address, and the width it showed.</summary>
    public static void LeadPicturesHome(IElement body)
    {
        ArgumentNullException.ThrowIfNull(body);
        foreach (var picture in body.QuerySelectorAll("img[src]"))
        {
            if (OwnFile().Match(picture.GetAttribute("src")!.Trim()) is { Success: true } file)
            {
                picture.SetAttribute("src", file.Groups["path"].Value);
            }
        }
    }

    private static void DropLitter(IHtmlDocument document, IElement body, bool isOfWord)
    {
        foreach (var comment in document.Descendants<IComment>().ToArray())
        {
            comment.Remove();
        }

        foreach (var element in body.QuerySelectorAll("*").Where(IsLitter).ToArray())
        {
            element.Remove();
        }

        if (isOfWord)
        {
            // Word calls a text English by the keyboard it was typed on.
            foreach (var element in body.QuerySelectorAll("[lang]"))
            {
                element.RemoveAttribute("lang");
            }
        }

        foreach (var wrapper in body.QuerySelectorAll("*").Where(IsOnlyAWrapper).ToArray())
        {
            Unwrap(wrapper);
        }
    }

    // Deleted text of tracked changes, markers Word draws itself, metadata, drawings, the empty paragraph o:p.
    private static bool IsLitter(IElement element) =>
        element.LocalName is "style" or "script" or "meta" or "link" or "title" or "xml" or "del" or "o:p" or "v:shapetype" or "v:shape" or "w:sdtpr" or "m:omath"
        || HasStyle(element, "mso-hide:all") || HasStyle(element, "mso-element:comment");

    // Their words stay. A tag nobody knows is a slip of a clerk's or of Word's: tim<x>e.
    private static bool IsOnlyAWrapper(IElement element) =>
        element is IHtmlUnknownElement || wrappers.Contains(element.LocalName) || element.LocalName == "a" && !element.HasAttribute("href") && !element.HasAttribute("id");

    private static void MendHeadings(IElement body)
    {
        foreach (var title in body.QuerySelectorAll("p.MsoTitle").ToArray())
        {
            Rename(title, "h2");
        }

        // A page has one first-level heading, its title: where a text brings some of its own, all of them go one down.
        var isShifted = body.QuerySelector("h1") is not null;
        foreach (var heading in body.QuerySelectorAll("h1,h2,h3,h4,h5,h6").ToArray())
        {
            var level = heading.LocalName[1] - '0' + (isShifted ? 1 : 0);
            if (string.IsNullOrWhiteSpace(heading.TextContent) && heading.QuerySelector("img") is null)
            {
                heading.Remove();
            }
            else if (isShifted)
            {
                Rename(heading, $"h{Math.Min(level, 6)}");
            }
        }

        foreach (var stress in body.QuerySelectorAll("h2 b,h2 strong,h3 b,h3 strong,h4 b,h4 strong,h5 b,h5 strong,h6 b,h6 strong").ToArray())
        {
            Unwrap(stress);
        }
    }

    private static void MendStress(IElement body)
    {
        foreach (var wrapper in body.QuerySelectorAll("b,strong").Where(e => HasStyle(e, "font-weight:normal")).ToArray())
        {
            Unwrap(wrapper);
        }

        foreach (var (from, to) in new[] { ("b", "strong"), ("i", "em") })
        {
            foreach (var element in body.QuerySelectorAll(from).ToArray())
            {
                Rename(element, to);
            }
        }

        foreach (var span in body.QuerySelectorAll("span[style]").ToArray())
        {
            var style = StyleOf(span);
            var isInHeading = span.Closest("h2,h3,h4,h5,h6,th") is not null;
            foreach (var name in new[] { !isInHeading && Bold().IsMatch(style) ? "strong" : null, style.Contains("font-style:italic", StringComparison.Ordinal) ? "em" : null,
                style.Contains("vertical-align:super", StringComparison.Ordinal) ? "sup" : null, style.Contains("vertical-align:sub", StringComparison.Ordinal) && !style.Contains("super", StringComparison.Ordinal) ? "sub" : null }.OfType<string>())
            {
                Wrap(span, name);
            }
        }
    }

    // Word breaks its lines at eighty characters and pads with no-break spaces.
    private static void MendSpaces(IElement body)
    {
        foreach (var text in body.Descendants<IText>().Where(t => t.ParentElement?.Closest("pre") is null).ToArray())
        {
            text.Data = Spaces().Replace(text.Data, " ");
        }
    }

    // A word half of which was typed later stands in two runs: <b>Đi</b><b>ều</b>.
    private static void JoinSplitWords(IElement body)
    {
        foreach (var element in body.QuerySelectorAll("strong,em,u,s,sup,sub").ToArray())
        {
            while (element.NextSibling is IElement next && next.LocalName == element.LocalName && next.Attributes.Length == 0)
            {
                element.Append([.. next.ChildNodes]);
                next.Remove();
            }
        }
    }

    internal static bool HasStyle(IElement element, string declaration) => StyleOf(element).Contains(declaration, StringComparison.Ordinal);

    /// <summary>The inline style in lower case without spaces.</summary>
    internal static string StyleOf(IElement element) => element.GetAttribute("style") is { } style ? Blank().Replace(style, "").ToLowerInvariant() : "";

    internal static IElement Rename(IElement element, string name)
    {
        var renamed = element.Owner!.CreateElement(name);
        foreach (var attribute in element.Attributes.Where(a => a.Name is not ("class" or "style")))
        {
            renamed.SetAttribute(attribute.Name, attribute.Value);
        }

        renamed.Append([.. element.ChildNodes]);
        element.Replace(renamed);
        return renamed;
    }

    internal static void Unwrap(IElement element) => element.Replace([.. element.ChildNodes]);

    private static void Wrap(IElement inside, string name)
    {
        var wrapper = inside.Owner!.CreateElement(name);
        wrapper.Append([.. inside.ChildNodes]);
        inside.AppendChild(wrapper);
    }

    [GeneratedRegex(@"^https?://[^/\s]+(?<path>(/[a-z0-9-]+)?/tep/[0-9a-f]{16}/[^/?#\s]+)$", RegexOptions.IgnoreCase)]
    private static partial Regex OwnFile();

    [GeneratedRegex(@"font-weight:(bold|[6-9]\d\d)")]
    private static partial Regex Bold();

    [GeneratedRegex(@"[\s\u00a0]+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blank();
}
