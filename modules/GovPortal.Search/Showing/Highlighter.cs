using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using GovPortal.Core.Text;
using GovPortal.Search.Asking;
using GovPortal.Search.Indexing;

namespace GovPortal.Search.Showing;

/// <summary>Shows texts of hits as safe HTML, with the words that were asked for marked, whatever their diacritics.</summary>
internal sealed class Highlighter
{
    private const int SnippetLetters = 200;
    private const int Lead = 40;

    // The default encoder would write Vietnamese letters as numbers.
    private static readonly HtmlEncoder encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly Dictionary<string, (int Number, float Weight)> asked = [];
    private readonly Dictionary<string, (int Number, float Weight)>.AlternateLookup<ReadOnlySpan<char>> bySpan;
    private readonly List<Mark> marks = [];
    private readonly HashSet<char> begun;
    private readonly int[] typed;
    private readonly int[] lastAt;
    private readonly int[] seen;

    private readonly record struct Mark(int Start, int End, int Number, float Weight);

    public Highlighter(ParsedQuery ask)
    {
        bySpan = asked.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var word in ask.Telling)
        {
            asked.TryAdd(word.Folded, (asked.Count, word.Weight));
        }

        // A question of question words only: mark those rather than nothing.
        foreach (var word in asked.Count == 0 ? ask.Words : [])
        {
            asked.TryAdd(word.Folded, (asked.Count, word.Weight));
        }

        (seen, lastAt) = (new int[asked.Count], new int[asked.Count]);
        typed = [.. ask.Words.Where(word => asked.ContainsKey(word.Folded)).Select(word => asked[word.Folded].Number).Distinct()];
        begun = [.. asked.Keys.Where(word => word.Length > 0).Select(word => word[0])];
    }

    /// <summary>The whole text, encoded and marked.</summary>
    public string Whole(string text)
    {
        FindMarks(text, isWhole: true);
        return Render(text, 0, text.Length);
    }

    /// <summary>About 200 letters of the text that answers best, cut between words.</summary>
    /// <param name="body">Read only where the summary does not say all that was asked for.</param>
    public string Snippet(string? summary, Func<string?> body)
    {
        var best = (Text: "", Start: 0, Worth: -1f);
        if (!Reads(summary, ref best) && (asked.Count > 0 || best.Text.Length == 0) && body() is { Length: > 0 } text)
        {
            Reads(text, ref best);
            if (!ReferenceEquals(best.Text, text))
            {
                // The marks are the body's.
                FindMarks(best.Text, isWhole: false);
            }
        }

        var from = WindowStart(best.Text, best.Start);
        var to = WindowEnd(best.Text, from);
        return (from > 0 ? "…" : "") + Render(best.Text, from, to) + (to < best.Text.Length ? "…" : "");
    }

    // Most words of a text begin otherwise than any that was asked for, and need not be folded to know it.
    private bool MayBeAsked(char first) => VietnameseText.Fold(first) is var folded && (folded == '\0' || begun.Contains(folded));

    /// <returns>Whether the text says, in one place, every word that was asked for.</returns>
    private bool Reads(string? text, ref (string Text, int Start, float Worth) best)
    {
        if (string.IsNullOrEmpty(text))
        {
            return false;
        }

        var saysAll = FindMarks(text, isWhole: false);
        var (start, worth) = BestWindow();
        best = worth > best.Worth ? (text, start, worth) : best;
        return saysAll;
    }

    /// <param name="isWhole">False where one good place is enough: what follows the first that says every word that was asked for is not read.</param>
    /// <returns>Whether there is such a place.</returns>
    private bool FindMarks(string text, bool isWhole)
    {
        marks.Clear();
        Array.Fill(lastAt, -text.Length - SnippetLetters);
        var end = text.Length;
        var saysAll = false;
        Span<char> folded = stackalloc char[WordForms.MostLetters];
        for (var at = 0; asked.Count > 0 && at < end && WordForms.Next(text, ref at, out var start);)
        {
            var word = text.AsSpan(start, at - start);
            if (!MayBeAsked(word[0]))
            {
                continue;
            }

            var length = WordForms.Folded(word, folded);
            if (bySpan.TryGetValue(folded[..length], out var hit))
            {
                marks.Add(new Mark(start, at, hit.Number, hit.Weight));
                lastAt[hit.Number] = start;
                if (!isWhole && !saysAll && SaysAllUpTo(at))
                {
                    (saysAll, end) = (true, Math.Min(text.Length, at + SnippetLetters));
                }
            }
        }

        return saysAll;
    }

    private bool SaysAllUpTo(int at)
    {
        foreach (var number in typed)
        {
            if (at - lastAt[number] > SnippetLetters - Lead)
            {
                return false;
            }
        }

        return typed.Length > 0;
    }

    /// <summary>Where the window with the most different words begins; neighbours in one run count more than the same words apart.</summary>
    private (int Start, float Worth) BestWindow()
    {
        var best = (Start: 0, Worth: 0f);
        Array.Clear(seen);
        var worth = 0f;
        for (var (first, last) = (0, 0); last < marks.Count; last++)
        {
            worth += Joins(last) + (seen[marks[last].Number]++ == 0 ? marks[last].Weight : 0);
            while (marks[last].End - marks[first].Start > SnippetLetters - Lead)
            {
                worth -= --seen[marks[first].Number] == 0 ? marks[first].Weight : 0;
                first++;
                worth -= Joins(first);
            }

            if (worth > best.Worth + 0.01f)
            {
                best = (marks[first].Start, worth);
            }
        }

        return best;
    }

    private float Joins(int mark) =>
        mark > 0 && marks[mark].Start - marks[mark - 1].End <= 1 && marks[mark].Number != marks[mark - 1].Number ? 0.2f : 0;

    private static int WindowStart(string text, int firstMark)
    {
        if (firstMark <= Lead || text.Length <= SnippetLetters)
        {
            return 0;
        }

        var space = text.IndexOf(' ', Math.Max(0, Math.Min(firstMark, text.Length - SnippetLetters) - Lead));
        return space >= 0 && space < firstMark ? space + 1 : firstMark;
    }

    private static int WindowEnd(string text, int from)
    {
        if (text.Length - from <= SnippetLetters)
        {
            return text.Length;
        }

        var space = text.LastIndexOf(' ', from + SnippetLetters, SnippetLetters / 2);
        if (space > from)
        {
            return space;
        }

        // One endless word: cut it, but not through a pair of surrogates.
        var cut = from + SnippetLetters;
        return char.IsLowSurrogate(text[cut]) ? cut - 1 : cut;
    }

    private string Render(string text, int from, int to)
    {
        var html = new StringBuilder(to - from + 64);
        var at = from;
        for (var index = 0; index < marks.Count; index++)
        {
            var (start, end) = (marks[index].Start, marks[index].End);
            if (start < at || end > to)
            {
                continue;
            }

            while (index + 1 < marks.Count && marks[index + 1].End <= to && text.AsSpan(end, marks[index + 1].Start - end) is " ")
            {
                end = marks[++index].End;
            }

            html.Append(encoder.Encode(text[at..start])).Append("<mark>").Append(encoder.Encode(text[start..end])).Append("</mark>");
            at = end;
        }

        return html.Append(encoder.Encode(text[at..to])).ToString();
    }
}
