using System.Collections.Frozen;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace GovPortal.Editing.Cleaning;

/// <summary>
/// Tells plain text from HTML in what an import brings. Text is HTML only where it holds an element that HTML has: in plain text
/// <c>&lt;a.nguyen@example.vn&gt;</c> is an address and <c>x&lt;y</c> a comparison. Blank lines part paragraphs in both, as in
/// WordPress, whose texts hold inline elements and no paragraphs.
/// </summary>
public static partial class TextOrMarkup
{
    private static readonly FrozenSet<string> Elements = (
        "a abbr acronym address applet area article aside audio b base basefont bdi bdo big blink blockquote body br button canvas caption center cite code col colgroup "
        + "data datalist dd del details dfn dialog dir div dl dt em embed fieldset figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html "
        + "i iframe img input ins kbd label legend li link main map mark marquee math menu meta meter mfrac mi mn mo mrow msqrt msub msup mtable mtd mtext mtr nav nobr noscript object ol optgroup option output "
        + "p param path picture pre progress q rb rp rt ruby s samp script section select small source span strike strong style sub summary sup svg "
        + "table tbody td template textarea tfoot th thead time title tr track tt u ul var video wbr").Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Blocks =
        "address article aside blockquote center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr iframe li main nav ol p pre section table ul video".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    // What authors write without its end; of any other element without one, in plain text, the name was meant.
    private static readonly FrozenSet<string> Endless = "br hr wbr img p li dt dd tr td th thead tbody tfoot".Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>True where the text holds HTML.</summary>
    public static bool IsMarkup(string text)
    {
        var tags = Tags(text);
        return tags.All.Any(tag => IsElement(tag, tags));
    }

    /// <summary>
    /// What a form sends, as HTML: of the editor, with every sign that begins no element written as text; where no editor runs, paragraphs parted by blank lines.
    /// An element counts also where its end is missing. It is not clean yet.
    /// </summary>
    public static string OfForm(string text)
    {
        return Tags(text).All.Any(IsTag) ? OfPaste(text) : Paragraphs(text.ReplaceLineEndings("\n"), ParagraphEnd.BlankLine);
    }

    /// <summary>What was pasted as HTML, with every sign that begins no element written as text. It is not clean yet.</summary>
    public static string OfPaste(string html)
    {
        var tags = Tags(html);
        return Tag().Replace(html, tag => IsTag(tag) || IsForeign(tag, tags) || IsCutOff(tag, html.Length) ? tag.Value : "&lt;" + tag.Value[1..]);
    }

    /// <summary>HTML that reads as the text does. It is not clean yet.</summary>
    /// <param name="parted">What parts paragraphs of plain text.</param>
    public static string ToHtml(string text, ParagraphEnd parted = ParagraphEnd.BlankLine)
    {
        text = text.ReplaceLineEndings("\n");
        var tags = Tags(text);
        if (!tags.All.Any(tag => IsElement(tag, tags)))
        {
            return Paragraphs(text, parted);
        }

        var markup = Tag().Replace(text, tag => IsElement(tag, tags) || IsForeign(tag, tags) || IsCutOff(tag, text.Length) ? tag.Value : "&lt;" + tag.Value[1..]);
        return BlankLine().IsMatch(markup) || !HasParagraphs().IsMatch(markup) ? WithParagraphs(markup) : markup;
    }

    private static string Paragraphs(string text, ParagraphEnd parted) =>
        string.Concat((parted == ParagraphEnd.Line ? text.Split('\n') : BlankLine().Split(text)).Select(paragraph => paragraph.Trim()).Where(paragraph => paragraph.Length > 0)
            .Select(paragraph => $"<p>{Encoded(paragraph).Replace("\n", "<br>", StringComparison.Ordinal)}</p>"));

    private static string Encoded(string words) =>
        words.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);

    private static TagsOfText Tags(string text)
    {
        if (!text.Contains('<', StringComparison.Ordinal))
        {
            return new TagsOfText([], [], [], false);
        }

        var all = Tag().Matches(text).ToArray();
        HashSet<string> NamesOf(bool isEnd) => all.Where(tag => tag.Groups["close"].Success && tag.Groups["end"].Success == isEnd).Select(tag => tag.Groups["name"].Value).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var begins = all.Any(tag => tag.Groups["name"].ValueSpan is "p" or "P" && (tag.Index == 0 || char.IsWhiteSpace(text[tag.Index - 1]) || text[tag.Index - 1] == '>'));
        return new TagsOfText(all, NamesOf(isEnd: false), NamesOf(isEnd: true), begins);
    }

    private static bool IsTag(Match tag) => tag.Groups["close"].Success
        && (tag.Groups["comment"].Success || Elements.Contains(tag.Groups["name"].Value) && RestOfTag().IsMatch(tag.Groups["rest"].Value));

    private static bool IsElement(Match tag, TagsOfText tags)
    {
        var (name, rest) = (tag.Groups["name"].Value, tag.Groups["rest"].Value);
        if (!IsTag(tag))
        {
            return false;
        }

        if (tag.Groups["comment"].Success || HasValue().IsMatch(rest) || (tag.Groups["end"].Success ? tags.Starts : tags.Ends).Contains(name))
        {
            return true;
        }

        // “a<p>b” compares, where no paragraph begins as one: with nothing or a space before.
        return Endless.Contains(name) && (name.Length > 1 || tags.BeginsParagraph);
    }

    /// <summary>Elements that are not HTML's own and yet are no words: Word's <c>o:p</c>, an application's own, whatever has an end.</summary>
    private static bool IsForeign(Match tag, TagsOfText tags)
    {
        var name = tag.Groups["name"].Value;
        return tag.Groups["close"].Success && ForeignName().IsMatch(name)
            && (name.AsSpan().ContainsAny(":-") || (tag.Groups["end"].Success ? tags.Starts : tags.Ends).Contains(name) || EndsItself().IsMatch(tag.Groups["rest"].Value));
    }

    /// <summary>
    /// Whether a tag without its end is one nevertheless: the value of an attribute holds the next sign, or the text was cut off within it.
    /// In <c>&lt;p&gt;nếu x&lt;y, a&lt;b&lt;/p&gt;</c> none is: read as HTML, the words up to the next <c>&gt;</c> would be gone.
    /// </summary>
    private static bool IsCutOff(Match tag, int end) => !tag.Groups["close"].Success
        && (tag.Groups["comment"].Success || tag.Groups["end"].Success || Elements.Contains(tag.Groups["name"].Value) && (HasValue().IsMatch(tag.Groups["rest"].Value) || tag.Index + tag.Length == end));

    /// <summary>Gathers loose words between blocks into paragraphs.</summary>
    private static string WithParagraphs(string markup)
    {
        var areLinesBreaks = !HasParagraphs().IsMatch(markup);
        if (BoundedHtml.Parse(markup)?.Body is not { } body)
        {
            // Nothing is made of it but its words.
            return markup;
        }

        foreach (var holder in body.QuerySelectorAll("div,blockquote,section,article").Where(HasLooseBlankLine).ToArray())
        {
            Part(holder, areLinesBreaks);
        }

        if (areLinesBreaks || HasLooseBlankLine(body))
        {
            Part(body, areLinesBreaks);
        }

        return body.InnerHtml;
    }

    private static bool HasLooseBlankLine(IElement holder) => holder.ChildNodes.OfType<IText>()
        .Any(text => BlankLine().IsMatch(text.Data) && (!string.IsNullOrWhiteSpace(text.Data) || (IsInline(text.PreviousSibling) && IsInline(text.NextSibling))));

    private static bool IsInline(INode? node) => node is IElement { LocalName: var name } && !Blocks.Contains(name);

    private static void Part(IElement holder, bool areLinesBreaks)
    {
        var all = holder.Owner!.CreateDocumentFragment();
        IElement? paragraph = null;
        foreach (var node in holder.ChildNodes.ToArray())
        {
            if (node is IElement { LocalName: var name } && Blocks.Contains(name))
            {
                paragraph = null;
                all.AppendChild(node);
                continue;
            }

            var parts = node is IText text ? BlankLine().Split(text.Data) : null;
            for (var number = 0; number < (parts?.Length ?? 1); number++)
            {
                paragraph = number > 0 ? null : paragraph;
                if (parts is not null && parts[number].Trim('\n', ' ', '\t').Length == 0 && (paragraph is null || number < parts.Length - 1 || node.NextSibling is null))
                {
                    continue;
                }

                paragraph ??= (IElement)all.AppendChild(holder.Owner.CreateElement("p"));
                paragraph.AppendChild(parts is null ? node : holder.Owner.CreateTextNode(parts[number]));
            }
        }

        foreach (var made in all.Children.Where(child => child.LocalName == "p").ToArray())
        {
            Break(made, areLinesBreaks);
        }

        holder.ReplaceChildren(all);
    }

    /// <summary>Line ends within a paragraph are breaks where the text has no other; blank lines within an inline element always.</summary>
    private static void Break(IElement paragraph, bool areLinesBreaks)
    {
        TrimEnds(paragraph);
        foreach (var text in paragraph.GetDescendants().OfType<IText>().Where(text => text.Data.Contains('\n', StringComparison.Ordinal)).ToArray())
        {
            var pieces = areLinesBreaks ? LineBreak().Split(text.Data) : BlankLine().Split(text.Data);
            text.Replace([.. pieces.SelectMany((piece, number) => number == 0 ? [(INode)text.Owner!.CreateTextNode(piece)] : new INode[] { text.Owner!.CreateElement("br"), text.Owner.CreateTextNode(piece) })]);
        }
    }

    private static void TrimEnds(IElement paragraph)
    {
        if (paragraph.FirstChild is IText first)
        {
            first.Data = first.Data.TrimStart('\n', ' ', '\t');
        }

        if (paragraph.LastChild is IText last)
        {
            last.Data = last.Data.TrimEnd('\n', ' ', '\t');
        }
    }

    private sealed record TagsOfText(Match[] All, HashSet<string> Starts, HashSet<string> Ends, bool BeginsParagraph);

    // Nothing is tried twice, so that it takes no longer than the text is long.
    [GeneratedRegex(@"<(?:(?<comment>!--|!doctype|\?xml)|(?<end>/)?(?<name>(?>[A-Za-z][^\s<>/]*)))(?<rest>(?>[^<>]*))(?<close>>)?", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Tag();

    // Nothing, or attributes of which one at least has a value, or those that need none.
    [GeneratedRegex(@"^\s*/?\s*$|[\s""'/][A-Za-z_:][\w:.-]*\s*=|^\s+(?:nowrap|noshade|controls|allowfullscreen|hidden|open|reversed|disabled|checked|selected|autoplay|muted|loop|border|compact)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex RestOfTag();

    [GeneratedRegex(@"[\s""'/][A-Za-z_:][\w:.-]*\s*=", RegexOptions.CultureInvariant)]
    private static partial Regex HasValue();

    // As drawings have them: <rect width="5"/>.
    [GeneratedRegex(@"/\s*$|\s[\w:.-]+\s*=\s*[""']", RegexOptions.CultureInvariant)]
    private static partial Regex EndsItself();

    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9]*([:-][A-Za-z0-9]+)*$", RegexOptions.CultureInvariant)]
    private static partial Regex ForeignName();

    [GeneratedRegex(@"<(?:p|br)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex HasParagraphs();

    [GeneratedRegex(@"\n[ \t\u00A0]*(?:\n[ \t\u00A0]*)+", RegexOptions.CultureInvariant)]
    private static partial Regex BlankLine();

    [GeneratedRegex(@"[ \t]*\n[ \t]*", RegexOptions.CultureInvariant)]
    private static partial Regex LineBreak();
}

/// <summary>What parts paragraphs of plain text.</summary>
public enum ParagraphEnd
{
    BlankLine,

    /// <summary>Plain texts of laws break each paragraph with one line end.</summary>
    Line,
}
