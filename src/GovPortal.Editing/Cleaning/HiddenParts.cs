using System.Collections.Frozen;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace GovPortal.Editing.Cleaning;

/// <summary>What a reader of the given text did not see: scripts and their like, hidden rows and words, and reviewers' comments.</summary>
internal static partial class HiddenParts
{
    // Pieces of text in a hidden element that a remark is made from.
    private const int MostTold = 20;

    private static readonly FrozenSet<string> neverShown = new[]
    {
        "script", "style", "template", "noscript", "noembed", "noframes", "head", "title", "meta", "link", "base", "basefont", "bgsound", "param", "source", "track", "datalist", "area", "rp",
        "xml", "w:sdtpr", "annotation", "annotation-xml", "metadata", "defs", "desc",
    }.ToFrozenSet();

    private static readonly FrozenSet<string> withoutWords = new[] { "hidden", "password", "file", "image", "color", "range" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static bool IsNeverShown(IElement element) => element.LocalName switch
    {
        "o:p" => string.IsNullOrWhiteSpace(element.TextContent),
        "input" => element.GetAttribute("type") is { } type && withoutWords.Contains(type),
        var name => neverShown.Contains(name),
    };

    public static bool IsHidden(IElement element, string style) =>
        element.HasAttribute("hidden") || element.HasAttribute("popover") || IsHidden(style)
        || element.LocalName == "tr" && (element.GetAttribute("height") is { } height && Zero().IsMatch(height) || style.Length > 0 && NoHeight().IsMatch(style));

    /// <summary>Whether declarations, in lower case without spaces, hide what they are said of: not drawn, without colour, cut to nothing, or moved away from the page.</summary>
    public static bool IsHidden(string style) => style.Length > 0
        && (Hidden().IsMatch(style) || CutAway().IsMatch(style) || Placed().IsMatch(style) && FarAway().IsMatch(style) || style.Contains("overflow:hidden", StringComparison.Ordinal) && !style.Contains("padding", StringComparison.Ordinal) && NoRoom().IsMatch(style));

    /// <summary>Whether words are drawn without any height; null where nothing is said, and what stands around decides.</summary>
    public static bool? IsTiny(string style) => style.Length > 0 && FontSize().Matches(style) is { Count: > 0 } said ? said[^1].Groups["none"].Success : null;

    /// <summary>The words of a hidden element as a remark names them; empty where it never shows any.</summary>
    public static string WordsOf(IElement element) =>
        WordHtml.Shorten(string.Concat(element.Descendants<IText>().Where(text => text.ParentElement is { } holder && !neverShown.Contains(holder.LocalName)).Select(text => text.Data + " ").Take(MostTold)));

    /// <summary>The mark of a comment in Word or Google Docs, what it leads to, or Word's list of all of them.</summary>
    public static bool IsComment(IElement element, string style) =>
        style.Contains("mso-element:comment", StringComparison.Ordinal) || style.Contains("mso-special-character:comment", StringComparison.Ordinal)
        || element.ClassName is "MsoCommentReference" or "MsoCommentText" or "msocomanchor" or "msocomoff" or "msocomtxt"
        || element.LocalName == "a" && element.GetAttribute("href") is { } target && CommentMark().IsMatch(target)
        || element.LocalName is "div" or "p" && element.FirstElementChild is { } first && (IsAnswerOfGoogle(first) || first.LocalName == "p" && first.FirstElementChild is { } second && IsAnswerOfGoogle(second));

    private static bool IsAnswerOfGoogle(IElement link) => link.LocalName == "a" && link.GetAttribute("href") is { } target && target.Contains("#cmnt_ref", StringComparison.Ordinal);

    [GeneratedRegex(@"(?:^|;)(?:display:none|visibility:(?:hidden|collapse)|content-visibility:hidden|mso-hide:all|opacity:0*(?:\.0*)?%?|filter:opacity\(0%?\))(?:;|!|$)", RegexOptions.NonBacktracking)]
    private static partial Regex Hidden();

    // rect(0 0 0 0), inset(50%), a circle of nothing, what is made as large as nothing, and words that begin a page to the left. Word's hanging indents are some centimetres.
    [GeneratedRegex(@"(?:^|;)(?:clip:rect\((?:[01](?:px)?,?){4}\)|clip-path:(?:inset\((?:[5-9]\d|100)%|circle\(0)|(?:-webkit-)?transform:[^;]*scale\(0\)|text-indent:-(?:(?:999|\d{4,})(?:\.\d+)?(?:px|pt)|(?:99|\d{3,})(?:\.\d+)?(?:em|rem|vw|%))|margin-(?:left|top):-\d{4,}px|(?:-webkit-)?transform:[^;]*translate[xy]?\([^)]*-\d{4,}px)", RegexOptions.NonBacktracking)]
    private static partial Regex CutAway();

    [GeneratedRegex("(?:^|;)position:(?:absolute|fixed|relative)(?:;|!|$)", RegexOptions.NonBacktracking)]
    private static partial Regex Placed();

    [GeneratedRegex(@"(?:^|;)(?:left|right|top|bottom|inset(?:-inline-start)?):-(?:\d{4,}(?:\.\d+)?(?:px|pt)|999(?:\.\d+)?(?:px|pt)|\d{3,}(?:\.\d+)?(?:em|rem|vw|vh|%))", RegexOptions.NonBacktracking)]
    private static partial Regex FarAway();

    [GeneratedRegex(@"(?:^|;)(?:max-)?(?:width|height):(?:0(?:\.0+)?(?:[a-z]+|%)?|1px)(?:;|!|$)", RegexOptions.NonBacktracking)]
    private static partial Regex NoRoom();

    // A part of what is around says nothing new.
    [GeneratedRegex(@"(?:^|;)font(?:-size)?:(?:(?<none>(?:0+(?:\.0*)?|\.0+)(?:[a-z]+|%)?(?=[;!/]|$))|(?!inherit|unset|[0-9.]+(?:em|%)))", RegexOptions.CultureInvariant)]
    private static partial Regex FontSize();

    [GeneratedRegex(@"(?:^|;)(?:max-)?height:0(?:\.0+)?(?:pt|px|cm|in|mm|em)?(?:;|!|$)")]
    private static partial Regex NoHeight();

    [GeneratedRegex(@"^\s*0(?:\.0+)?(?:px|pt)?\s*$")]
    private static partial Regex Zero();

    [GeneratedRegex(@"#(?:_msocom_|_msoanchor_|cmnt)\w*$", RegexOptions.IgnoreCase)]
    private static partial Regex CommentMark();
}
