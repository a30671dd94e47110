using AngleSharp.Dom;

namespace GovPortal.Editing.Cleaning;

/// <summary>What of a text stays out of its copy, and where that is told.</summary>
internal sealed class LeftOutParts(bool isOfWord, LeftOutList leftOut)
{
    /// <summary>Whether an element stays out with all that is in it.</summary>
    /// <param name="style">Its declarations, in lower case without spaces.</param>
    public bool LeavesOut(IElement element, string style, IElement to)
    {
        if (HiddenParts.IsNeverShown(element))
        {
            return true;
        }

        if (HiddenParts.IsHidden(element, style))
        {
            TellHidden(element);
            return true;
        }

        if (IsTakenOut(element, style, to))
        {
            return true;
        }

        if (element.LocalName == Shortcodes.Element)
        {
            TakeShortcode(element, to);
            return true;
        }

        if (ElementNames.IsFormula(element))
        {
            Miss(LeftOutKind.Formula, "", to);
        }

        return false;
    }

    /// <summary>Whether a link stays one, or names a place. What leads where no reader can follow is words; that it led somewhere is told.</summary>
    public bool IsLinkOrPlace(IElement link)
    {
        if (link.GetAttribute("href") is { } target && !LinkTargets.IsKept(target))
        {
            leftOut.Add(LeftOutKind.Link, target.Trim());
            link.RemoveAttribute("href");
        }

        return link.HasAttribute("href") || link.HasAttribute("id") || link.HasAttribute("name");
    }

    private void TellHidden(IElement element)
    {
        if (HiddenParts.WordsOf(element) is { Length: > 0 } words)
        {
            leftOut.Add(LeftOutKind.Hidden, words);
        }
    }

    /// <summary>Whether an element goes with all that is in it, which is told.</summary>
    private bool IsTakenOut(IElement element, string style, IElement to)
    {
        LeftOutKind? kind = element.LocalName switch
        {
            "iframe" or "frame" or "embed" => LeftOutKind.Frame,
            "video" or "audio" => LeftOutKind.Recording,
            "canvas" => LeftOutKind.Drawing,
            "del" when isOfWord && (element.HasAttribute("cite") || element.HasAttribute("datetime")) => LeftOutKind.Deletion,
            _ when HiddenParts.IsComment(element, style) => LeftOutKind.Note,
            _ => null,
        };
        if (kind is { } known)
        {
            Miss(known, known is LeftOutKind.Note or LeftOutKind.Deletion ? WordHtml.Shorten(element.TextContent) : SourceOf(element), to);
            return true;
        }

        // The words within stay; HTML knows no end of an element in its own tag, so Word's drawings hold what follows them.
        if (element.LocalName == "v:imagedata")
        {
            Miss(LeftOutKind.Picture, SourceOf(element), to);
        }
        else if (element.LocalName is "object" or "applet")
        {
            Miss(LeftOutKind.Frame, SourceOf(element), to);
        }
        else if (element.LocalName == "svg" && ElementNames.IsDrawing(element) && element.GetAttribute("aria-hidden") != "true" && element.ChildElementCount > 0)
        {
            Miss(LeftOutKind.Drawing, "", to);
        }

        return false;
    }

    /// <summary>Told in the list, and at the place where it stood.</summary>
    public void Miss(LeftOutKind kind, string source, IElement to)
    {
        leftOut.Add(kind, source);
        MissingMarks.Put(kind, to);
    }

    // What holds words is no gap in the text.
    private void TakeShortcode(IElement code, IElement to)
    {
        leftOut.Add(LeftOutKind.Shortcode, code.GetAttribute("title") ?? "");
        if (!code.HasAttribute(Shortcodes.Holds))
        {
            MissingMarks.Put(LeftOutKind.Shortcode, to);
        }
    }

    private static string SourceOf(IElement element) => element.GetAttribute("src") ?? element.GetAttribute("data") ?? element.QuerySelector("source[src]")?.GetAttribute("src") ?? "";
}
