using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using GovPortal.Core.Text;

namespace GovPortal.Documents;

/// <summary>
/// The parts of a law (NĐ 78/2025/NĐ-CP: phần, chương, mục, tiểu mục, điều) as headings with addresses of their own, read from a text whose lines
/// are all paragraphs.
/// </summary>
/// <param name="Html">The text with its parts as headings.</param>
/// <param name="Entries">The headings in order; empty where the text is no law, which then stays as it was.</param>
public sealed partial record LawOutline(string Html, IReadOnlyList<OutlineEntry> Entries)
{
    // One article is no law.
    private const int FewestArticles = 2;

    // The text stands below a heading of the second level.
    private const int FirstLevel = 3;
    private const int LastLevel = 6;

    private const int LongestTitle = 220;

    private const int RoomForMarks = 4_000;

    // From the widest part to the narrowest.
    private static readonly string[] kinds = ["phan", "chuong", "muc", "tieu-muc", "dieu"];

    /// <param name="html">Clean HTML.</param>
    public static LawOutline Of(string html)
    {
        ArgumentNullException.ThrowIfNull(html);
        var paragraphs = Paragraph().Matches(html);
        var starts = paragraphs.Select(paragraph => (Paragraph: paragraph, Start: BeginningOf(TextOf(paragraph)))).ToArray();
        return starts.Count(each => each.Start.Success && KindOf(each.Start) == kinds[^1]) < FewestArticles ? new LawOutline(html, []) : Written(html, starts);
    }

    private static LawOutline Written(string html, (Match Paragraph, Match Start)[] starts)
    {
        var (text, end, open, entries, taken) = (new StringBuilder(html.Length + RoomForMarks), 0, new Stack<(int Rank, string Id)>(), new List<OutlineEntry>(), new HashSet<string>());
        for (var place = 0; place < starts.Length; place++)
        {
            var (paragraph, start) = starts[place];
            if (start.Success)
            {
                text.Append(html, end, paragraph.Index - end);
                var title = TitleOf(html, starts, ref place);
                var last = starts[place].Paragraph;
                end = last.Index + last.Length;
                entries.Add(Opened(start, OwnId(paragraph), title, open, taken));
                var (level, own, also) = (Math.Min(FirstLevel + entries[^1].Depth, LastLevel), OwnAddress().Replace(paragraph.Groups["own"].Value, ""), last == paragraph ? null : OwnId(last));
                text.Append(CultureInfo.InvariantCulture, $"<h{level} id=\"{entries[^1].Id}\"{own}>{entries[^1].Label}{(also is null ? "" : $"<span id=\"{also}\"></span>")}</h{level}>");
            }
        }

        return new LawOutline(text.Append(html, end, html.Length - end).ToString(), entries);
    }

    // What stands behind the number, or alone in the next paragraph.
    private static string TitleOf(string html, (Match Paragraph, Match Start)[] starts, ref int place)
    {
        var (paragraph, start) = starts[place];
        var title = start.Groups["title"].Value.Trim();
        return title.Length == 0 && place + 1 < starts.Length && IsTitle(html, paragraph.Index + paragraph.Length, starts[place + 1]) ? TextOf(starts[++place].Paragraph) : title;
    }

    // Closes the parts that end where this one begins.
    private static OutlineEntry Opened(Match start, string? ownId, string title, Stack<(int Rank, string Id)> open, HashSet<string> taken)
    {
        var rank = Array.IndexOf(kinds, KindOf(start));
        while (open.Count > 0 && open.Peek().Rank >= rank)
        {
            open.Pop();
        }

        var id = ownId is not null && taken.Add(ownId) ? ownId : FreeId(taken, rank, start.Groups["number"].Value, open);
        var name = start.Groups["name"].Value.Trim().TrimEnd('.', ':');
        var entry = new OutlineEntry(id, title.Length == 0 ? name : $"{name}. {title}", open.Count);
        open.Push((rank, id));
        return entry;
    }

    // “Chương I”, and its name in capitals in the next line.
    private static bool IsTitle(string html, int end, (Match Paragraph, Match Start) next) =>
        !next.Start.Success && html.AsSpan(end, next.Paragraph.Index - end).IsWhiteSpace() && TextOf(next.Paragraph) is { Length: > 0 and <= LongestTitle } text && !text.Any(char.IsLower) && text.Any(char.IsLetter);

    private static string FreeId(HashSet<string> taken, int rank, string number, Stack<(int Rank, string Id)> open)
    {
        // Articles are numbered through; sections begin anew in every chapter.
        var own = $"{kinds[rank]}-{VietnameseText.Slug(number)}";
        var id = rank == kinds.Length - 1 || open.Count == 0 ? own : $"{open.Peek().Id}-{own}";
        var free = id;
        for (var again = 2; !taken.Add(free); again++)
        {
            free = $"{id}-{again}";
        }

        return free;
    }

    // “mục 2 phần này” in the middle of a sentence begins no part.
    private static Match BeginningOf(string text) => text.Length > 0 && char.IsUpper(text[0]) ? Beginning().Match(text) : Match.Empty;

    private static string KindOf(Match start) => VietnameseText.Slug(start.Groups["kind"].Value);

    // Links lead to it already.
    private static string? OwnId(Match paragraph) => OwnAddress().Match(paragraph.Groups["own"].Value) is { Success: true } found ? found.Groups["id"].Value : null;

    private static string TextOf(Match paragraph) => Element().Replace(paragraph.Groups["text"].Value, "").Trim();

    [GeneratedRegex("\\sid=\"(?<id>[^\"]+)\"", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex OwnAddress();

    [GeneratedRegex(@"<p(?<own>\s[^>]*)?>(?<text>(?:[^<]|</?(?:b|strong|i|em|u)>){1,600})</p>", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2_000)]
    private static partial Regex Paragraph();

    [GeneratedRegex(@"</?[a-z]+>", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2_000)]
    private static partial Regex Element();

    [GeneratedRegex("""
        ^(?<name>(?<kind>Ph\u1ea7n)\s+(?<number>th\u1ee9\s+\w+(\s+\w+)?|[IVX]+)\.?$
        |(?<kind>Ch\u01b0\u01a1ng)\s+(?<number>[IVXL]+|\d{1,2})\b\.?
        |(?<kind>Ti\u1ec3u\ m\u1ee5c|M\u1ee5c)\s+(?<number>\d{1,2}|[IVX]+)\b\.?
        |(?<kind>\u0110i\u1ec1u)\s+(?<number>\d{1,3}[a-z\u0111]?)(\.|:|$))
        [\s:.\u2013-]*(?<title>.{0,400})$
        """, RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2_000)]
    private static partial Regex Beginning();
}

/// <summary>A heading of a law.</summary>
/// <param name="Label">Encoded, for example “Điều 12. Đăng ký khai sinh”.</param>
/// <param name="Depth">How many parts it stands in.</param>
public sealed record OutlineEntry(string Id, string Label, int Depth);
