using System.Text.RegularExpressions;
using AngleSharp.Dom;
using GovPortal.Editing.Cleaning;

namespace GovPortal.Editing.Forms;

/// <summary>What makes a text hard to read for some of its readers. Each rule looks at the whole text and remarks on places; none forbids anything.</summary>
public static partial class TextRules
{
    /// <summary>Spaces part words, so a Vietnamese word of two syllables counts as two.</summary>
    public const int LongestSentence = 35;

    // A list of more files is no article that forgot its words.
    private const int MostFiles = 50;

    private static readonly (string Name, Func<IElement, IEnumerable<(IElement Place, string? Words)>> Find)[] rules =
    [
        ("missing", body => MissingMarks.All(body).Select(Whole)),
        ("no-alt", body => body.QuerySelectorAll("img").Where(i => string.IsNullOrWhiteSpace(i.GetAttribute("alt"))).Select(Whole)),
        ("skipped-heading", SkippedHeadings),
        ("empty-link-words", body => Links(body).Where(a => SaysNothing().IsMatch(a.TextContent.Trim())).Select(a => (a, (string?)Short(a.TextContent)))),
        ("no-target", body => TextTargets.LinksToNothing(body).Select(a => (a, (string?)Short(a.TextContent)))),
        ("table-without-heading", body => body.QuerySelectorAll("table").Where(t => t.QuerySelector("th") is null).Select(Whole)),
        ("long-sentence", LongSentences),
        ("only-a-file", OnlyAFile),
    ];

    public static IEnumerable<TextIssue> Look(IElement body)
    {
        ArgumentNullException.ThrowIfNull(body);
        return rules.SelectMany(rule => rule.Find(body).Select(found => RemarkOn(body, rule.Name, found.Place, found.Words)));
    }

    internal static IEnumerable<IElement> Links(IElement body) => body.QuerySelectorAll("a[href]");

    internal static TextIssue RemarkOn(IElement body, string rule, IElement place, string? words) =>
        new(rule, place.LocalName, Array.IndexOf([.. body.QuerySelectorAll(place.LocalName)], place), words);

    internal static string Short(string words) => words.Trim() is { Length: > 60 } longer ? longer[..60].TrimEnd() + "…" : words.Trim();

    private static (IElement Place, string? Words) Whole(IElement element) => (element, null);

    // The title of the page is the first level.
    private static IEnumerable<(IElement Place, string? Words)> SkippedHeadings(IElement body)
    {
        var above = 1;
        foreach (var heading in body.QuerySelectorAll("h1,h2,h3,h4,h5,h6"))
        {
            var level = heading.LocalName[1] - '0';
            if (level > above + 1)
            {
                yield return (heading, Short(heading.TextContent));
            }

            above = level;
        }
    }

    private static IEnumerable<(IElement Place, string? Words)> LongSentences(IElement body) =>
        from block in body.QuerySelectorAll("p,li,td,blockquote,figcaption,div")
        where !block.Children.Any(child => child.LocalName is "p" or "ul" or "ol" or "table" or "div" or "blockquote" or "figure" or "h2" or "h3" or "h4")
        from sentence in SentenceEnd().Split(block.TextContent)
        where sentence.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length > LongestSentence
        select (block, (string?)Short(sentence));

    private static IEnumerable<(IElement Place, string? Words)> OnlyAFile(IElement body)
    {
        var files = Links(body).Where(a => FileName().IsMatch(a.GetAttribute("href")!)).ToArray();
        if (files.Length is 0 or > MostFiles)
        {
            yield break;
        }

        var others = files.Aggregate(body.TextContent, (words, file) => words.Replace(file.TextContent, "", StringComparison.Ordinal));
        if (others.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length < LongestSentence && body.QuerySelector("table,li") is null)
        {
            yield return (files[0], Short(files[0].TextContent));
        }
    }

    [GeneratedRegex(@"^[\s“""(\[]*((xin|vui lòng|hãy) )?((bấm|nhấn|nhấp|click|kích|ấn)( chuột)?( vào)?( (đây|here))?|(xem )?(tại|ở) đây|vào đây|xem thêm|chi tiết|đường dẫn|link|here|click here|read more|more)[\s.”"")\]]*$", RegexOptions.IgnoreCase)]
    private static partial Regex SaysNothing();

    [GeneratedRegex(@"(?<=[.!?…;])\s+|\n")]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"\.(pdf|docx?|xlsx?)([?#]|$)", RegexOptions.IgnoreCase)]
    private static partial Regex FileName();
}

/// <summary>One remark on one place of a text.</summary>
/// <param name="Rule">Last part of the key of its sentence.</param>
/// <param name="Tag">The kind of element it stands at.</param>
/// <param name="Nth">Which of that kind, counted from 0 through the whole text.</param>
/// <param name="Words">The words it is about; null where there are none.</param>
public sealed record TextIssue(string Rule, string Tag, int Nth, string? Words);
