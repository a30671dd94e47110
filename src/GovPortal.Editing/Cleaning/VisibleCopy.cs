using System.Collections.Frozen;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using GovPortal.Core.Text;

namespace GovPortal.Editing.Cleaning;

/// <summary>
/// Copies what a reader of the given text saw into a document that holds only elements of a text: every word stays, in the given order, what is hidden stays out, and what
/// cannot come is told. One pass from front to end that only ever adds at the end, so it costs as much as the text is long.
/// </summary>
internal sealed class VisibleCopy
{
    private static readonly FrozenSet<string> attributes = new[]
    {
        "href", "src", "alt", "title", "colspan", "rowspan", "scope", "headers", "id", "name", "lang", "dir", "type", "start", "value", "reversed", "width", "height", "class", "style",
        "aria-level", "data-aria-level", "data-listid", "data-leveltext", "data-aria-posinset",
    }.ToFrozenSet();

    private static readonly string[] ofLetters = ["text", "tspan", "textPath", "a", "foreignObject"];

    private readonly bool isOfWord;
    private readonly LeftOutList leftOut;
    private readonly LeftOutParts parts;
    private readonly CancellationToken ct;
    private readonly IReadOnlyDictionary<string, string> fonts;
    private readonly Stack<Open> open = new();

    private VisibleCopy(bool isOfWord, IReadOnlyDictionary<string, string> fonts, LeftOutList leftOut, CancellationToken ct) =>
        (this.isOfWord, this.fonts, this.leftOut, this.ct, parts) = (isOfWord, fonts, leftOut, ct, new LeftOutParts(isOfWord, leftOut));

    public static void Copy(IElement from, IElement to, bool isOfWord, LeftOutList leftOut, CancellationToken ct)
    {
        var copy = new VisibleCopy(isOfWord, ClassFonts.Of(from.Owner!.DocumentElement), leftOut, ct);
        copy.open.Push(new Open(from, to, null, ""));
        copy.Run();
    }

    private void Run()
    {
        while (open.TryPeek(out var place))
        {
            if (place.Next == place.From.ChildNodes.Length)
            {
                Add(place.To, place.Behind);
                open.Pop();
                continue;
            }

            switch (place.From.ChildNodes[place.Next++])
            {
                case IText text:
                    AddWords(place, text);
                    break;
                case IElement element:
                    ct.ThrowIfCancellationRequested();
                    Take(element, place);
                    break;
            }
        }
    }

    private void AddWords(Open place, IText text)
    {
        if (ElementNames.IsDrawing(place.From) && !ofLetters.Contains(place.From.LocalName))
        {
            return;
        }

        if (place.IsTiny && !string.IsNullOrWhiteSpace(text.Data))
        {
            leftOut.Add(LeftOutKind.Hidden, WordHtml.Shorten(text.Data));
            return;
        }

        var words = SymbolFonts.SignsOf(text.Data, place.Font, sign => leftOut.Add(LeftOutKind.Sign, sign));
        if (place.From.LocalName == "textarea")
        {
            AddLines(place.To, words);
            return;
        }

        // Word spaces its markers with no-break spaces, which lists and tables still look for.
        Add(place.To, VietnameseText.Normalize(words));
    }

    private void Add(IElement to, string words)
    {
        if (words.Length == 0)
        {
            return;
        }

        // Joined with its neighbours at the end, all at once.
        leftOut.Pass(words);
        to.AppendChild(to.Owner!.CreateTextNode(words));
    }

    private void Take(IElement element, Open place)
    {
        var style = WordHtml.StyleOf(element);
        if (parts.LeavesOut(element, style, place.To))
        {
            return;
        }

        if (element is IHtmlImageElement)
        {
            TakePicture(element, place.To);
            return;
        }

        var (before, behind) = ElementNames.SignsAround(element);
        Add(place.To, before);
        var name = ElementNames.Of(element) ?? (Directions.IsSaid(element) ? "span" : null);
        if (name is not (null or "a" or "span" or "strong" or "em" or "u" or "s" or "sub" or "sup" or "code" or "bdo" or "mark"))
        {
            leftOut.Pass(" ");
        }

        var to = name is null || name == "a" && !parts.IsLinkOrPlace(element) ? place.To : Make(element, name, place.To);
        open.Push(new Open(element, to, FontOf(element) ?? place.Font, behind) { IsTiny = HiddenParts.IsTiny(style) ?? place.IsTiny });
    }

    private void AddLines(IElement to, string words)
    {
        var lines = words.ReplaceLineEndings("\n").Split('\n');
        for (var line = 0; line < lines.Length; line++)
        {
            if (line > 0)
            {
                to.AppendChild(to.Owner!.CreateElement("br"));
            }

            Add(to, VietnameseText.Normalize(lines[line]));
        }
    }

    private void TakePicture(IElement picture, IElement to)
    {
        WordHtml.LeadPictureHome(picture);
        if (WordHtml.IsOutOfReach(picture))
        {
            var source = picture.GetAttribute("src") ?? "";
            parts.Miss(LeftOutKind.Picture, source.StartsWith("data:", StringComparison.OrdinalIgnoreCase) ? "" : source, to);
        }
        else
        {
            Make(picture, "img", to);
        }
    }

    private IElement Make(IElement from, string name, IElement to)
    {
        var made = to.Owner!.CreateElement(name);
        foreach (var (attribute, value) in from.Attributes.Where(one => attributes.Contains(one.Name)).Select(one => (one.Name, one.Value)))
        {
            // Word calls a text English by the keyboard it was typed on.
            if (!(isOfWord && attribute == "lang") && !(attribute == "dir" && !Directions.IsSaid(from)) && IsFor(attribute, name))
            {
                made.SetAttribute(attribute, attribute is "alt" or "title" ? VietnameseText.Normalize(value) : attribute == "dir" ? value.ToLowerInvariant() : value);
            }
        }

        to.AppendChild(made);
        return made;
    }

    // Where words in a font of signs can only be words, all that stands in it is.
    private string? FontOf(IElement element) => NamedFont(element) is { } font ? SymbolSigns.IsOf(font) && SymbolFonts.IsInAnotherFont(OwnWords(element)) ? "" : font : null;

    private string OwnWords(IElement element) => string.Join(' ', element.Descendants<IText>().Where(text => NearestShown(text.ParentElement!, element) == element).Select(text => text.Data));

    private IElement NearestShown(IElement above, IElement last)
    {
        while (above != last && NamedFont(above) is null)
        {
            above = above.ParentElement!;
        }

        return above;
    }

    private string? NamedFont(IElement element) => SymbolFonts.FontOf(element) ?? FontOfClass(element);

    private string? FontOfClass(IElement element) =>
        fonts.Count > 0 && element.ClassName is { } name ? name.Split(' ').Select(one => fonts.GetValueOrDefault(one)).FirstOrDefault(font => font is not null) : null;

    private static bool IsFor(string attribute, string name) => attribute switch
    {
        "type" => name is "ol" or "ul" or "li",
        "start" or "reversed" => name == "ol",
        "value" => name == "li",
        _ => true,
    };

    private sealed class Open(IElement from, IElement to, string? font, string behind)
    {
        public IElement From => from;

        public IElement To => to;

        /// <summary>Name of the font that its words are drawn in, in lower case.</summary>
        public string? Font => font;

        public string Behind => behind;

        /// <summary>Words of no height, but for what within them says otherwise.</summary>
        public bool IsTiny { get; init; }

        public int Next { get; set; }
    }
}
