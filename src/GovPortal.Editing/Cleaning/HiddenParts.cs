using System.Collections.Frozen;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace GovPortal.Editing.Cleaning;

/// <summary>What a reader of the given text did not see: scripts and their like, hidden rows and words, and reviewers' comments.</summary>
internal static partial class HiddenParts
{
    private static readonly FrozenSet<string> neverShown = new[]
    {
        "script", "style", "template", "noscript", "noembed", "noframes", "head", "title", "meta", "link", "base", "basefont", "bgsound", "param", "source", "track", "datalist", "area", "rp",
        "xml", "w:sdtpr", "annotation", "annotation-xml", "metadata", "defs", "desc",
    }.ToFrozenSet();

    public static bool IsNeverShown(IElement element) => neverShown.Contains(element.LocalName) || element.LocalName == "o:p" && string.IsNullOrWhiteSpace(element.TextContent) || element.LocalName == "input" && element.GetAttribute("type") is not ("checkbox" or "radio");

    public static bool IsHidden(IElement element, string style) =>
        element.HasAttribute("hidden") || IsHidden(style)
        || element.LocalName == "tr" && (element.GetAttribute("height") is { } height && Zero().IsMatch(height) || style.Length > 0 && NoHeight().IsMatch(style));

    /// <summary>Whether declarations, in lower case without spaces, hide what they are said of.</summary>
    public static bool IsHidden(string style) => style.Length > 0 && Hidden().IsMatch(style);

    /// <summary>The mark of a comment in Word or Google Docs, what it leads to, or Word's list of all of them.</summary>
    public static bool IsComment(IElement element, string style) =>
        style.Contains("mso-element:comment", StringComparison.Ordinal) || style.Contains("mso-special-character:comment", StringComparison.Ordinal)
        || element.ClassName is "MsoCommentReference" or "MsoCommentText" or "msocomanchor" or "msocomoff" or "msocomtxt"
        || element.LocalName == "a" && element.GetAttribute("href") is { } target && CommentMark().IsMatch(target)
        || element.LocalName is "div" or "p" && element.FirstElementChild is { } first && (IsAnswerOfGoogle(first) || first.LocalName == "p" && first.FirstElementChild is { } second && IsAnswerOfGoogle(second));

    private static bool IsAnswerOfGoogle(IElement link) => link.LocalName == "a" && link.GetAttribute("href") is { } target && target.Contains("#cmnt_ref", StringComparison.Ordinal);

    [GeneratedRegex("(?:^|;)(?:display:none|visibility:(?:hidden|collapse)|mso-hide:all)(?:;|!|$)")]
    private static partial Regex Hidden();

    [GeneratedRegex(@"(?:^|;)(?:max-)?height:0(?:\.0+)?(?:pt|px|cm|in|mm|em)?(?:;|!|$)")]
    private static partial Regex NoHeight();

    [GeneratedRegex(@"^\s*0(?:\.0+)?(?:px|pt)?\s*$")]
    private static partial Regex Zero();

    [GeneratedRegex(@"#(?:_msocom_|_msoanchor_|cmnt)\w*$", RegexOptions.IgnoreCase)]
    private static partial Regex CommentMark();
}
